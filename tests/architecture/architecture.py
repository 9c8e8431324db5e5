#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a file breaks the design: the arrows between the layers, the length of a file, the licence line, and what
the design rules out. Called with the project's folder; prints one line for each finding.
test_architecture.py shows that every rule can fail."""
import dataclasses
import os
import pathlib
import re
import sys

LONGEST = 300

# What each layer may include. "api" is the whole of api/ without the sandbox.
ARROWS = {
    "api": {"api"},
    "api/sandbox": {"api/sandbox", "api"},
    "models": {"models", "api"},
    "ui": {"ui", "models", "api"},
    "app": {"app", "ui", "models", "api", "api/sandbox"},
    "tests": {"tests", "app", "ui", "models", "api", "api/sandbox"},
}

PRODUCT = ("api/", "models/", "ui/", "app/")
EVERYWHERE = ("",)
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
SPDX_SUFFIXES = {".cpp", ".h", ".txt", ".cmake", ".sh", ".py", ".svg"}
SPDX_NAMES = {"dev", "run", ".clang-tidy", ".clang-format"}
TEXT_SUFFIXES = SPDX_SUFFIXES | {".md", ".json", ".in", ".xml", ".desktop", ".qrc", ".yml"}
# Folders that hold no text of ours: what is built, what is taken as it came.
SKIPPED = {"build", "out", "data", "__pycache__"}


@dataclasses.dataclass(frozen=True)
class Rule:
    """A regular expression that no C++ file below these folders may match, but for those below the exceptions."""
    pattern: str
    sentence: str
    below: tuple = EVERYWHERE
    but: tuple = ()


RULES = [
    # The catalog needs the order of a document's members, which Qt's JSON classes do not keep.
    Rule(r"#\s*include\s*<simdjson", "simdjson is private to api/records",
         but=("api/records/", "api/catalog/jsontree.cpp", "tests/bench/")),
    Rule(r"\bQNetworkAccessManager\b", "only api/http uses QNetworkAccessManager", PRODUCT, ("api/http/",)),
    Rule(r"#\s*include\s*<qt6keychain", "only api/profiles uses QtKeychain", PRODUCT, ("api/profiles/",)),
    Rule(r"\bQSqlDatabase\b", "only api uses databases", PRODUCT, ("api/",)),
    Rule(r"#\s*include\s*<(QtHttpServer/)?QHttpServer", "only the sandbox is a server", PRODUCT, ("api/sandbox/",)),
    Rule(r"\bignoreSslErrors\b", "a TLS error is never ignored"),
    Rule(r"\bsetInsecureFallback\s*\(\s*true", "a secret is never stored as plain text"),
    Rule(r"\bQEventLoop\b", "no nested event loop"),
    Rule(r"\bprocessEvents\b", "no nested event loop"),
    Rule(r"(\.|->)exec\s*\(", "dialogs and menus are opened, not run in a loop of their own", ("ui/", "models/")),
    Rule(r"\b(QMessageBox::(question|warning|information|critical|about)|QInputDialog::get\w+"
         r"|QFileDialog::get\w+)\s*\(", "dialogs are opened, not run in a loop of their own"),
    Rule(r"\bQt::(AutoText|RichText)\b", "text from the service is plain", PRODUCT),
    Rule(r"\bQThread::[mu]?sleep\b|\bqSleep\b|\bthis_thread::sleep_|\bqWait\s*\(|\b(u|nano)sleep\s*\(", "nothing sleeps"),
    Rule(r"#\s*include\s*<(Qt(Core|Gui|Widgets|Network|Sql|Concurrent|Charts|Svg|HttpServer|Test|Xml)/)?"
         r"Qt(Core|Gui|Widgets|Network|Sql|Concurrent|Charts|Svg|HttpServer|Test|Xml)>", "include classes, not modules"),
    Rule(r"\bstatic\s+\w+\s*[&*]\s*(instance|self)\s*\(", "there is no singleton"),
]

MARKERS = re.compile(r"\b(TODO|FIXME|XXX)\b")
MACHINE_PATH = re.compile(r"(?<![\w.:/<>{}%~-])/(?:work|root|home|Users)/\w|\b[A-Z]:\\+Users\\")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"')
# A comment, or a literal that may contain what looks like one.
TOKEN = re.compile(r'R"(?P<d>[^\s()\\]{0,16})\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
                   r"|(?P<comment>//[^\n]*|/\*.*?\*/)", re.S)


def without_comments(text):
    """The same lines, the comments blank: what a comment names is not used."""
    return TOKEN.sub(lambda token: re.sub(r"[^\n]", " ", token[0]) if token["comment"] else token[0], text)


def layer(path):
    if path.startswith("api/sandbox/"):
        return "api/sandbox"
    folder = path.split("/")[0]
    return folder if folder in ARROWS else None


def text_files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders
                            if name not in SKIPPED and (not name.startswith(".") or name == ".ci"))
        for name in sorted(names):
            path = (pathlib.Path(folder) / name).relative_to(root)
            if path.suffix in TEXT_SUFFIXES or name in SPDX_NAMES:
                yield path.as_posix()


def check_includes(root, path, lines):
    mine = layer(path)
    for number, line in enumerate(lines, 1):
        include = INCLUDE.match(line)
        if not include or include[1].endswith(".moc"):
            continue
        name = include[1]
        if not (root / name).exists() and (root / path).parent.joinpath(name).exists():
            yield f"{path}:{number}: write the include from the project's folder: {name}"
        elif mine and layer(name) and layer(name) not in ARROWS[mine]:
            yield f"{path}:{number}: {mine} may not include {layer(name)} ({name})"


def check_cpp(root, path, text):
    code = without_comments(text)
    lines = code.split("\n")
    yield from check_includes(root, path, lines)
    length = text.count("\n") + (not text.endswith("\n"))
    if length > LONGEST:
        yield f"{path}: {length} lines, more than {LONGEST}"
    if not re.fullmatch(r"[a-z0-9_]+\.(cpp|h)", pathlib.Path(path).name):
        yield f"{path}: file names are lower case"
    if path.endswith(".h") and "#pragma once" not in text:
        yield f"{path}: #pragma once is missing"
    includes = [found[1] for found in map(INCLUDE.match, lines) if found]
    own = path[:-4] + ".h"
    if path.endswith(".cpp") and (root / own).exists() and includes[:1] != [own]:
        yield f"{path}: its own header does not come first"
    for rule in RULES:
        if path.startswith(rule.below) and not (rule.but and path.startswith(rule.but)):
            for number, line in enumerate(lines, 1):
                if re.search(rule.pattern, line):
                    yield f"{path}:{number}: {rule.sentence}: {line.strip()}"


def check(root):
    root = pathlib.Path(root)
    findings = []
    for path in text_files(root):
        text = (root / path).read_text(encoding="utf-8", errors="replace")
        name = pathlib.Path(path)
        if (name.suffix in SPDX_SUFFIXES or name.name in SPDX_NAMES) and SPDX not in "".join(text.split("\n")[:2]):
            findings.append(f"{path}: the line {SPDX} is missing")
        if name.suffix in {".cpp", ".h"}:
            findings += check_cpp(root, path, text)
        if path.startswith("tests/architecture/"):
            continue  # names what it rules out
        for number, line in enumerate(text.split("\n"), 1):
            if MACHINE_PATH.search(line):
                findings.append(f"{path}:{number}: names a path of one machine: {line.strip()[:100]}")
            if name.suffix in SPDX_SUFFIXES and MARKERS.search(line):
                findings.append(f"{path}:{number}: unfinished: {line.strip()[:100]}")
    return findings


def main():
    if not list(pathlib.Path(sys.argv[1]).glob("api/*/*.h")):
        return f"{sys.argv[1]} is not the project's folder"
    findings = check(sys.argv[1])
    print("\n".join(findings) or "The architecture holds.")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
