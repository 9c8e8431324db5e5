#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gates on how the code is written; packaging/dev tidy installs what they need and calls this.

clang-format looks at every C++ file. clang-tidy (sources) and clazy (sources and tests) look at what was changed in
the 24 hours before the last commit or is not committed yet; a changed header is looked at through its own source, or
else through one that includes it. With --all both look at every source and test.

Most of a tool's time goes into Qt's headers. So clang-tidy looks at the sources, and clazy at the tests, in the units
that the build compiles together: a tenth of the time for the same findings. clazy looks at each source by itself, and
so says as well where one does not include what it uses.

What has passed is not looked at again until the file, something it includes, its compiler command, the tool or the
tool's settings change: build/tidy/passed holds one empty file for each such state.

Exit status: 0 all is well, 1 findings, 3 nothing found, but --limit left checks out (they are listed).
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/tidy"
PASSED = BUILD / "passed"
CLAZY_CHECKS = "level1,no-qstring-ref"  # midRef() and leftRef() are gone since Qt 6
# A test's globals and temporaries cost nobody anything, and its lambdas end with the function that they capture from.
CLAZY_TEST_CHECKS = "level0,no-qstring-ref,no-lambda-in-connect"
FINDING = re.compile(r"^(?P<path>[^:\s]+):(?P<line>\d+):(?P<column>\d+): (?:warning|(?:fatal )?error): ")


def output(*command):
    return subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout


def git(*arguments):
    return output("git", "-c", "safe.directory=*", *arguments)


def cpp_files():
    tracked = git("ls-files", "--cached", "--others", "--exclude-standard", "*.cpp", "*.h").split("\n")
    return sorted(path for path in tracked if path and (ROOT / path).exists())


def changed_lately():
    last = int(git("log", "-1", "--format=%ct"))
    committed = git("log", f"--since={last - 24 * 3600}", "--name-only", "--format=")
    uncommitted = git("diff", "--name-only", "HEAD") + git("ls-files", "--others", "--exclude-standard")
    return set((committed + uncommitted).split("\n"))


class Includes:
    """Which of the project's files each file includes, directly and through others."""

    def __init__(self, files):
        self.digest = {}
        self.direct = {}
        for path in files:
            content = (ROOT / path).read_bytes()
            self.digest[path] = hashlib.sha256(content).hexdigest()
            self.direct[path] = re.findall(r'^\s*#\s*include\s*"([^"]+)"', content.decode(errors="replace"), re.M)

    def closure(self, path):
        found, open_ends = set(), [path]
        while open_ends:
            here = open_ends.pop()
            if here in found or here not in self.direct:
                continue
            found.add(here)
            for name in self.direct[here]:
                open_ends += [name, os.path.normpath(os.path.join(os.path.dirname(here), name))]
        return sorted(found)


class Unit:
    """Sources that are compiled together, or one that is compiled by itself."""

    def __init__(self, entry):
        self.path = entry["file"]
        self.command = entry["command"]
        self.members = [self.path]
        if "/Unity/" in self.path:
            self.members = re.findall(r'^#include "([^"]+)"', pathlib.Path(self.path).read_text(), re.M)
        self.members = [os.path.relpath(member, ROOT) for member in self.members]

    def flags(self):
        words = shlex.split(self.command)[1:]
        output = words.index("-o")
        return [word for word in words[:output] + words[output + 2:] if word not in ("-c", self.path)]

    def __str__(self):
        return self.members[0] + (f" and {len(self.members) - 1} more" if self.members[1:] else "")


def compile_units(files):
    units = [Unit(entry) for entry in json.loads((BUILD / "compile_commands.json").read_text())]
    return [unit for unit in units if any(member in files for member in unit.members)]


def in_scope(sources, includes, changed):
    chosen = {path for path in sources if path in changed}
    for header in (path for path in changed if path.endswith(".h") and path in includes.digest):
        own = header[:-2] + ".cpp"
        users = [own] if own in sources else [path for path in sources if header in includes.closure(path)]
        if not chosen.intersection(users):
            chosen.update(users[:1])
    return sorted(chosen)


def clang_format(files):
    run = subprocess.run(["clang-format", "--dry-run", "-Werror", *files], cwd=ROOT, text=True, capture_output=True)
    return sorted({f"{found['path']}: not formatted as .clang-format says (clang-format -i {found['path']})"
                   for found in map(FINDING.match, run.stderr.split("\n")) if found})


class Tool:
    def __init__(self, name, command, settings=""):
        self.name = name
        self.command = command
        self.state = output(command[0], "--version") + settings

    def on_unit(self, unit, includes):
        return Check(self, str(unit), [*self.command, "-p", str(BUILD), unit.path], unit.command, unit.members, includes)

    def on_source(self, unit, member, includes):
        command = [*self.command, str(ROOT / member), "--", *unit.flags()]
        return Check(self, member, command, unit.command, [member], includes)


class Check:
    """One tool on one source or unit: what it is called, what is run, and the file that says that it has passed."""

    def __init__(self, tool, name, command, compile_command, members, includes):
        self.tool = tool.name
        self.name = name
        self.command = command
        parts = sorted({part for member in members for part in includes.closure(member)})
        text = [tool.state, shlex.join(command), compile_command, *members]
        text += [f"{part} {includes.digest[part]}" for part in parts]
        self.stamp = PASSED / hashlib.sha256("\n".join(text).encode()).hexdigest()

    def __str__(self):
        return f"{self.tool:10} {self.name}"

    def run(self):
        run = subprocess.run(self.command, cwd=BUILD, text=True, capture_output=True)
        findings, block = {}, None
        for line in (run.stdout + run.stderr).split("\n"):
            found = FINDING.match(line)
            if found:
                where = os.path.relpath(os.path.join(BUILD, found["path"]), ROOT)
                ours = not where.startswith(("..", "build"))
                block = findings.setdefault(line.replace(found["path"], where, 1), []) if ours else None
            elif block is not None and line.strip() and not re.match(r"\d+ (warning|error)s? ", line):
                block.append(line.replace(str(ROOT) + "/", ""))
        if run.returncode and not findings:
            findings[f"{self.name}: {self.tool} failed"] = (run.stdout + run.stderr).split("\n")[-20:]
        return findings


def make_moc_files(jobs, units):
    """What sources include as x.moc. By moc itself: the targets' autogen steps would first build what they link."""
    information = next(BUILD.glob("**/AutogenInfo.json"))
    moc = json.loads(information.read_text())["QT_MOC_EXECUTABLE"]

    def make(item):
        path, command = item
        included = re.search(r'^#include "(\w+\.moc)"', (ROOT / path).read_text(), re.M)
        if not included:
            return
        arguments = shlex.split(command)
        folder = next(word[2:] for word in arguments if word.startswith("-I") and word.endswith("_autogen/include"))
        folder = BUILD / folder
        folder.mkdir(parents=True, exist_ok=True)
        defines = [word for word in arguments if word.startswith("-D")]
        output(moc, *defines, "-I", str(ROOT), "-o", str(folder / included.group(1)), path)

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        list(pool.map(make, [(member, unit.command) for unit in units for member in unit.members]))


def main():
    parser = argparse.ArgumentParser(prog="packaging/dev tidy")
    parser.add_argument("--all", action="store_true", help="look at everything, whatever has passed before")
    parser.add_argument("--limit", type=float, metavar="SECONDS", help="begin no further check after this long")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    started = time.monotonic()

    files = cpp_files()
    print(f"==> clang-format on {len(files)} files", flush=True)
    findings = {line: [] for line in clang_format(files)}

    includes = Includes(files)
    units = compile_units(files)
    compiled = sorted({member for unit in units for member in unit.members})
    for path in files:
        if path.endswith(".cpp") and not path.startswith("tests/") and path not in compiled:
            findings[f"{path}: no target compiles it"] = []
    scope = compiled if options.all else in_scope(compiled, includes, changed_lately())
    touched = [unit for unit in units if not set(scope).isdisjoint(unit.members)]
    sources = [unit for unit in touched if not unit.members[0].startswith("tests/")]
    tests = [unit for unit in touched if unit.members[0].startswith("tests/")]

    settings = ROOT / ".clang-tidy"
    clang_tidy = Tool("clang-tidy", ["clang-tidy", "--quiet", f"--config-file={settings}"], settings.read_text())
    clazy = Tool("clazy", ["clazy-standalone", f"-checks={CLAZY_CHECKS}"])
    clazy_of_tests = Tool("clazy", ["clazy-standalone", f"-checks={CLAZY_TEST_CHECKS}"])
    work = [clang_tidy.on_unit(unit, includes) for unit in sources]
    work += [clazy_of_tests.on_unit(unit, includes) for unit in tests]
    work += [clazy.on_source(unit, path, includes) for unit in sources for path in unit.members if path in scope]
    todo = [check for check in work if options.all or not check.stamp.exists()]
    print(f"==> clang-tidy and clazy on {len(scope)} of {len(compiled)} sources"
          f"{'' if options.all else ', those changed lately'}; {len(work) - len(todo)} of {len(work)} checks have"
          f" passed before", flush=True)
    make_moc_files(options.jobs, touched)
    PASSED.mkdir(exist_ok=True)

    def look(check):
        if options.limit and time.monotonic() - started > options.limit:
            return None
        found = check.run()
        if not found:
            check.stamp.touch()
        print(f"{check}{f': {len(found)} findings' if found else ''}", flush=True)
        return found

    left_out = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for check, found in zip(todo, pool.map(look, todo)):
            if found is None:
                left_out.append(str(check))
            else:
                findings.update(found)

    for line in sorted(findings):
        print("\n" + "\n".join([line, *findings[line]]))
    took = f"{time.monotonic() - started:.0f} s"
    if left_out:
        print(f"\nNOT CHECKED, the time limit of {options.limit:.0f} s ran out:", *left_out, sep="\n    ")
    print(f"\ntidy: {len(findings)} findings; {len(todo) - len(left_out)} checks in {took}, "
          f"{len(work) - len(todo)} passed before, {len(left_out)} NOT made for lack of time")
    return 1 if findings else 3 if left_out else 0


if __name__ == "__main__":
    sys.exit(main())
