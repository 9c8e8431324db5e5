// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsontextedit.h"

#include "models/forms/jsonfault.h"
#include "models/forms/jsonplaces.h"
#include "ui/forms/jsonbrackets.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

JsonTextEdit::JsonTextEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QPlainTextEdit::textChanged, this, &JsonTextEdit::edited);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &JsonTextEdit::showMarks);
}

void JsonTextEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain =
        (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier | Qt::GroupSwitchModifier))
            == Qt::NoModifier
        && !isReadOnly();
    if (isReturn && isPlain)
        beginLine();
    else if (!isPlain || !closeLine(event->text()))
        QPlainTextEdit::keyPressEvent(event);
}

// Between two brackets that belong together there is room for a line of its own.
void JsonTextEdit::beginLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const QString before = line.left(cursor.positionInBlock());
    const QString after = line.mid(cursor.positionInBlock()).trimmed();
    const QString indentation = indentationAfter(before);
    cursor.insertText(u'\n' + indentation);
    const bool opens = before.trimmed().endsWith(u'{') || before.trimmed().endsWith(u'[');
    if (opens && (after.startsWith(u'}') || after.startsWith(u']'))) {
        const int here = cursor.position();
        cursor.insertText(u'\n' + indentation.chopped(jsonIndentation().size()));
        cursor.setPosition(here);
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
}

// A closing bracket that begins a line stands one step further out.
bool JsonTextEdit::closeLine(const QString& bracket)
{
    if (bracket != "}"_L1 && bracket != "]"_L1)
        return false;
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype step = jsonIndentation().size();
    if (cursor.hasSelection() || before.size() < step || !before.trimmed().isEmpty())
        return false;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(step));
    cursor.insertText(bracket);
    setTextCursor(cursor);
    return true;
}

void JsonTextEdit::showMarks()
{
    QList<QTextEdit::ExtraSelection> shown = m_marks;
    const QString text = toPlainText();
    const int cursor = textCursor().position();
    for (const int place : {cursor - 1, cursor}) { // the one that was typed comes first
        const std::optional<qsizetype> other = matchingBracket(text, place);
        if (!other)
            continue;
        for (const int bracket : {place, int(*other)}) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = textCursor();
            mark.cursor.setPosition(bracket);
            mark.cursor.setPosition(bracket + 1, QTextCursor::KeepAnchor);
            mark.format.setFontWeight(QFont::Bold);
            mark.format.setBackground(palette().midlight());
            shown.append(mark);
        }
        break;
    }
    setExtraSelections(shown);
}

void JsonTextEdit::showText(const QString& text)
{
    if (toPlainText() == text)
        return;
    const QSignalBlocker quiet(this);
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, int(text.size())));
    setTextCursor(cursor);
}

void JsonTextEdit::mark(const QList<QPair<int, int>>& mistakes, const QList<QPair<int, int>>& doubts)
{
    m_marks.clear();
    addMarks(mistakes);
    m_mistakes = m_marks.size();
    addMarks(doubts);
    colourMarks();
    showMarks();
}

// What is marked does not follow the theme by itself.
void JsonTextEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    colourMarks();
    showMarks();
}

void JsonTextEdit::colourMarks()
{
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const Attention attention = i < m_mistakes ? Attention::Critical : Attention::Warning;
        QColor colour = attentionColour(attention, palette());
        QTextCharFormat& format = m_marks[i].format;
        format.setUnderlineColor(colour);
        colour.setAlphaF(0.14F);
        format.setBackground(colour);
    }
}

void JsonTextEdit::addMarks(const QList<QPair<int, int>>& places)
{
    for (const auto& [line, column] : places) {
        const QTextBlock block = document()->findBlockByNumber(line - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        const int start = std::min(column - 1, std::max(0, block.length() - 2));
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + std::max(0, start));
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        m_marks.append(mark);
    }
}

void JsonTextEdit::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

void JsonTextEdit::setLineCount(int lines)
{
    m_lines = lines;
    updateGeometry();
}

QSize JsonTextEdit::sizeHint() const
{
    const int margin = 2 * (frameWidth() + int(document()->documentMargin()));
    return {fontMetrics().averageCharWidth() * 48, fontMetrics().lineSpacing() * m_lines + margin};
}

QSize JsonTextEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, std::min(sizeHint().height(), fontMetrics().height() * 5)};
}

Result<QJsonValue, JsonMistake> jsonValueOf(const QString& text)
{
    if (text.trimmed().isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    // QJsonDocument knows objects and arrays only.
    const QByteArray bytes = text.toUtf8();
    QJsonParseError error;
    const QJsonArray values = QJsonDocument::fromJson('[' + bytes + ']', &error).array();
    std::optional<JsonFault> fault = jsonFaultIn(bytes);
    if (!fault && (error.error != QJsonParseError::NoError || values.size() != 1))
        fault = JsonFault {std::max<qsizetype>(0, qsizetype(error.offset) - 1), error.errorString()};
    if (fault) {
        const JsonPlaces::Place place = JsonPlaces::ofByte(bytes, fault->offset);
        return JsonMistake {
            QCoreApplication::translate("JsonTextEdit", "This is not JSON: %1").arg(fault->sentence),
            place.line, place.column, {}};
    }
    return values.first();
}

QString mistakeText(const JsonMistake& mistake)
{
    return mistake.line == 0
        ? mistake.sentence
        : QCoreApplication::translate("JsonTextEdit", "Line %1, column %2: %3")
              .arg(QString::number(mistake.line), QString::number(mistake.column), mistake.sentence);
}

} // namespace Telamon
