// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/exportfixture.h"
#include "tests/support/csvreader.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace Telamon;
using Format = ExportChoice::Format;

namespace {

#ifdef Q_OS_UNIX
// While it lives, no file of this process grows beyond so many bytes: a write fails as it does on a full
// disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit {bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    void (*m_handler)(int);
    rlimit m_before {};
};
#endif

} // namespace

// Where an export does not come to its end, the file that was there stays, and nothing lies beside it.
class TestRecordExportEnds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
    }

    void aFullDiskKeepsTheOldFile_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("room");
        QTest::newRow("nothing fits") << 1 << 0;
        QTest::newRow("full in the only buffer") << 100 << 100;
        QTest::newRow("full in the first chunk") << 20'000 << 5'000;
        QTest::newRow("full in the middle") << 20'000 << 600'000;
    }
    void aFullDiskKeepsTheOldFile()
    {
#ifdef Q_OS_UNIX
        QFETCH(int, rows);
        QFETCH(int, room);
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, rows)));
        for (const Format format : {Format::Csv, Format::Json, Format::Markdown}) {
            RecordExport job(model, exportOf(model, format, m_file), {});
            QSignalSpy finished(&job, &RecordExport::finished);
            {
                const FullDisk full(static_cast<rlim_t>(room));
                job.start();
                QVERIFY(finished.wait(60000));
            }
            QCOMPARE(job.outcome().end, ExportOutcome::End::Failed);
            QVERIFY(!job.outcome().why.isEmpty());
            QVERIFY(job.sentence().contains(m_file) && job.sentence().contains(job.outcome().why));
            QCOMPARE(contentOf(m_file), QByteArray("old"));
            QCOMPARE(filesThere(), QStringList {u"table"_s});
        }
        QCOMPARE(exported(model, exportOf(model, Format::Csv, m_file)).rows, qint64(rows)); // room again
#else
        QSKIP("the limit is set as Unix sets it");
#endif
    }

    void aStoppedExportKeepsTheOldFile()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 100'000)));
        RecordExport job(model, exportOf(model, Format::Json, m_file), {});
        QSignalSpy finished(&job, &RecordExport::finished);
        // In the midst of writing: once some rows are through.
        connect(&job, &RecordExport::progressed, &job, [&job](qint64 rows) {
            if (rows > 0)
                job.stop();
        });
        job.start();
        QVERIFY(finished.wait(60000));
        QCOMPARE(job.outcome().end, ExportOutcome::End::Stopped);
        QVERIFY(!job.isRunning());
        QCOMPARE(contentOf(m_file), QByteArray("old"));
        QCOMPARE(filesThere(), QStringList {u"table"_s});
    }

    void aStopBeforeTheFirstSliceIsOne()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 10)));
        RecordExport job(model, exportOf(model, Format::Csv, m_file), {});
        QSignalSpy finished(&job, &RecordExport::finished);
        job.start();
        job.stop();
        QVERIFY(finished.wait());
        QCOMPARE(job.outcome().end, ExportOutcome::End::Stopped);
        QCOMPARE(contentOf(m_file), QByteArray("old"));
    }

    void anExportThatIsLetGoOfKeepsTheOldFile()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 100'000)));
        {
            RecordExport job(model, exportOf(model, Format::Json, m_file), {});
            QSignalSpy progressed(&job, &RecordExport::progressed);
            job.start();
            QVERIFY(progressed.wait());
        }
        model.clear();
        QTRY_COMPARE(filesThere(), QStringList {u"table"_s}); // the thread ends and cleans up
        QCOMPARE(contentOf(m_file), QByteArray("old"));
    }

    void whatCannotBeAFileSaysSo_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no such folder") << m_folder.filePath(u"no/such/table"_s);
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("a device") << u"/dev/full"_s;
        QTest::newRow("the system's own folder") << u"/proc/table"_s;
    }
    void whatCannotBeAFileSaysSo()
    {
        QFETCH(QString, file);
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 3)));
        const ExportOutcome outcome = exported(model, exportOf(model, Format::Csv, file));
        QCOMPARE(outcome.end, ExportOutcome::End::Failed);
        QVERIFY(!outcome.why.isEmpty());
        QVERIFY(!QFileInfo(file).isFile());
    }

    // The file is the table of one moment, whatever comes in while it is copied and written.
    void aTableThatChangesMeanwhileIsWrittenWhole()
    {
        RecordModel model(exportedLayout());
        QVERIFY(fill(model, exportedRows(0, 30'000)));
        RecordExport job(model, exportOf(model, Format::Csv, m_file), {});
        QSignalSpy finished(&job, &RecordExport::finished);
        job.start();
        QVERIFY(fill(model, exportedRows(10'000, 40'000))); // ten thousand go, as many come
        model.sort(model.columnOf("count"), Qt::AscendingOrder);
        model.clear();
        if (finished.count() == 0)
            QVERIFY(finished.wait(60000));
        QCOMPARE(job.outcome().end, ExportOutcome::End::Written);
        const auto records = readCsv(contentOf(m_file));
        QCOMPARE(records.size(), job.outcome().rows + 1);
        QVERIFY(records.size() > 1);
        for (qsizetype row = 1; row < records.size(); ++row) {
            const QList<QByteArray>& record = records.at(row);
            QCOMPARE(record.at(1), "row " + record.at(0));
            QCOMPARE(record.at(3), record.at(0) == "0" ? QByteArray("0") : '-' + record.at(0));
        }
    }

private:
    QStringList filesThere() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

    QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath(u"table"_s);
};

TELAMON_TEST(TestRecordExportEnds)
#include "test_recordexport_ends.moc"
