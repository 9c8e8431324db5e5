// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "ui/profiles/secretfield.h"

#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace Telamon;
using namespace Qt::StringLiterals;

class TestSecretField : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSecretHidesItselfAgain()
    {
        SecretField field(nullptr, std::chrono::milliseconds(60));
        field.show();
        QTest::keyClicks(field.edit(), u"canary"_s);
        QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
        field.revealButton()->setFocus();
        QTest::keyClick(field.revealButton(), Qt::Key_Space);
        QCOMPARE(field.edit()->echoMode(), QLineEdit::Normal);
        QTRY_COMPARE(field.edit()->echoMode(), QLineEdit::Password);
        QVERIFY(!field.revealButton()->isChecked());
    }
};

TELAMON_WIDGET_TEST(TestSecretField)
#include "test_secretfield.moc"
