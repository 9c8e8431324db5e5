// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "api/journal/journal.h"
#include "models/forms/formmodel.h"
#include "tests/support/testprogram.h"
#include "tests/ui/review/writedesk.h"
#include "ui/forms/mnemonics.h"
#include "ui/review/answerview.h"
#include "ui/review/confirmationview.h"
#include "ui/review/oncesecrets.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Step = ChangeDialog::Step;

// Every write of the catalog, from its form through review and confirmation to a verdict, on the sandbox.
class TestEveryWrite : public QObject {
    Q_OBJECT

    std::unique_ptr<WriteDesk> m_desk;
    ChangeDialog* m_dialog = nullptr; // the desk's
    QString m_confirmText; // what is typed where something is to be typed

    void rows()
    {
        QTest::addColumn<int>("index");
        const std::span<const SampleRequest> writes = sampleWrites();
        for (std::size_t i = 0; i < writes.size(); ++i)
            QTest::newRow(writes[i].operation) << int(i);
    }
    void open(int index)
    {
        const SampleRequest& sample = sampleWrites()[std::size_t(index)];
        const QByteArray body = sample.body ? m_desk->filled(sample.body) : QByteArray();
        QVERIFY(m_desk->open(sample));
        m_dialog = m_desk->dialog;
        m_desk->picture(u"1-form"_s);
        const QJsonObject given = QJsonDocument::fromJson(body).object();
        for (auto it = given.begin(); it != given.end(); ++it)
            m_dialog->model().setValue(childPointer(u"/body"_s, it.key()), it.value());
        QVERIFY2(m_dialog->model().canSend(), qPrintable(m_dialog->model().firstViolation()));
        const QJsonObject use = toJson(m_dialog->model().arguments());
        m_confirmText = valueAt(use, m_dialog->model().operation().confirmPointer).toString();
        if (m_dialog->step() == Step::Form) {
            m_desk->picture(u"2-filled"_s);
            QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        }
        QTRY_COMPARE(m_dialog->step(), Step::Review);
        m_desk->picture(u"3-review"_s);
    }
    void enterConfirmation()
    {
        auto* name = m_dialog->confirmation()->findChild<QLineEdit*>();
        if (name->isVisible()) {
            name->setFocus();
            QTest::keyClicks(name, m_confirmText);
        }
        auto* onceMore = m_dialog->confirmation()->findChild<QCheckBox*>();
        if (onceMore->isVisible()) {
            onceMore->setFocus();
            QTest::keyClick(onceMore, Qt::Key_Space);
        }
    }
    // Letters that Alt and one of them bring to more than one place.
    QString lettersTwice() const
    {
        QSet<QChar> seen;
        QString twice;
        const auto see = [&seen, &twice](const QWidget* widget, const QString& text) {
            const QChar letter = widget->isVisible() ? mnemonicOf(text) : QChar();
            if (!letter.isNull() && seen.contains(letter))
                twice += letter;
            seen.insert(letter);
        };
        const QList<QAbstractButton*> buttons = m_dialog->findChildren<QAbstractButton*>();
        for (const QAbstractButton* each : buttons)
            see(each, each->text());
        const QList<QLabel*> labels = m_dialog->findChildren<QLabel*>();
        for (const QLabel* each : labels) {
            if (each->buddy())
                see(each, each->text());
        }
        return twice;
    }
    void confirm()
    {
        QCOMPARE(lettersTwice(), QString());
        QCOMPARE(m_dialog->primaryButton()->isEnabled(), !m_dialog->confirmation()->asksSomething());
        enterConfirmation();
        QVERIFY(m_dialog->primaryButton()->isEnabled());
        m_dialog->activateWindow();
        m_dialog->primaryButton()->setFocus();
        QTRY_VERIFY(m_dialog->primaryButton()->hasFocus());
        QTest::keyClick(m_dialog->primaryButton(), Qt::Key_Return);
    }
    int writeCount() const
    {
        int count = 0;
        for (const char* method : {"PATCH", "PUT", "DELETE", "POST"})
            count += m_desk->console.server().requestCount(method);
        return count;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_dialog = nullptr;
        if (m_desk)
            m_desk->close();
    }
    void cleanupTestCase() { m_desk.reset(); }

    void theSamplesAreAllTheWrites()
    {
        m_desk = std::make_unique<WriteDesk>(false);
        QVERIFY(m_desk->isReady());
        QSet<QString> known {u"cutoverGroupLiveMigration"_s}; // needs a migration that is ready for it
        for (const SampleRequest& sample : sampleWrites())
            known.insert(QString::fromLatin1(sample.operation));
        for (const auto& operation : m_desk->console.catalog().operations())
            QVERIFY2(operation->isRead() || known.contains(operation->id), qPrintable(operation->id));
    }

    void everyWriteIsDone_data() { rows(); }
    void everyWriteIsDone()
    {
        QFETCH(int, index);
        open(index);
        if (QTest::currentTestFailed())
            return;
        const int before = writeCount();
        confirm();
        if (QTest::currentTestFailed())
            return;
        QTRY_VERIFY(m_dialog->step() == Step::End || m_dialog->step() == Step::Form);
        QVERIFY2(m_dialog->step() == Step::End, qPrintable(m_dialog->message()->text()));
        QCOMPARE(writeCount(), before + 1);
        const QList<Change> changes = m_desk->journal->changes();
        QVERIFY(!changes.isEmpty());
        QCOMPARE(changes.constFirst().operationId,
            QString::fromLatin1(sampleWrites()[std::size_t(index)].operation));
        QVERIFY2(
            changes.constFirst().verdict == Change::Verdict::Done, qPrintable(changes.constFirst().sentence));
        m_desk->picture(u"5-end"_s);
    }

    void whatIsToldOnlyOnceIsNotToldTwice()
    {
        const std::span<const SampleRequest> writes = sampleWrites();
        const auto sample = std::find_if(writes.begin(), writes.end(), [](const SampleRequest& each) {
            return QLatin1StringView(each.operation) == "createOrgLiveMigrationLinkToken"_L1;
        });
        QVERIFY(sample != writes.end());
        open(int(sample - writes.begin()));
        if (QTest::currentTestFailed())
            return;
        confirm();
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE(m_dialog->step(), Step::End);
        const auto* secrets = m_dialog->verdict()->findChild<OnceSecrets*>();
        const auto* answer = m_dialog->verdict()->findChild<AnswerView*>();
        QVERIFY(secrets->isVisible());
        QVERIFY(!answer->isVisible()); // it holds nothing else
    }

    void aReadOnlyProfileSendsNone_data() { rows(); }
    void aReadOnlyProfileSendsNone()
    {
        QFETCH(int, index);
        if (index == 0) {
            m_desk = std::make_unique<WriteDesk>(true);
            QVERIFY(m_desk->isReady());
        }
        open(index);
        if (QTest::currentTestFailed())
            return;
        const int before = writeCount();
        QVERIFY(!m_dialog->confirmation()->isVisible()); // nothing is asked that leads nowhere
        QVERIFY(!m_dialog->primaryButton()->isEnabled());
        QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_dialog->step(), Step::Review);
        QVERIFY2(
            m_dialog->message()->text().contains("read-only"_L1), qPrintable(m_dialog->message()->text()));
        QVERIFY(m_desk->journal->changes().isEmpty());
        QCOMPARE(writeCount(), before);
    }
};

TELAMON_WIDGET_TEST(TestEveryWrite)
#include "test_everywrite.moc"
