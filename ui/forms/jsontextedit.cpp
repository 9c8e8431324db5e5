// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsontextedit.h"

#include "models/forms/jsonplaces.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextBlock>

#include <algorithm>

namespace Telamon {

JsonTextEdit::JsonTextEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QPlainTextEdit::textChanged, this, &JsonTextEdit::edited);
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

void JsonTextEdit::mark(const QList<QPair<int, int>>& places)
{
    QList<QTextEdit::ExtraSelection> marks;
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
        mark.format.setUnderlineColor(attentionColour(Attention::Critical, palette()));
        QColor tint = attentionColour(Attention::Critical, palette());
        tint.setAlphaF(0.14F);
        mark.format.setBackground(tint);
        marks.append(mark);
    }
    setExtraSelections(marks);
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
    const QByteArray bytes = '[' + text.toUtf8() + ']';
    QJsonParseError error;
    const QJsonArray values = QJsonDocument::fromJson(bytes, &error).array();
    if (error.error != QJsonParseError::NoError || values.size() != 1) {
        JsonPlaces::Place place = JsonPlaces::ofByte(
            bytes, error.error == QJsonParseError::NoError ? bytes.size() - 1 : error.offset);
        if (place.line == 1)
            place.column = std::max(1, place.column - 1);
        const QString why = error.error == QJsonParseError::NoError
            ? QCoreApplication::translate("JsonTextEdit", "there is more than one value")
            : error.errorString();
        return JsonMistake {QCoreApplication::translate("JsonTextEdit", "This is not JSON: %1").arg(why),
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
