#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of architecture.py can fail: a small tree that keeps all of them is clean, and each planted file brings
the one finding that it was planted for."""
import pathlib
import tempfile
import unittest

import architecture

SPDX = "// " + architecture.SPDX + "\n"

CLEAN = {
    "api/http/reply.h": SPDX + "#pragma once\n",
    "api/http/reply.cpp": SPDX + '#include "api/http/reply.h"\n#include <QNetworkAccessManager>\n'
                                 "// never ignoreSslErrors, never a QEventLoop\n",
    "api/records/parser.cpp": SPDX + "#include <simdjson.h>\n",
    "api/sandbox/server.h": SPDX + "#pragma once\n#include <QHttpServer>\n",
    "models/table.h": SPDX + '#pragma once\n#include "api/http/reply.h"\n#include <QtGlobal>\n',
    "ui/page.h": SPDX + '#pragma once\n#include "models/table.h"\n#include <QWidget>\n',
    "app/main.cpp": SPDX + '#include "api/sandbox/server.h"\n#include "ui/page.h"\n'
                           "int main() { return QApplication::exec(); }\n",
    "tests/test_page.cpp": SPDX + '#include "ui/page.h"\n#include "api/sandbox/server.h"\n#include "test_page.moc"\n'
                                  'auto markup = u"<b>//not a comment</b>";\n'
                                  "bool plain = format != Qt::RichText && QTest::qWaitFor(done);\n",
    "tests/run.sh": "#!/usr/bin/env bash\n# " + architecture.SPDX + "\n",
    "build/generated.cpp": "QEventLoop loop;\n",
    "README.md": "Profiles are in ~/.config/telamon; see https://example.com/home/page.\n",
}

# A file, its text after the licence line, and what the one finding says.
PLANTED = [
    ("api/a.cpp", '#include "ui/page.h"', "a.cpp:2: api may not include ui"),
    ("api/a.cpp", '#include "models/table.h"', "api may not include models"),
    ("api/a.cpp", '#include "api/sandbox/server.h"', "api may not include api/sandbox"),
    ("api/sandbox/a.cpp", '#include "models/table.h"', "api/sandbox may not include models"),
    ("models/a.cpp", '#include "ui/page.h"', "models may not include ui"),
    ("ui/a.cpp", '#include "api/sandbox/server.h"', "ui may not include api/sandbox"),
    ("ui/a.cpp", '#include "app/main.cpp"', "ui may not include app"),
    ("app/a.cpp", '#include "tests/test_page.cpp"', "app may not include tests"),
    ("ui/a.cpp", '#include "page.h"', "write the include from the project's folder"),
    ("api/catalog/a.cpp", "#include <simdjson.h>", "simdjson is private"),
    ("ui/a.cpp", "QNetworkAccessManager manager;", "only api/http"),
    ("api/http/a.cpp", "#include <qt6keychain/keychain.h>", "only api/profiles"),
    ("ui/a.cpp", "auto database = QSqlDatabase();", "only api uses databases"),
    ("app/a.cpp", "#include <QHttpServer>", "only the sandbox"),
    ("tests/a.cpp", "reply->ignoreSslErrors();", "TLS error"),
    ("api/profiles/a.cpp", "job.setInsecureFallback(true);", "plain text"),
    ("ui/a.cpp", "QEventLoop loop;", "no nested event loop"),
    ("tests/a.cpp", "QCoreApplication::processEvents();", "no nested event loop"),
    ("ui/a.cpp", "dialog->exec();", "opened, not run"),
    ("app/a.cpp", "QMessageBox::question(this);", "opened, not run"),
    ("ui/a.cpp", "label->setTextFormat(Qt::RichText);", "text from the service is plain"),
    ("ui/a.cpp", "label->setTextFormat(Qt::AutoText);", "text from the service is plain"),
    ("tests/a.cpp", "QTest::qWait(100);", "nothing sleeps"),
    ("tests/a.cpp", "QThread::msleep(100);", "nothing sleeps"),
    ("tests/a.cpp", "std::this_thread::sleep_for(1s);", "nothing sleeps"),
    ("ui/a.cpp", "#include <QtWidgets>", "include classes, not modules"),
    ("tests/a.cpp", "#include <QtTest/QtTest>", "include classes, not modules"),
    ("api/a.cpp", "static Thing &instance();", "there is no singleton"),
    ("api/a.cpp", "\n" * 300, "301 lines, more than 300"),
    ("api/Thing.cpp", "", "file names are lower case"),
    ("api/a.h", "class A;", "#pragma once is missing"),
    ("api/http/reply.cpp", '#include <QObject>\n#include "models/table.h"\n#include "api/http/reply.h"', None),
    ("api/a.cpp", "// TODO", "unfinished"),
    ("api/a.cpp", '// see /home/anna/notes', "names a path of one machine"),
    ("api/a.cpp", 'auto path = "C:\\\\Users\\\\Anna";', "names a path of one machine"),
]


def plant(root, path, text):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


class ArchitectureTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for path, text in CLEAN.items():
            plant(self.root, path, text)

    def test_a_tree_that_keeps_the_rules_is_clean(self):
        self.assertEqual(architecture.check(self.root), [])

    def test_each_planted_file_is_found(self):
        for path, text, sentence in PLANTED:
            with self.subTest(path=path, text=text[:60]):
                plant(self.root, path, SPDX + text + "\n" * (not text.endswith("\n")))
                findings = architecture.check(self.root)
                if path in CLEAN:
                    plant(self.root, path, CLEAN[path])
                else:
                    (self.root / path).unlink()
                if sentence is None:  # a wrong arrow and the own header not first
                    self.assertEqual(len(findings), 2, findings)
                    self.assertIn("its own header does not come first", "".join(findings))
                else:
                    self.assertEqual(len(findings), 1, findings)
                    self.assertIn(sentence, findings[0])

    def test_every_rule_is_planted(self):
        planted = "\n".join(text for _, text, _ in PLANTED)
        for rule in architecture.RULES:
            self.assertRegex(planted, rule.pattern)

    def test_the_licence_line_is_asked_of_every_kind_of_file(self):
        for name in ["api/a.cpp", "a.h", "CMakeLists.txt", "a.cmake", "tests/a.sh", "a.py", "a.svg", "packaging/dev",
                     ".ci/run", ".clang-tidy"]:
            with self.subTest(name):
                plant(self.root, name, "#pragma once\n")
                self.assertEqual(architecture.check(self.root),
                                 [f"{name}: the line {architecture.SPDX} is missing"])
                (self.root / name).unlink()


if __name__ == "__main__":
    unittest.main()
