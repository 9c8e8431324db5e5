// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonview.h"

#include "models/jsontext.h"
#include "models/linediff.h"

#include <QFontDatabase>
#include <QTextCursor>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qsizetype shownLimit = 1024 * 1024; // characters; a text field with more makes the window wait

QString shortened(const QString& text)
{
    if (text.size() <= shownLimit)
        return text;
    return text.left(shownLimit) + u'\n'
        + JsonView::tr("… (characters not shown: %1)").arg(text.size() - shownLimit);
}

QLatin1StringView signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Added:
        return "+ "_L1;
    case DiffLine::Kind::Removed:
        return "- "_L1;
    case DiffLine::Kind::Same:
        break;
    }
    return "  "_L1;
}

// Lets through so much of the ground that the text is read in both themes.
QColor colourOf(DiffLine::Kind kind)
{
    return kind == DiffLine::Kind::Added ? QColor(0x2e, 0xa0, 0x43, 0x40) : QColor(0xf8, 0x51, 0x49, 0x40);
}

struct Stretch {
    DiffLine::Kind kind;
    qsizetype from;
    qsizetype to;
};

} // namespace

JsonView::JsonView(const QString& title, QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(title);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void JsonView::showJson(const QByteArray& json)
{
    setExtraSelections({});
    setPlainText(shortened(prettyJson(json)));
}

void JsonView::showDiff(const QList<DiffLine>& lines)
{
    QString text;
    QList<Stretch> stretches;
    for (const DiffLine& line : lines) {
        const qsizetype from = text.size();
        text += signOf(line.kind) + line.text;
        const qsizetype to = text.size();
        text += u'\n';
        if (line.kind == DiffLine::Kind::Same || to > shownLimit)
            continue;
        if (!stretches.isEmpty() && stretches.last().kind == line.kind && stretches.last().to + 1 == from)
            stretches.last().to = to;
        else
            stretches.append({line.kind, from, to});
    }
    text.chop(1);
    setExtraSelections({});
    setPlainText(shortened(text));
    QList<QTextEdit::ExtraSelection> coloured;
    for (const Stretch& stretch : std::as_const(stretches)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(stretch.from));
        selection.cursor.setPosition(int(stretch.to), QTextCursor::KeepAnchor);
        selection.format.setBackground(colourOf(stretch.kind));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        coloured.append(selection);
    }
    setExtraSelections(coloured);
}

} // namespace Telamon
