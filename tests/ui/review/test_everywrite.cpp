// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "api/journal/journal.h"
#include "models/forms/formmodel.h"
#include "models/session.h"
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/requests.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consolefixture.h"
#include "ui/forms/mnemonics.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/review/changedialog.h"
#include "ui/review/confirmationview.h"
#include "ui/review/reviewview.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Telamon;
using Step = ChangeDialog::Step;

// Every write of the catalog, from its form through review and confirmation to a verdict, on the sandbox.
class TestEveryWrite : public QObject {
    Q_OBJECT

    // The console with a journal, as the program puts them together.
    struct Desk {
        explicit Desk(bool isReadOnly)
        {
            if (!console.connectToSandbox(isReadOnly))
                return;
            journal = console.recordChanges();
            if (!journal)
                return;
            raw = std::make_unique<RawClient>(console.server());
            places = std::make_unique<Places>(*raw);
        }

        ConsoleFixture console;
        Journal* journal = nullptr;
        std::unique_ptr<RawClient> raw;
        std::unique_ptr<Places> places; // null: it could not be set up
    };

    std::unique_ptr<Desk> m_desk;
    ChangeDialog* m_dialog = nullptr;
    QString m_confirmText; // what is typed where something is to be typed

    // The path's values, by the template's names.
    static QMap<QString, QJsonValue> pathValues(const Operation& operation, const QByteArray& target)
    {
        QMap<QString, QJsonValue> values;
        const QStringList wanted = operation.path.split(u'/');
        const QStringList given = QString("/api/atlas/v2/"_L1 + QString::fromUtf8(target)).split(u'/');
        for (qsizetype i = 0; i < std::min(wanted.size(), given.size()); ++i) {
            const qsizetype open = wanted.at(i).indexOf(u'{');
            const qsizetype close = wanted.at(i).indexOf(u'}');
            if (open < 0)
                continue;
            const qsizetype suffix = wanted.at(i).size() - close - 1; // ":pinFeatureCompatibilityVersion"
            values.insert(wanted.at(i).mid(open + 1, close - open - 1), given.at(i).chopped(suffix));
        }
        return values;
    }
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
        const Operation& operation =
            m_desk->console.catalog().operation(QString::fromLatin1(sample.operation));
        const QByteArray target = m_desk->places->filled(sample.target);
        const QByteArray body = sample.body ? m_desk->places->filled(sample.body) : QByteArray();
        m_desk->console.watchdog().restart(); // what filled in the names waits on a socket
        Session& session = m_desk->console.session();
        const QMap<QString, QJsonValue> path = pathValues(operation, target);
        m_dialog = new ChangeDialog(session, m_desk->console.drafts(),
            {.operation = &operation, .fixed = path}, &m_desk->console.window());
        m_dialog->open();
        // Where there is nothing to say the review comes at once.
        QTRY_VERIFY(m_dialog->step() == Step::Form || m_dialog->step() == Step::Review);
        picture(u"1-form"_s);
        const QJsonObject given = QJsonDocument::fromJson(body).object();
        for (auto it = given.begin(); it != given.end(); ++it)
            m_dialog->model().setValue(childPointer(u"/body"_s, it.key()), it.value());
        QVERIFY2(m_dialog->model().canSend(), qPrintable(m_dialog->model().firstViolation()));
        const QJsonObject use = toJson(m_dialog->model().arguments());
        m_confirmText = valueAt(use, operation.confirmPointer).toString();
        if (m_dialog->step() == Step::Form) {
            picture(u"2-filled"_s);
            QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
        }
        QTRY_COMPARE(m_dialog->step(), Step::Review);
        picture(u"3-review"_s);
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
    bool isReadingNames() const
    {
        static const QRegularExpression bareId(u"\\A[0-9a-f]{24}\\z"_s);
        const QList<QLineEdit*> edits = m_dialog->findChildren<QLineEdit*>();
        const QList<QLabel*> labels = m_dialog->findChildren<QLabel*>();
        return std::any_of(edits.cbegin(), edits.cend(), [](const QLineEdit* each) {
            return each->placeholderText().startsWith("Reading"_L1);
        }) || std::any_of(labels.cbegin(), labels.cend(), [](const QLabel* each) {
            return each->isVisible() && bareId.match(each->text()).hasMatch();
        });
    }
    // For a person who wants to look: TELAMON_PICTURES names a folder.
    void picture(const QString& what) const
    {
        const QString folder = qEnvironmentVariable("TELAMON_PICTURES");
        if (folder.isEmpty())
            return;
        // Names for what is picked come when their lists do; what no list knows stays an id.
        (void)QTest::qWaitFor([this] { return !isReadingNames(); }, 2000);
        QTRY_VERIFY(m_dialog->form()); // it is made and laid out in the turns after the state has come
        const QString name = folder + u'/' + m_dialog->model().operation().id + u'-' + what;
        for (const auto& [theme, ending] :
            {std::pair(Theme::Dark, "-dark.png"_L1), std::pair(Theme::Light, "-light.png"_L1)}) {
            applyTheme(*qApp, theme);
            QCoreApplication::sendPostedEvents();
            m_dialog->grab().save(name + ending);
        }
    }
    int writeCount() const
    {
        int count = 0;
        for (const char* method : {"PATCH", "PUT", "DELETE", "POST"})
            count += m_desk->console.server().requestCount(method);
        return count;
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setDoubleClickInterval(0); } // nobody has to read each step
    void cleanup() { delete std::exchange(m_dialog, nullptr); }
    void cleanupTestCase() { m_desk.reset(); }

    void theSamplesAreAllTheWrites()
    {
        m_desk = std::make_unique<Desk>(false);
        QVERIFY(m_desk->places);
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
    }

    void aReadOnlyProfileSendsNone_data() { rows(); }
    void aReadOnlyProfileSendsNone()
    {
        QFETCH(int, index);
        if (index == 0) {
            m_desk = std::make_unique<Desk>(true);
            QVERIFY(m_desk->places);
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
