#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks into a deb of Telamon: check.py [--release] DEB. Prints one line for each finding.

Its files are the expected ones, as Debian wants them; what the desktop reads is valid; every library that the program
is linked to and every plug-in that it loads is in a package that installing the deb brings along. With --release the
program is also stripped of paths and hardened, and no validator may be missing."""
import argparse
import functools
import gzip
import pathlib
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CMAKE = (ROOT / "CMakeLists.txt").read_text()
VERSION = re.search(r"project\(telamon VERSION ([\d.]+)", CMAKE)[1]
APP_ID = re.search(r"set\(TELAMON_APP_ID ([\w.]+)\)", CMAKE)[1]
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

PROGRAM = "usr/bin/telamon"
DESKTOP = f"usr/share/applications/{APP_ID}.desktop"
METAINFO = f"usr/share/metainfo/{APP_ID}.metainfo.xml"
MAN = "usr/share/man/man1/telamon.1.gz"
DRAWING = f"usr/share/icons/hicolor/scalable/apps/{APP_ID}.svg"
CHANGELOG = "usr/share/doc/telamon/changelog.Debian.gz"
FILES = {PROGRAM, DESKTOP, METAINFO, MAN, DRAWING, CHANGELOG, "usr/share/doc/telamon/copyright",
         "usr/share/bash-completion/completions/telamon",
         *(f"usr/share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png" for size in SIZES)}

# What is loaded while running, which no linker knows of: the end of its path, what is missing without it.
LOADED = {
    "/libsecret-1.so.0": "secrets in the keychain",
    "/sqldrivers/libqsqlite.so": "the journal",
    "/iconengines/libqsvgicon.so": "the icons",
    "/imageformats/libqsvg.so": "pictures in SVG",
    "/platforms/libqxcb.so": "a window on X11",
    "/tls/libqopensslbackend.so": "https",
    "/usr/sbin/update-ca-certificates": "the certificates of authorities",
    "/zoneinfo/Europe/Athens": "time zones",
}
KEYCHAINS = {"gnome-keyring", "kwalletmanager", "keepassxc"}


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, text=True, stdout=subprocess.PIPE).stdout


def relations(field):
    """The names in a Depends field, the first of each alternative, without versions."""
    return [re.split(r"[\s(:|]", part.strip())[0] for part in field.split(",") if part.strip()]


# ------------------------------------------------------------------------------- fields and files

def check_fields(deb):
    def field(name):
        return output("dpkg-deb", "-f", deb, name).strip()

    if field("Package") != "telamon" or not re.fullmatch(re.escape(VERSION) + r"-\d+", field("Version")):
        yield f"it is {field('Package')} {field('Version')}, and the project's version is {VERSION}"
    for name in ("Architecture", "Maintainer", "Section", "Priority", "Installed-Size", "Depends"):
        if not field(name):
            yield f"the field {name} is missing"
    if not re.fullmatch(r"[^<>]+ <[^<>@\s]+@[^<>@\s]+>", field("Maintainer")):
        yield f"the maintainer is no name with an address: {field('Maintainer')}"
    summary, *lines = field("Description").split("\n")
    if not 10 <= len(summary) <= 79 or len(lines) < 3 or any(len(line) > 80 for line in lines):
        yield "the description has no fitting summary and text"
    depends = relations(field("Depends"))
    for name in depends:
        if name.endswith("-dev"):
            yield f"{name} is for building only"
    if "libsecret-1-0" not in depends:
        yield "libsecret-1-0 is not named: without it no secret is kept"
    recommended = {part.strip() for part in re.split(r"[,|]", field("Recommends"))}
    if not KEYCHAINS & recommended:
        yield "no keychain is recommended"


def check_files(deb, tree):
    found = {path.relative_to(tree).as_posix(): path for path in tree.rglob("*") if not path.is_dir()}
    for name in sorted(FILES - found.keys()):
        yield f"{name} is missing"
    for name in sorted(found.keys() - FILES):
        yield f"{name} does not belong into it"
    for path in sorted(tree.rglob("*")):
        name = path.relative_to(tree).as_posix()
        wanted = 0o755 if path.is_dir() or name == PROGRAM else 0o644
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode != wanted:
            yield f"{name} has the mode {mode:o}, not {wanted:o}"
    for line in output("dpkg-deb", "-c", deb).splitlines():
        if line.split()[1] not in ("root/root", "0/0"):
            yield f"not owned by root: {line}"
    # A date in each would be that of the build; all have that of the commit.
    times = {int(path.lstat().st_mtime) for path in found.values()}
    if len(times) > 1:
        yield f"the files have {len(times)} different dates"
    sums = output("dpkg-deb", "--info", deb, "md5sums")
    if len(sums.splitlines()) != len(found):
        yield "md5sums does not list every file"


# ------------------------------------------------------------------------------- what the desktop reads

def check_validator(is_release, *command):
    """A validator's own findings; one that is not installed finds nothing, unless this is a release."""
    if not shutil.which(command[0]):
        if is_release:
            yield f"{command[0]} is not installed"
        return
    run = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if run.returncode:
        yield f"{command[0]}: {run.stdout.strip()}"


def check_desktop(tree, is_release):
    entry = tree / DESKTOP
    if entry.exists():
        yield from check_validator(is_release, "desktop-file-validate", entry)
        if f"\nIcon={APP_ID}\n" not in entry.read_text():
            yield "the desktop entry names another icon"
    metainfo = tree / METAINFO
    if metainfo.exists():
        yield from check_validator(is_release, "appstreamcli", "validate", "--no-net", "--no-color", metainfo)
        component = xml.etree.ElementTree.parse(metainfo).getroot()
        if (component.findtext("id"), component.findtext("launchable")) != (APP_ID, APP_ID + ".desktop"):
            yield "the metadata names another program or desktop entry"
        if component.find("releases/release").get("version") != VERSION:
            yield "the newest release in the metadata is not this version"


def check_icons(tree):
    for size in SIZES:
        icon = tree / f"usr/share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png"
        if icon.exists():
            content = icon.read_bytes()
            if content[:8] != b"\x89PNG\r\n\x1a\n" or struct.unpack(">II", content[16:24]) != (size, size):
                yield f"the icon of {size} pixels has another size"
    drawing = tree / DRAWING
    if drawing.exists() and not xml.etree.ElementTree.parse(drawing).getroot().tag.endswith("svg"):
        yield "the icon is no SVG"


def check_texts(tree, is_release):
    for name in (MAN, CHANGELOG):
        if not (tree / name).exists():
            return
    page = gzip.decompress((tree / MAN).read_bytes()).decode()
    if f"Telamon {VERSION}" not in page.split("\n")[1]:
        yield "the manual page is of another version"
    if shutil.which("groff"):
        run = subprocess.run(["groff", "-man", "-ww", "-z", "-Tutf8"], input=page, text=True, capture_output=True)
        if run.returncode or run.stderr:
            yield f"groff: {run.stderr.strip()}"
    elif is_release:
        yield "groff is not installed"
    if not gzip.decompress((tree / CHANGELOG).read_bytes()).startswith(f"telamon ({VERSION}-".encode()):
        yield "the changelog does not begin with this version"


# ------------------------------------------------------------------------------- what it needs

@functools.lru_cache(maxsize=None)
def installed_packages():
    """Name to what it depends on (alternatives each), of all that is installed; a virtual name to who provides it."""
    packages, provided = {}, {}
    fields = "${db:Status-Status}\t${Package}\t${Provides}\t${Pre-Depends}, ${Depends}\n"
    for line in output("dpkg-query", "-W", "-f", fields).splitlines():
        status, name, provides, depends = line.split("\t")
        if status == "installed":
            packages[name] = [[relations(choice)[0] for choice in part.split("|")]
                              for part in depends.split(",") if part.strip()]
            for virtual in relations(provides):
                provided.setdefault(virtual, name)
    return packages, provided


def closure(names):
    """What comes along when these are installed, by what this machine knows of its packages."""
    packages, provided = installed_packages()
    seen, todo = set(), list(names)
    while todo:
        name = todo.pop()
        name = name if name in packages else provided.get(name)
        if name and name not in seen:
            seen.add(name)
            todo += [next((choice for choice in choices if choice in packages or choice in provided), choices[0])
                     for choices in packages[name]]
    return seen


def check_needs(deb, tree):
    names = relations(output("dpkg-deb", "-f", deb, "Depends"))
    packages, provided = installed_packages()
    for name in names:
        if name not in packages and name not in provided:
            yield f"{name} is depended on and not installed here, so that it cannot be looked into"
    brought = sorted(closure(names))
    files = set(output("dpkg-query", "-L", *brought).splitlines()) if brought else set()
    endings = {path.rsplit("/", 1)[-1] for path in files}
    dynamic = output("readelf", "-dW", tree / PROGRAM)
    for library in re.findall(r"\(NEEDED\).*\[(.+)\]", dynamic):
        if library not in endings:
            yield f"{library}, which the program is linked to, is in no package that it depends on"
    for ending, purpose in LOADED.items():
        if not any(path.endswith(ending) for path in files):
            yield f"{ending[1:]} is in no package that it depends on: {purpose}"


def check_program(tree, is_release):
    program = tree / PROGRAM
    header, sections = output("readelf", "-hW", program), output("readelf", "-SW", program)
    if "DYN" not in header:
        yield "the program is not position-independent"
    if ".symtab" in sections or ".debug_info" in sections:
        yield "the program is not stripped"
    dynamic = output("readelf", "-dW", program)
    if re.search(r"\((RPATH|RUNPATH)\)", dynamic):
        yield "the program looks for libraries in a folder of its own"
    if not is_release:
        return
    if not re.search(r"\(FLAGS(_1)?\).*NOW", dynamic) or "GNU_RELRO" not in output("readelf", "-lW", program):
        yield "the program's tables stay writable while it runs (relro, now)"
    symbols = output("readelf", "--dyn-syms", "-W", program)
    if "__stack_chk_fail" not in symbols:
        yield "the program has no stack protector"
    if not re.search(r"\b__\w+_chk@", symbols):
        yield "the program uses no checked functions of the C library (fortify)"
    if str(ROOT).encode() in program.read_bytes():
        yield "the program holds the path of the folder that it was built in"


def findings(deb, is_release):
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder) / "tree"
        output("dpkg-deb", "-x", deb, tree)
        tree.chmod(0o755)
        result = [*check_fields(deb), *check_files(deb, tree), *check_desktop(tree, is_release), *check_icons(tree),
                  *check_texts(tree, is_release)]
        if (tree / PROGRAM).exists():
            result += [*check_needs(deb, tree), *check_program(tree, is_release)]
        return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--release", action="store_true")
    parser.add_argument("deb", type=pathlib.Path)
    arguments = parser.parse_args()
    found = findings(arguments.deb, arguments.release)
    print("\n".join(found) or f"{arguments.deb.name} is as it should be.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
