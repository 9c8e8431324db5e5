#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is packed beside the program stays true: the manual page and the completion name the options that the program
has, every file names the same program, and each is well formed by the rules of who reads it. Called with the project's
folder, where packaging was built, and the program."""
import pathlib
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import unittest
import xml.etree.ElementTree

ROOT, BUILT, PROGRAM = (pathlib.Path(argument) for argument in sys.argv[1:4])
CMAKE = (ROOT / "CMakeLists.txt").read_text()
VERSION = re.search(r"project\(telamon VERSION ([\d.]+)", CMAKE)[1]
APP_ID = re.search(r"set\(TELAMON_APP_ID ([\w.]+)\)", CMAKE)[1]
LINUX = BUILT / "linux"


def run(*command, **options):
    return subprocess.run([str(part) for part in command], text=True, capture_output=True, timeout=60, **options)


def options_of(*arguments):
    """Option to the name of its value, by the program's own help."""
    text = run(PROGRAM, *arguments, "--help").stdout
    return {option: value for option, value in re.findall(r"^  (--[a-z-]+)(?: ([A-Z]+)\b)?", text, re.M)}


@unittest.skipUnless(LINUX.exists(), "not the packaging of a free desktop")
class ManualPageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = (LINUX / "telamon.1").read_text()
        cls.sections = dict(re.findall(r"^\.SH (.+)\n((?:(?!\.SH ).*\n)*)", cls.page, re.M))

    def options_in(self, section):
        found = re.findall(r'^\.TP\n\.BI? (\\-\\-[a-z\\-]+)(?: " ([A-Z]+)")?$', self.sections[section], re.M)
        return {option.replace("\\", ""): value for option, value in found}

    def test_its_options_are_the_programs(self):
        self.assertEqual(self.options_in("OPTIONS"), options_of())
        self.assertIn("--sandbox", options_of())

    def test_its_options_of_call_are_the_programs(self):
        self.assertEqual(self.options_in("OPTIONS OF CALL"), options_of("call"))
        self.assertIn("--dry-run", options_of("call"))

    def test_its_exit_statuses_are_the_programs(self):
        told = re.search(r"Exit status: (.*)", run(PROGRAM, "call", "--help").stdout, re.S)[1]
        self.assertEqual(re.findall(r"^\.B (\d)$", self.sections["EXIT STATUS"], re.M), re.findall(r"\b\d\b", told))

    def test_its_subcommands_are_the_programs(self):
        usage = run(PROGRAM, "--help").stdout.split("Options:")[0]
        self.assertEqual(set(re.findall(r"^\.B telamon (\w+)$", self.sections["SYNOPSIS"], re.M)),
                         set(re.findall(r"telamon ([a-z]+)(?: |$)", usage, re.M)) - {"call\""})

    def test_its_variables_are_the_programs(self):
        source = (ROOT / "api/profiles/environment.cpp").read_text()
        names = {"MONGODB_ATLAS_" + name for name in re.findall(r'"([A-Z][A-Z_]+[A-Z])"', source)}
        self.assertGreaterEqual(len(names), 9)
        self.assertEqual(set(re.findall(r"MONGODB_ATLAS_\w+", self.sections["ENVIRONMENT"])), names)

    def test_its_files_are_the_programs(self):
        source = (ROOT / "app/paths.cpp").read_text()
        names = {pathlib.PurePath(name).name for name in re.findall(r'"(/[\w./]+)"_L1', source)}
        self.assertEqual({pathlib.PurePath(name).name for name in re.findall(r"^\.I (~\S+)$", self.sections["FILES"], re.M)},
                         names)

    def test_its_operations_exist(self):
        operations = {line.split()[0] for line in run(PROGRAM, "operations").stdout.splitlines()}
        named = set(re.findall(r"^telamon call (\w+)", self.page, re.M))
        self.assertTrue(named)
        self.assertEqual(named - operations, set())

    def test_it_bears_the_version(self):
        self.assertIn(f'"Telamon {VERSION}"', self.page)

    @unittest.skipUnless(shutil.which("groff"), "groff is not installed")
    def test_groff_warns_of_nothing(self):
        formatted = run("groff", "-man", "-ww", "-z", "-Tutf8", LINUX / "telamon.1")
        self.assertEqual((formatted.returncode, formatted.stderr), (0, ""))


@unittest.skipUnless(LINUX.exists(), "not the packaging of a free desktop")
class DesktopTest(unittest.TestCase):
    def setUp(self):
        self.entry = LINUX / f"{APP_ID}.desktop"
        self.metainfo = LINUX / f"{APP_ID}.metainfo.xml"

    def test_the_desktop_entry_starts_the_program_with_options_that_it_has(self):
        text = self.entry.read_text()
        self.assertIn(f"\nIcon={APP_ID}\n", text)
        commands = re.findall(r"^Exec=telamon ?(.*)$", text, re.M)
        self.assertEqual(len(commands), 2)
        self.assertLessEqual({word for command in commands for word in command.split()}, options_of().keys())

    @unittest.skipUnless(shutil.which("desktop-file-validate"), "desktop-file-validate is not installed")
    def test_the_desktop_entry_is_valid(self):
        validated = run("desktop-file-validate", self.entry)
        self.assertEqual((validated.returncode, validated.stdout), (0, ""))

    def test_the_metadata_name_the_same_program(self):
        component = xml.etree.ElementTree.parse(self.metainfo).getroot()
        self.assertEqual(component.findtext("id"), APP_ID)
        self.assertEqual(component.findtext("launchable"), self.entry.name)
        self.assertEqual(component.find("releases/release").get("version"), VERSION)
        self.assertEqual(component.findtext("provides/binary"), "telamon")

    @unittest.skipUnless(shutil.which("appstreamcli"), "appstreamcli is not installed")
    def test_the_metadata_are_valid(self):
        validated = run("appstreamcli", "validate", "--no-net", "--no-color", self.metainfo)
        self.assertEqual(validated.returncode, 0, validated.stdout)

    def test_the_window_bears_the_name_of_the_desktop_entry(self):
        self.assertIn('setDesktopFileName(u"" TELAMON_APP_ID ""_s)', (ROOT / "app/main.cpp").read_text())

    @unittest.skipUnless(shutil.which("bash"), "bash is not installed")
    def test_the_completion_offers_the_programs_options(self):
        def offered(*words):
            script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _telamon;'
                      ' printf "%s\\n" "${COMPREPLY[@]}"')
            return set(run("bash", "-c", script, "_", ROOT / "packaging/linux/telamon.bash", *words).stdout.split())

        self.assertEqual(offered(PROGRAM, "--"), options_of().keys())
        self.assertEqual(offered(PROGRAM, "call", "listOrgs", "--"), options_of("call").keys())
        self.assertEqual(offered(PROGRAM, "ca"), {"call"})
        self.assertIn("listGroupAlerts", offered(PROGRAM, "call", "listGroup"))


class IconTest(unittest.TestCase):
    """The Windows and macOS icons hold the pictures that their directories announce."""

    def picture(self, content, size):
        self.assertEqual(content[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">II", content[16:24]), (size, size))

    def test_the_icon_for_windows(self):
        content = (BUILT / "icons/telamon.ico").read_bytes()
        reserved, kind, count = struct.unpack_from("<HHH", content)
        self.assertEqual((reserved, kind), (0, 1))
        sizes, end = [], 6 + 16 * count
        for index in range(count):
            width, height, _, _, _, depth, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * index)
            self.assertEqual((width, depth, offset), (height, 32, end))
            sizes.append(width or 256)
            self.picture(content[offset:offset + length], sizes[-1])
            end = offset + length
        self.assertEqual(end, len(content))
        self.assertLessEqual({16, 24, 32, 48, 256}, set(sizes))

    def test_the_icon_for_macos(self):
        content = (BUILT / "icons/telamon.icns").read_bytes()
        self.assertEqual(struct.unpack(">4sI", content[:8]), (b"icns", len(content)))
        sizes = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024, b"ic11": 32,
                 b"ic12": 64, b"ic13": 256, b"ic14": 512}
        at, kinds = 8, set()
        while at < len(content):
            kind, length = struct.unpack_from(">4sI", content, at)
            self.picture(content[at + 8:at + length], sizes[kind])
            kinds.add(kind)
            at += length
        self.assertEqual((at, kinds), (len(content), sizes.keys()))


class OtherSystemsTest(unittest.TestCase):
    """The recipes that are not run here are at least well formed and name what the others name."""

    def test_the_manifest_for_windows(self):
        text = (ROOT / "packaging/windows/telamon.manifest.in").read_text()
        settings = {element.tag.split("}")[1]: element.text
                    for element in xml.etree.ElementTree.fromstring(text.encode()).iter()}
        self.assertTrue(settings["dpiAwareness"].startswith("PerMonitorV2"))
        self.assertEqual(settings["longPathAware"], "true")
        self.assertIn('name="@TELAMON_APP_ID@"', text)

    def test_the_bundle_for_macos(self):
        bundle = plistlib.loads((ROOT / "packaging/macos/Info.plist.in").read_bytes())
        self.assertEqual((bundle["CFBundleIdentifier"], bundle["CFBundleVersion"]),
                         ("${TELAMON_APP_ID}", "${PROJECT_VERSION}"))
        self.assertRegex(APP_ID, r"^[A-Za-z0-9.-]+$") # what a bundle may be called
        self.assertEqual(plistlib.loads((ROOT / "packaging/macos/telamon.entitlements").read_bytes()), {})
        self.assertEqual(run("bash", "-n", ROOT / "packaging/macos/sign.sh").returncode, 0)

    def test_the_manifest_for_flatpak(self):
        manifest = (ROOT / f"packaging/flatpak/{APP_ID}.yml").read_text()
        self.assertIn(f"\nid: {APP_ID}\n", manifest)
        permissions = re.findall(r"^  - (--[a-z-]+=\S+)$", manifest, re.M)
        self.assertEqual(permissions, ["--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11",
                                       "--device=dri", "--talk-name=org.freedesktop.secrets"])
        # Every source but this tree is pinned by its digest.
        sources = manifest.split("sources:")[1:]
        self.assertEqual(len(sources), 3)
        for source in sources:
            self.assertTrue(re.search(r"sha256: [0-9a-f]{64}\n", source) or "type: dir" in source, source)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
