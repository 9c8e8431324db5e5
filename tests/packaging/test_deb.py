#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package of what was built holds what it should and depends on all that it needs; packaging/debian/check.py,
which says so, sees what is wrong with one that does not. Called with the project's folder and the build's."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT, BUILT = (pathlib.Path(argument) for argument in sys.argv[1:3])
sys.path.insert(0, str(ROOT / "packaging/debian"))
import check  # noqa: E402  (from the folder above)


def run(*command):
    done = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})
    if done.returncode:
        raise AssertionError(f"{command[0]}: {done.stdout}")


def without(name):
    return lambda tree: (tree / name).unlink()


def mode(name, bits):
    return lambda tree: (tree / name).chmod(bits)


def replaced(name, pattern, text):
    def change(tree):
        content = (tree / name).read_text()
        assert re.search(pattern, content, re.M), f"{name} has no {pattern}"
        (tree / name).write_text(re.sub(pattern, text, content, flags=re.M))
    return change


ICON = "usr/share/icons/hicolor/{0}x{0}/apps/" + check.APP_ID + ".png"

# What is done to the package, and what the finding says.
PLANTED = [
    (without(check.MAN), "telamon.1.gz is missing"),
    (without(check.DRAWING), ".svg is missing"),
    (lambda tree: (tree / "usr/share/doc/telamon/notes").write_text("?"), "notes does not belong into it"),
    (mode(check.PROGRAM, 0o777), "has the mode 777"),
    (lambda tree: shutil.copy(tree / ICON.format(16), tree / ICON.format(48)), "the icon of 48 pixels has another size"),
    (replaced(check.DESKTOP, "^Icon=.*", "Icon=other"), "names another icon"),
    (replaced(check.METAINFO, "<id>.*</id>", "<id>org.example.Other</id>"), "names another program"),
    (replaced("DEBIAN/control", r"libsecret-1-0, ", ""), "libsecret-1-0 is not named"),
    (replaced("DEBIAN/control", r", libqt6sql6-sqlite", ""), "libqsqlite.so is in no package"),
    (replaced("DEBIAN/control", r"libqt6keychain1[^,\n]*", "libc6"), "libqt6keychain.so.1, which the program is linked to"),
    (replaced("DEBIAN/control", r"libqt6charts6[^,\n]*", "libc6"), "libQt6Charts.so.6, which the program is linked to"),
    (replaced("DEBIAN/control", r"^Recommends:.*\n", ""), "no keychain is recommended"),
    (replaced("DEBIAN/control", r"^Maintainer:.*", "Maintainer: somebody"), "the maintainer is no name"),
]


class DebTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        run("cpack", "--config", BUILT / "CPackConfig.cmake", "-G", "DEB", "-B", cls.folder / "made")
        (cls.deb,) = (cls.folder / "made").glob("*.deb")

    def test_the_package_is_as_it_should_be(self):
        self.assertEqual(check.findings(self.deb, False), [])

    def test_what_is_wrong_is_found(self):
        tree = self.folder / "tree"
        for change, sentence in PLANTED:
            with self.subTest(sentence):
                shutil.rmtree(tree, ignore_errors=True)
                run("dpkg-deb", "-R", self.deb, tree)
                change(tree)
                run("dpkg-deb", "--root-owner-group", "-Znone", "-b", tree, self.folder / "wrong.deb")
                self.assertIn(sentence, "\n".join(check.findings(self.folder / "wrong.deb", False)))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
