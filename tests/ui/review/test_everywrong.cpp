// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "tests/support/documentjudge.h"
#include "tests/support/fullestarguments.h"
#include "tests/support/testprogram.h"
#include "tests/ui/review/writedesk.h"
#include "tests/ui/review/wrongvalues.h"
#include "ui/forms/formview.h"
#include "ui/forms/placenote.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Telamon;

// Every write's form with wrong values wherever its description has a rule: each is told of at its field.
class TestEveryWrong : public QObject {
    Q_OBJECT

    std::unique_ptr<WriteDesk> m_desk;
    std::unique_ptr<DocumentJudge> m_judge;

    ChangeDialog& dialog() { return *m_desk->dialog; }

    // The label that says what is wrong; null: nothing is said.
    static const QLabel* sentenceOf(const PlaceNote& note)
    {
        const QList<QLabel*> labels = note.findChildren<QLabel*>();
        const auto found = std::find_if(labels.cbegin(), labels.cend(), [&note](const QLabel* each) {
            return each->isVisible() && !each->text().isEmpty() && each->text() == note.mistake();
        });
        return found == labels.cend() ? nullptr : *found;
    }
    QSet<QString> speakingPlaces()
    {
        QSet<QString> places;
        const QList<PlaceNote*> notes = dialog().form()->findChildren<PlaceNote*>();
        for (const PlaceNote* note : notes) {
            if (sentenceOf(*note))
                places.insert(note->pointer());
        }
        return places;
    }
    // Said at the place itself or at the nearest around it.
    static QString saidAt(const QSet<QString>& speaking, const QString& pointer)
    {
        QString at = pointer;
        while (!at.isEmpty() && !speaking.contains(at))
            at = parentPointer(at);
        return at;
    }
    void fillInWrong(const SampleRequest& sample)
    {
        QVERIFY(m_desk->open(sample));
        QTRY_VERIFY(dialog().form());
        const Operation& operation = dialog().model().operation();
        auto start = fullestArguments(operation, [this](const Operation& asked, const Arguments& made) {
            return m_judge->accepts(asked.id, made);
        });
        QVERIFY(start);
        const QList<Mutation> mutations = mutationsOf(start->generator, operation, start->arguments);
        const QStringList wrong = setWrongValues(dialog().model(), start->arguments, mutations,
            [this, &operation](const Arguments& made) { return !m_judge->accepts(operation.id, made); });
        QVERIFY(!wrong.isEmpty());
        QVERIFY(!dialog().model().canSend());
    }
    // As a person who wants to send, and goes from one to the next until the first comes again.
    void seeAll()
    {
        QTest::keyClick(&dialog(), Qt::Key_Return, Qt::ControlModifier);
        const int count = dialog().model().missingCount();
        for (int i = 0; i < count; ++i)
            dialog().missingButton()->click();
        QCoreApplication::sendPostedEvents();
    }
    // Everything that stops sending is told of where it is, and as often as is counted.
    void checkThatAllIsSaid()
    {
        QCOMPARE(dialog().step(), ChangeDialog::Step::Form);
        QVERIFY(!dialog().primaryButton()->isEnabled());
        const FormModel& model = dialog().model();
        const QSet<QString> speaking = speakingPlaces();
        QMap<QString, QSet<QString>> said; // where, and of which places
        const Violations all = model.violations();
        for (const Violation& each : all) {
            if (each.isUnchecked)
                continue;
            const QString place = saidAt(speaking, each.pointer);
            QVERIFY2(!place.isEmpty(), qPrintable(each.pointer + u' ' + each.sentence));
            said[place].insert(each.pointer == place ? place : model.toldOnce(each.pointer));
        }
        QCOMPARE(speaking, QSet<QString>(said.keyBegin(), said.keyEnd())); // and of nothing else
        qsizetype count = 0;
        for (auto it = said.cbegin(); it != said.cend(); ++it) { // a list's entries are told of in one place
            const bool isOfEntries = it.value().size() > 1 && it.value().contains(it.key());
            count += it.value().size() - (isOfEntries ? 1 : 0);
        }
        QCOMPARE(model.missingCount(), int(count));
        QVERIFY2(dialog().missingButton()->text().startsWith(u"%1 "_s.arg(count)),
            qPrintable(dialog().missingButton()->text()));
    }
    void rows()
    {
        QTest::addColumn<int>("index");
        const std::span<const SampleRequest> writes = sampleWrites();
        for (std::size_t i = 0; i < writes.size(); ++i) {
            const QString id = QString::fromLatin1(writes[i].operation);
            if (m_desk->console.catalog().operation(id).requestSchema)
                QTest::newRow(writes[i].operation) << int(i);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(u":/telamon/atlas.openapi.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_judge = std::make_unique<DocumentJudge>(file.readAll());
        m_desk = std::make_unique<WriteDesk>(false);
        QVERIFY(m_desk->isReady());
    }
    void cleanup() { m_desk->close(); }
    void cleanupTestCase() { m_desk.reset(); }

    void whatIsWrongIsSaidAtItsField_data() { rows(); }
    void whatIsWrongIsSaidAtItsField()
    {
        QFETCH(int, index);
        fillInWrong(sampleWrites()[std::size_t(index)]);
        if (QTest::currentTestFailed())
            return;
        seeAll();
        m_desk->pictureOfWholeForm(u"4-wrong"_s);
        checkThatAllIsSaid();
        if (!WriteDesk::isPictured() || QTest::currentTestFailed())
            return;
        dialog().form()->setJsonShown(true);
        m_desk->picture(u"4-wrong-json"_s);
    }

    void whatIsMissingIsSaidAtItsField_data() { rows(); }
    void whatIsMissingIsSaidAtItsField()
    {
        QFETCH(int, index);
        QVERIFY(m_desk->open(sampleWrites()[std::size_t(index)]));
        QTRY_VERIFY(dialog().form());
        if (dialog().model().canSend())
            return; // what is there already is enough
        QVERIFY(speakingPlaces().isEmpty()); // nobody is told off before
        seeAll();
        m_desk->pictureOfWholeForm(u"4-missing"_s);
        checkThatAllIsSaid();
    }

    void whatIsWrongCanBeReadInEveryTheme_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("dark") << Theme::Dark;
        QTest::newRow("light") << Theme::Light;
    }
    void whatIsWrongCanBeReadInEveryTheme()
    {
        QFETCH(Theme, theme);
        const std::span<const SampleRequest> writes = sampleWrites();
        const auto sample = std::find_if(writes.begin(), writes.end(), [](const SampleRequest& each) {
            return QLatin1StringView(each.operation) == "addGroupUsers"_L1;
        });
        QVERIFY(sample != writes.end());
        applyTheme(*qApp, theme == Theme::Dark ? Theme::Light : Theme::Dark);
        fillInWrong(*sample);
        if (QTest::currentTestFailed())
            return;
        seeAll();
        applyTheme(*qApp, theme); // while it stands there
        QCoreApplication::sendPostedEvents(); // it is painted next
        const QList<PlaceNote*> notes = dialog().form()->findChildren<PlaceNote*>();
        int count = 0;
        for (const PlaceNote* note : notes) {
            const QLabel* sentence = sentenceOf(*note);
            if (!sentence)
                continue;
            ++count;
            QCOMPARE(sentence->palette().color(sentence->foregroundRole()),
                attentionColour(Attention::Critical, QApplication::palette()));
        }
        QVERIFY(count > 0);
    }
};

TELAMON_WIDGET_TEST(TestEveryWrong)
#include "test_everywrong.moc"
