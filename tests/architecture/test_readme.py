#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md stays true: the commands that it names exist and the cheap ones are run, the options that it names are
options, the files that it names are there. Called with the project's folder and the program."""
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(sys.argv[1])
PROGRAM = pathlib.Path(sys.argv[2])
DEV = ROOT / "packaging/dev"
README = (ROOT / "README.md").read_text()


def run(*command):
    return subprocess.run([str(part) for part in command], cwd="/", text=True, capture_output=True, timeout=30)


def commands_in_help():
    return set(re.findall(r"^  ([a-z]+) ", run(DEV, "help").stdout, re.M))


class ReadmeTest(unittest.TestCase):
    def test_it_opens_with_the_two_commands(self):
        block = re.match(r"# Telamon\n\n((?:    .*\n)+)", README)
        self.assertIsNotNone(block)
        self.assertEqual([line.split("#")[0].strip() for line in block[1].rstrip().split("\n")],
                         ["packaging/dev run", "packaging/dev test"])

    def test_every_command_is_one(self):
        named = set(re.findall(r"packaging/dev ([a-z]+)", README))
        self.assertGreaterEqual(named, {"run", "test", "help"})
        self.assertEqual(named - commands_in_help(), set())

    def test_every_command_of_the_help_is_named(self):
        self.assertEqual(commands_in_help() - set(re.findall(r"packaging/dev ([a-z]+)", README)), set())

    def test_help_and_unknown_commands(self):
        self.assertEqual(run(DEV, "help").returncode, 0)
        self.assertEqual(run(DEV).stdout, run(DEV, "help").stdout)
        unknown = run(DEV, "fly")
        self.assertEqual(unknown.returncode, 2)
        self.assertIn('no command "fly"', unknown.stderr)

    def test_every_command_of_the_help_is_dispatched(self):
        script = DEV.read_text()
        dispatched = set(re.search(r"^([a-z |]+)\) \"cmd_\$command\"", script, re.M)[1].split(" | "))
        self.assertEqual(dispatched, commands_in_help())
        self.assertEqual(dispatched, set(re.findall(r"^cmd_([a-z]+)\(\)", script, re.M)))

    def test_every_path_exists(self):
        top = {path.name for path in ROOT.iterdir()} - {"build"}
        for path in re.findall(r"`([^`\s]+)`", README) + re.findall(r"(?<!!)\[[^]]*\]\(([^)#:]+)\)", README):
            if path.split("/")[0] in top:
                with self.subTest(path):
                    self.assertTrue((ROOT / path).exists())

    @unittest.skipUnless((ROOT / "resources/screenshots").exists(), "no screenshot was taken yet")
    def test_every_picture_exists(self):
        pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
        self.assertTrue(pictures)
        for picture in pictures:
            with self.subTest(picture):
                self.assertEqual((ROOT / picture).read_bytes()[1:4], b"PNG")

    def test_every_section_that_a_reader_needs_is_there(self):
        self.assertEqual(re.findall(r"^## (.*)$", README, re.M),
                         ["Packages", "Connecting to Atlas", "Changing things", "Where secrets and files live", "Keys",
                          "How the code is laid out", "Adding a resource", "Licence"])


@unittest.skipUnless(PROGRAM.exists() and run(PROGRAM, "--version").stdout, "the program has no command line yet")
class ProgramTest(unittest.TestCase):
    def test_every_option_is_one(self):
        help_text = run(PROGRAM, "--help")
        self.assertEqual(help_text.returncode, 0)
        options = set(re.findall(r"--[a-z][a-z-]+", help_text.stdout))
        named = set(re.findall(r"(?:telamon|packaging/dev run) (--[a-z-]+)", README))
        self.assertGreaterEqual(named, {"--sandbox", "--base-url", "--version", "--help"})
        self.assertEqual(named - options, set())

    def test_every_call_is_one(self):
        listed = run(PROGRAM, "operations")
        self.assertEqual(listed.returncode, 0)
        operations = {line.split()[0] for line in listed.stdout.splitlines()}
        named = set(re.findall(r"telamon call (\w+)", README))
        self.assertTrue(named)
        self.assertEqual(named - operations, set())
        options = set(re.findall(r"--[a-z][a-z-]+", run(PROGRAM, "call", "--help").stdout))
        self.assertGreaterEqual(options, {"--body", "--dry-run", "--yes", "--confirm", "--profile"})

    def test_version(self):
        version = run(PROGRAM, "--version")
        self.assertEqual(version.returncode, 0)
        self.assertIn(re.search(r"project\(telamon VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text())[1],
                      version.stdout)

    def test_an_unknown_option_is_an_error(self):
        unknown = run(PROGRAM, "--fly")
        self.assertNotEqual(unknown.returncode, 0)
        self.assertIn("fly", unknown.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
