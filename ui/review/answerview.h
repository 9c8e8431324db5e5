// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTreeView;

namespace Telamon {

class DetailModel;
struct Schema;

// The answer of an operation as fields and as JSON, with its secrets masked. Takes large answers apart beside
// the GUI thread.
class AnswerView : public QWidget {
    Q_OBJECT
public:
    explicit AnswerView(QWidget* parent = nullptr);

    // The schema outlives the view; null: nothing is known about the answer.
    void showAnswer(const QString& title, const Schema* schema, const QByteArray& body);

Q_SIGNALS:
    void shown();

private:
    struct Taken;
    void show(const Taken& taken);

    QLabel* m_title;
    QTabWidget* m_tabs;
    QTreeView* m_fields;
    DetailModel* m_model;
    QPlainTextEdit* m_json;
};

} // namespace Telamon
