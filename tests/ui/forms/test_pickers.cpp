// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are picked: what the list says, while it is read, and when it cannot be.
#include "tests/support/testprogram.h"
#include "tests/ui/forms/editordocument.h"
#include "tests/ui/forms/formwindow.h"
#include "ui/forms/pickertable.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace Telamon;

class TestPickers : public QObject {
    Q_OBJECT

    std::unique_ptr<FormWindow> m_window;
    PickList m_list; // what there is to pick
    std::function<void()> m_arrived;
    QList<bool> m_asked; // whether it was asked for again, each time
    QString m_field; // that was filled last

    void open(const PickList& list) { open(list, editorOperation()); }
    void open(const PickList& list, const Operation& operation)
    {
        m_list = list;
        m_window = std::make_unique<FormWindow>(operation,
            PickerSource {[this](const QString&, const QString& pointer, const FormModel&) {
                              m_field = pointer;
                              return m_list;
                          },
                [this](
                    const QString&, const FormModel&, bool isAgain, QObject*, std::function<void()> arrived) {
                    m_asked.append(isAgain);
                    m_arrived = std::move(arrived);
                    return true;
                }});
        QVERIFY(m_window->show());
        m_window->unfold();
    }
    QString note(const QString& pointer) const
    {
        const QList<QLabel*> labels = m_window->row(pointer)->findChildren<QLabel*>();
        QStringList shown;
        for (const QLabel* label : labels) {
            if (label->isVisible())
                shown.append(label->text());
        }
        return shown.join(u'\n');
    }
    QComboBox* box() const { return qobject_cast<QComboBox*>(m_window->control(u"/body/cluster"_s)); }

private Q_SLOTS:
    void cleanup()
    {
        m_window.reset();
        m_asked.clear();
        m_arrived = {};
    }

    void theListComesWhenItIsThere()
    {
        open({});
        QVERIFY(box());
        QCOMPARE(box()->count(), 0);
        // In the box: a line below it would go again, and the form would jump.
        QVERIFY2(box()->lineEdit()->placeholderText().contains("Reading"_L1),
            qPrintable(box()->lineEdit()->placeholderText()));
        const int height = m_window->row(u"/body/cluster"_s)->sizeHint().height();
        m_list = {PickList::State::Read, {u"one\tFirst"_s, u"two"_s}};
        m_window->model.setValue(u"/body/cluster"_s, u"one"_s);
        m_arrived();
        QCOMPARE(box()->count(), 2);
        QCOMPARE(box()->currentText(), u"First (one)"_s);
        QVERIFY(!box()->lineEdit()->placeholderText().contains("Reading"_L1));
        QCOMPARE(m_window->row(u"/body/cluster"_s)->sizeHint().height(), height);
    }

    void whatCannotBeReadIsTriedAgain()
    {
        open({PickList::State::Failed, {}, false, u"Nobody answers."_s});
        QVERIFY2(
            note(u"/body/cluster"_s).contains("Nobody answers."_L1), qPrintable(note(u"/body/cluster"_s)));
        const QList<QToolButton*> buttons = m_window->row(u"/body/cluster"_s)->findChildren<QToolButton*>();
        const auto again = std::find_if(buttons.begin(), buttons.end(),
            [](const QToolButton* each) { return each->text() == "Try again"_L1 && each->isVisible(); });
        QVERIFY(again != buttons.end());
        const qsizetype asked = m_asked.size();
        m_list = {PickList::State::Reading};
        QTest::mouseClick(*again, Qt::LeftButton);
        QCOMPARE(m_asked.mid(asked), QList<bool> {true});
        QVERIFY(!(*again)->isVisible());
        m_list = {PickList::State::Read, {u"one"_s}};
        m_arrived();
        QCOMPARE(box()->count(), 1);
    }

    void aLongListSaysThatItGoesOn()
    {
        open({PickList::State::Read, {u"one"_s, u"two"_s}, true});
        QVERIFY2(note(u"/body/cluster"_s).contains("first 2"_L1), qPrintable(note(u"/body/cluster"_s)));
        // Anything else can still be typed.
        box()->setFocus();
        QTest::keyClicks(box(), u"other"_s);
        QCOMPARE(m_window->model.value(u"/body/cluster"_s).toString(), u"other"_s);
    }

    void whatIsNotListedAnyMoreIsDoubtful()
    {
        open({PickList::State::Read, {u"one"_s, u"two"_s}, false, {}, true});
        FormModel& model = m_window->model;
        model.setValue(u"/body/cluster"_s, u"one"_s);
        QCOMPARE(model.adviceCount(), 0);
        m_list.values = {u"two"_s};
        model.setValue(u"/body/note"_s, u"another project"_s);
        QTRY_COMPARE(model.adviceCount(), 1);
        model.touchAll();
        const PlaceNote* note = m_window->row(u"/body/cluster"_s)->note();
        QTRY_COMPARE(note->advice(), u"Is not among those of the list"_s);
        model.setValue(u"/body/cluster"_s, u"two"_s);
        QTRY_COMPARE(note->advice(), QString());
        m_list = {PickList::State::Read, {u"three"_s, u"four"_s}}; // and perhaps others
        model.setValue(u"/body/note"_s, u"a third"_s);
        QTRY_COMPARE(box()->count(), 2);
        QCOMPARE(model.adviceCount(), 0);
    }

    void aNameStandsForItsIdWhereOnlyOneHasIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::newRow("name") << u"First"_s << u"one"_s;
        QTest::newRow("id") << u"one"_s << u"one"_s;
        QTest::newRow("line") << u"First (one)"_s << u"one"_s;
        QTest::newRow("two have it") << u"Same"_s << u"Same"_s;
        QTest::newRow("an id before a name") << u"four"_s << u"four"_s;
        QTest::newRow("other case") << u"first"_s << u"first"_s;
        QTest::newRow("not all of it") << u"Firs"_s << u"Firs"_s;
    }
    void aNameStandsForItsIdWhereOnlyOneHasIt()
    {
        QFETCH(const QString, typed);
        open({PickList::State::Read,
            {u"one\tFirst"_s, u"two\tSame"_s, u"three\tSame"_s, u"four"_s, u"five\tfour"_s}});
        box()->setFocus();
        QTest::keyClicks(box(), typed);
        QTEST(m_window->model.value(u"/body/cluster"_s).toString(), "value");
        QCOMPARE(box()->lineEdit()->text(), typed);
    }

    void aNameTypedBeforeTheListStandsForItsId()
    {
        open({});
        box()->setFocus();
        QTest::keyClicks(box(), u"First"_s);
        QCOMPARE(m_window->model.value(u"/body/cluster"_s).toString(), u"First"_s);
        m_list = {PickList::State::Read, {u"one\tFirst"_s}};
        m_arrived();
        QCOMPARE(m_window->model.value(u"/body/cluster"_s).toString(), u"one"_s);
    }

    void entriesOfAListArePickedToo()
    {
        open({PickList::State::Read, {u"shop.orders"_s, u"shop.carts"_s}},
            builtInCatalog().operation(u"unpinGroupClusterCollStatUnpinNamespaces"));
        m_window->unfold();
        auto* names = qobject_cast<QComboBox*>(m_window->control(u"/body/namespaces"_s));
        QVERIFY(names);
        QCOMPARE(names->count(), 2);
        Q_EMIT names->activated(1);
        QTest::keyClicks(names, u"shop.stock"_s);
        QTest::keyClick(names, Qt::Key_Return);
        QCOMPARE(m_window->model.value(u"/body/namespaces"_s),
            QJsonValue(QJsonArray {u"shop.carts"_s, u"shop.stock"_s}));
    }

    void anEntryThatIsNotListedIsDoubtful()
    {
        open({PickList::State::Read, {u"shop.orders"_s, u"shop.carts"_s}, false, {}, true},
            builtInCatalog().operation(u"unpinGroupClusterCollStatUnpinNamespaces"));
        const QString names = u"/body/namespaces"_s;
        FormModel& model = m_window->model;
        const auto doubts = [&] {
            QStringList told;
            const Violations advice = model.advice();
            for (const Violation& each : advice)
                told.append(each.pointer + u": "_s + each.sentence);
            return told;
        };
        model.setValue(names, QJsonArray {u"shop.carts"_s});
        QCOMPARE(doubts(), QStringList());
        model.setValue(names, QJsonArray {u"shop.carts"_s, u"shop.stock"_s});
        QTRY_COMPARE(doubts(), QStringList {names + u": “shop.stock” is not among those of the list"_s});
        model.setValue(names, QJsonArray {u"shop.orders"_s});
        QTRY_COMPARE(doubts(), QStringList());
    }

    void onlyWholeListsCastDoubt_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("availableClusters") << true;
        QTest::newRow("migrationHosts") << true;
        QTest::newRow("pinnedNamespaces") << false;
    }
    void onlyWholeListsCastDoubt()
    {
        const PickerEntry* entry = pickerEntry(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(entry);
        QTEST(entry->isWhole, "isWhole");
    }

    void theKeysGoThroughWhatCanBePicked()
    {
        open({PickList::State::Read, {u"shop.orders"_s, u"shop.carts"_s}},
            builtInCatalog().operation(u"unpinGroupClusterCollStatUnpinNamespaces"));
        auto* names = qobject_cast<QComboBox*>(m_window->control(u"/body/namespaces"_s));
        QVERIFY(names);
        const auto value = [this] { return m_window->model.value(u"/body/namespaces"_s).toArray(); };
        for (int steps : {1, 0}) { // the second, then the first
            const QJsonArray before = value();
            QTest::keyClick(names, Qt::Key_Down);
            QVERIFY(names->view()->isVisible());
            for (; steps > 0; --steps)
                QTest::keyClick(names->view(), Qt::Key_Down);
            QCOMPARE(value(), before); // nothing before it is taken
            QTest::keyClick(names->view(), Qt::Key_Return);
            QVERIFY(!names->view()->isVisible());
        }
        QCOMPARE(value(), (QJsonArray {u"shop.carts"_s, u"shop.orders"_s}));
    }

    void everyListOfTheTableCanBeRead()
    {
        for (const auto& operation : builtInCatalog().operations()) {
            for (const Parameter& parameter : operation->parameters) {
                const PickerEntry* entry = pickerEntry(parameter.picker);
                QVERIFY2(entry || parameter.picker.isEmpty(), qPrintable(parameter.picker));
                const QStringList reads = entry ? entry->operationIds : QStringList();
                for (const QString& read : reads)
                    QVERIFY2(builtInCatalog().find(read), qPrintable(read));
            }
        }
    }
};

TELAMON_WIDGET_TEST(TestPickers)
#include "test_pickers.moc"
