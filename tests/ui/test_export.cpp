// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "tests/support/csvreader.h"
#include "tests/support/testprogram.h"
#include "tests/ui/consoletest.h"
#include "tests/ui/controlwalk.h"
#include "ui/export/exportbar.h"
#include "ui/export/exportdialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Telamon;

// Any table goes to a file, by keys alone, while the window stays alive.
class TestExport : public ConsoleTest {
    Q_OBJECT

    void afterConnecting() override { activate(); }

private Q_SLOTS:
    void aTableIsExportedByKeysAlone()
    {
        RecordPage& page = m_console->page();
        QCOMPARE(page.model().setFilter(u"state:IDLE"_s), QString());
        const int shown = page.model().rowCount();
        QVERIFY(shown > 0 && shown < page.model().totalCount());
        const QString path = m_folder.filePath(u"fleet.csv"_s);
        ExportDialog* dialog = openDialog();
        QVERIFY(dialog);
        typeFile(*dialog, path);
        QCOMPARE(endOf([] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); }),
            u"Rows written to %1: %2"_s.arg(path).arg(shown));
        const auto records = readCsv(contentOf(path));
        QCOMPARE(records.size(), shown + 1);
        const QList<int> columns = page.view().shownColumns();
        QCOMPARE(records.first().size(), columns.size());
        const auto name = columns.indexOf(page.model().columnOf("name"));
        for (int row = 0; row < shown; ++row)
            QCOMPARE(QString::fromUtf8(records.at(row + 1).at(name)), page.model().text(row, "name"));

        // All rows and columns, in another format, over the file that is there.
        dialog = openDialog();
        QVERIFY(dialog);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End); // Markdown
        QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        QTest::keyClick(dialog, Qt::Key_C, Qt::AltModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        QVERIFY(dialog->choice().file.endsWith("fleet.md"_L1)); // in the folder of the last time
        typeFile(*dialog, path);
        QVERIFY(notesOf(*dialog).contains("will be replaced"_L1));
        const int all = page.model().totalCount();
        QCOMPARE(endOf([dialog] { QTest::keyClick(dialog, Qt::Key_E, Qt::AltModifier); }),
            u"Rows written to %1: %2"_s.arg(path).arg(all));
        const QByteArray content = contentOf(path);
        QCOMPARE(content.count('\n'), all + 2);
        QCOMPARE(content.left(content.indexOf('\n')).count('|'), page.model().columnCount() + 1);
    }

    void whatIsSecretStaysIt()
    {
        const Place place = m_console->place(Place::Kind::FlexCluster);
        QVERIFY(m_console->open(place, "flexRestoreJobs"));
        const RecordModel& model = m_console->page().model();
        int urls = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            urls += model.json(row).first().second.contains("https://");
        QVERIFY(urls > 0);
        for (const auto format : {ExportChoice::Format::Json, ExportChoice::Format::Csv}) {
            ExportDialog* dialog = openDialog();
            QVERIFY(dialog);
            auto* formats = dialog->findChild<QComboBox*>();
            formats->setCurrentIndex(formats->findData(int(format)));
            const QString path = m_folder.filePath(u"jobs"_s);
            typeFile(*dialog, path);
            QVERIFY(!endOf([dialog] { QTest::keyClick(dialog, Qt::Key_Return); }).isEmpty());
            const QByteArray content = contentOf(path);
            QVERIFY(!content.contains("https://"));
            if (format == ExportChoice::Format::Json) {
                QCOMPARE(content.count("••••••"), urls);
                QCOMPARE(QJsonDocument::fromJson(content).array().size(), model.rowCount());
            }
        }
    }

    void theWindowStaysAliveWhileALargeTableIsWritten()
    {
        fillPage(100'000);
        RecordPage& page = m_console->page();
        const QString path = m_folder.filePath(u"events.json"_s);
        for (const auto format : {ExportChoice::Format::Csv, ExportChoice::Format::Json}) {
            ExportChoice choice {format, true, {}, path};
            for (int column = 0; column < page.model().columnCount(); ++column)
                choice.columns.append(column);
            QTimer ticker; // turns of the event loop
            QSignalSpy ticked(&ticker, &QTimer::timeout);
            ticker.start(5);
            m_console->watchdog().restart();
            QVERIFY(!endOf([&] { page.exportBar().start(page.model(), choice, {}); }, 60000).isEmpty());
            QVERIFY2(m_console->watchdog().longestTurn() <= GuiWatchdog::limit(),
                qPrintable(QString::number(m_console->watchdog().longestTurn().count())));
            QVERIFY2(ticked.count() > 20, qPrintable(QString::number(ticked.count())));
            QVERIFY(page.exportBar().text().contains("100,000"_L1));
        }
        QCOMPARE(QJsonDocument::fromJson(contentOf(path)).array().size(), 100'000);
    }

    void anExportIsStoppedByKeysAndOnlyOneRuns()
    {
        fillPage(100'000);
        RecordPage& page = m_console->page();
        const QString path = m_folder.filePath(u"kept.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        ExportDialog* dialog = openDialog();
        QVERIFY(dialog);
        typeFile(*dialog, path);
        const QString sentence = endOf([&] {
            QTest::keyClick(dialog, Qt::Key_Return);
            QVERIFY(page.exportBar().isRunning());
            QVERIFY(!openDialog()); // a second one has to wait
            QCOMPARE(namelessIn(page.exportBar()), QStringList());
            auto* stop = page.exportBar().findChild<QToolButton*>();
            QVERIFY(stop->isVisible());
            stop->setFocus(Qt::TabFocusReason);
            QTest::keyClick(stop, Qt::Key_Space);
        });
        QVERIFY2(sentence.startsWith("Stopped."_L1), qPrintable(sentence));
        QCOMPARE(contentOf(path), QByteArray("old"));
        QVERIFY(!page.exportBar().isRunning());
        QTest::keyClick(page.exportBar().findChild<QToolButton*>(), Qt::Key_Space);
        QVERIFY(!page.exportBar().isVisible());
    }

    void aFailureIsSaidOnThePage()
    {
        const QString path = m_folder.filePath(u"gone/fleet.csv"_s);
        ExportChoice choice {ExportChoice::Format::Csv, true, {0}, path};
        RecordPage& page = m_console->page();
        const QString sentence = endOf([&] { page.exportBar().start(page.model(), choice, {}); });
        QVERIFY(sentence.startsWith(u"Nothing was written to "_s + path));
        QCOMPARE(page.exportBar().text(), sentence);
    }

    void theDialogSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no such folder") << m_folder.filePath(u"gone/x.csv"_s);
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("a device") << u"/dev/null"_s;
    }
    void theDialogSaysWhatIsWrong()
    {
        QFETCH(QString, file);
        ExportDialog* dialog = openDialog();
        QVERIFY(dialog);
        QSignalSpy chosen(dialog, &ExportDialog::chosen);
        typeFile(*dialog, file);
        const QString before = notesOf(*dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        QVERIFY(dialog->isVisible());
        QVERIFY(notesOf(*dialog).size() > before.size());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_console->window().findChild<ExportDialog*>());
    }

    void everyControlIsNamedAndReached()
    {
        ExportDialog* dialog = openDialog();
        QVERIFY(dialog);
        QCOMPARE(namelessIn(*dialog), QStringList());
        QCOMPARE(unreachableIn(*dialog, *dialog), QStringList());
        // The file can be looked for, without a loop of its own that would stop everything else.
        QTest::keyClick(dialog, Qt::Key_H, Qt::AltModifier);
        QTRY_VERIFY(dialog->findChild<QFileDialog*>()); // a button is pressed for a moment first
        auto* files = dialog->findChild<QFileDialog*>();
        QTRY_VERIFY(files->isVisible());
        auto* name = files->findChild<QLineEdit*>(u"fileNameEdit"_s);
        QVERIFY(name);
        name->setText(m_folder.filePath(u"found.csv"_s));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(dialog->choice().file, m_folder.filePath(u"found.csv"_s));
    }

    // Where the focus is when a page is new.
    void theFilterDoesNotKeepTheKey()
    {
        QLineEdit* filter = m_console->page().filterBar().lineEdit();
        filter->setFocus();
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClick(filter, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(m_console->window().findChild<ExportDialog*>());
    }

private:
    // Null: it does not open.
    ExportDialog* openDialog()
    {
        QWidget& window = m_console->window();
        window.activateWindow(); // without a window manager nobody does it when a dialog closes
        if (!QTest::qWaitFor([&window] { return QApplication::activeWindow() == &window; }))
            return nullptr;
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        const QList<ExportDialog*> dialogs = m_console->window().findChildren<ExportDialog*>();
        for (ExportDialog* dialog : dialogs) { // one that is closed may still be there
            // QTest::qWaitForWindowActive() is content with an active parent.
            const auto isActive = [dialog] { return QApplication::activeWindow() == dialog; };
            if (dialog->isVisible())
                return QTest::qWaitFor(isActive) ? dialog : nullptr;
        }
        return nullptr;
    }

    void typeFile(ExportDialog& dialog, const QString& path)
    {
        QTest::keyClick(&dialog, Qt::Key_L, Qt::AltModifier);
        QWidget* edit = QApplication::focusWidget();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Backspace);
        QTest::keyClicks(edit, path);
        m_console->watchdog().restart(); // all keys at once are no turn of a person's
    }

    static QString notesOf(const ExportDialog& dialog)
    {
        QString notes;
        const auto labels = dialog.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            notes += label->isVisible() ? label->text() : QString();
        return notes;
    }

    template <typename Begin> QString endOf(Begin begin, int milliseconds = 15000)
    {
        QSignalSpy ended(&m_console->page().exportBar(), &ExportBar::ended);
        begin();
        if (ended.isEmpty())
            ended.wait(milliseconds);
        return ended.isEmpty() ? QString() : ended.first().first().toString();
    }

    void fillPage(int rows)
    {
        QVERIFY(m_console->open(m_console->place(Place::Kind::Project), "events"));
        RecordModel& model = m_console->page().model();
        QSignalSpy finished(&model, &RecordModel::loadFinished);
        model.beginLoad();
        for (int first = 0; first < rows; first += 500) {
            QJsonArray events;
            for (int i = first; i < first + 500; ++i)
                events.append(QJsonObject {{u"id"_s, QString::number(i)}, {u"username"_s, u"somebody"_s},
                    {u"eventTypeName"_s, u"CLUSTER_CREATED"_s}, {u"created"_s, u"2026-08-10T01:02:03Z"_s}});
            model.addAnswer("events", QJsonDocument(QJsonObject {{u"results"_s, events}}).toJson());
        }
        model.finishLoad();
        QVERIFY(finished.wait(60000));
        QCOMPARE(model.totalCount(), rows);
        m_console->watchdog().restart(); // what comes before is the test's own work
    }

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

TELAMON_WIDGET_TEST(TestExport)
#include "test_export.moc"
