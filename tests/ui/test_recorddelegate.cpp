// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "ui/widgets/recorddelegate.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

// As the style draws every cell.
class UsualDelegate : public RecordDelegate {
public:
    using RecordDelegate::RecordDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
    }
};

} // namespace

class TestRecordDelegate : public QObject {
    Q_OBJECT

    static QImage painted(const RecordDelegate& delegate, const QStyleOptionViewItem& option,
        const QModelIndex& index, int scale)
    {
        QImage image(option.rect.size() * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(option.palette.color(QPalette::Base));
        QPainter painter(&image);
        delegate.paint(&painter, option, index);
        return image;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void aCellLooksAsTheStyleDrawsIt_data()
    {
        constexpr QStyle::State usual = QStyle::State_Enabled | QStyle::State_Active;
        constexpr Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
        constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
        const QString sentence = u"The service refused it, and gave no reason at all."_s;
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStyle::State>("state");
        QTest::addColumn<Qt::Alignment>("alignment");
        QTest::addColumn<int>("width");
        const auto row = [](const char* name, const QString& text, QStyle::State state,
                             Qt::Alignment alignment,
                             int width) { QTest::newRow(name) << text << state << alignment << width; };
        row("word", u"warehouse"_s, usual, left, 160);
        row("kerned", u"AVATAR To Wa. fi"_s, usual, left, 160);
        row("number", u"1,234.5 GiB"_s, usual, right, 160);
        row("in the middle", u"1,234.5 GiB"_s, usual, Qt::AlignCenter, 160);
        row("nothing", {}, usual, left, 160);
        row("too long", sentence, usual, left, 160);
        row("too long, and from the right", sentence, usual, right, 160);
        row("a long word", u"shop-shard-00-02.abcde.mongodb.net:27017"_s, usual, left, 160);
        row("hardly any room", u"warehouse"_s, usual, left, 20);
        row("no room", u"warehouse"_s, usual, left, 6);
        row("selected", sentence, usual | QStyle::State_Selected, left, 400);
        row("selected in another window", sentence, QStyle::State_Enabled | QStyle::State_Selected, left,
            400);
        row("disabled", sentence, QStyle::State_None, left, 400);
        row("focused", u"warehouse"_s, usual | QStyle::State_HasFocus, left, 160);
        row("accents", u"caf\u00e9 na\u00efve"_s, usual, left, 160);
        row("from the right to the left", u"\u05d0\u05d1\u05d2 abc"_s, usual, left, 160);
        row("combined", u"e\u0301a\u0308"_s, usual, left, 160);
        row("many lines", u"a\nb"_s, usual, left, 160);
    }
    void aCellLooksAsTheStyleDrawsIt()
    {
        QFETCH(const QString, text);
        QFETCH(const QStyle::State, state);
        QFETCH(const Qt::Alignment, alignment);
        QFETCH(const int, width);
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), text);
        model.setData(model.index(0, 0), int(alignment), Qt::TextAlignmentRole);
        const RecordDelegate delegate(-1, -1, nullptr);
        const UsualDelegate usual(-1, -1, nullptr);
        QStyleOptionViewItem option;
        option.state = state;
        option.rect = {0, 0, width, 27};
        option.showDecorationSelected = true;
        option.palette = QApplication::palette();
        for (const int scale : {1, 2}) {
            const QImage wanted = painted(usual, option, model.index(0, 0), scale);
            QCOMPARE(painted(delegate, option, model.index(0, 0), scale), wanted);
            QCOMPARE(painted(delegate, option, model.index(0, 0), scale), wanted); // what it has kept
        }
    }

    void anotherFontIsSeen()
    {
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), u"warehouse"_s);
        const RecordDelegate delegate(-1, -1, nullptr);
        const UsualDelegate usual(-1, -1, nullptr);
        QStyleOptionViewItem option;
        option.state = QStyle::State_Enabled | QStyle::State_Active;
        option.rect = {0, 0, 160, 40};
        option.palette = QApplication::palette();
        const QImage before = painted(delegate, option, model.index(0, 0), 1);
        QFont larger = QApplication::font();
        larger.setPointSizeF(larger.pointSizeF() * 1.5);
        model.setData(model.index(0, 0), larger, Qt::FontRole);
        const QImage after = painted(delegate, option, model.index(0, 0), 1);
        QVERIFY(after != before);
        QCOMPARE(after, painted(usual, option, model.index(0, 0), 1));
    }
};

TELAMON_WIDGET_TEST(TestRecordDelegate)
#include "test_recorddelegate.moc"
