// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/result.h"
#include "models/forms/formjson.h"

#include <QJsonValue>
#include <QPlainTextEdit>

namespace Telamon {

// Text in which a person writes JSON: fixed pitch, Tab goes on to the next control, places can be marked. A
// new line is indented as its place asks for; the bracket at the cursor is shown with the one that belongs to
// it.
class JsonTextEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit JsonTextEdit(QWidget* parent = nullptr);

    // Keeps the cursor where it is, as far as that place still is there.
    void showText(const QString& text);
    // Underlines from each place to the end of its line. Line and column count from 1.
    void mark(const QList<QPair<int, int>>& mistakes, const QList<QPair<int, int>>& doubts = {});
    void goTo(int line, int column);
    void setLineCount(int lines); // how tall it wants to be

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(); // by a person

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void beginLine();
    bool closeLine(const QString& bracket);
    void addMarks(const QList<QPair<int, int>>& places);
    void colourMarks();
    void showMarks();

    int m_lines = 12;
    QList<QTextEdit::ExtraSelection> m_marks; // of mistakes, then of doubts
    qsizetype m_mistakes = 0; // so many of them
};

// One JSON value of any type, or why the text is none. Empty text: undefined.
Result<QJsonValue, JsonMistake> jsonValueOf(const QString& text);
QString mistakeText(const JsonMistake& mistake); // "Line 3, column 7: …"

} // namespace Telamon
