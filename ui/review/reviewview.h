// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review.h"

#include <QHash>
#include <QUrl>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTreeView;
class QVBoxLayout;

namespace Telamon {

class LeafModel;
class MessageBar;

// Exactly what will be sent and what it changes.
class ReviewView : public QWidget {
    Q_OBJECT
public:
    explicit ReviewView(QWidget* parent = nullptr);

    void showReview(const Review& review, const Profile& profile);
    // What becomes known later: the review's `where`, and what ids in it stand for.
    void showNames(const QStringList& where, const QHash<QString, QString>& names);
    void hideChangedMeanwhile(); // the person goes on

Q_SIGNALS:
    void takeNowRequested(); // the state as it is now as the new start

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitRequest();
    void fitTable();
    void fitRows();
    void showLeaves(const Review& review);
    void buildTable();
    void buildRequest();
    QLabel* addText(QWidget* parent = nullptr);
    void addNote(const QString& sentence, bool isWarning);
    void copy(const QByteArray& text);

    Review m_review;
    Profile m_profile;
    QVBoxLayout* m_layout;
    QLabel* m_where;
    MessageBar* m_changed;
    QVBoxLayout* m_notes;
    QLabel* m_nothing;
    QTreeView* m_table;
    LeafModel* m_leaves;
    QPlainTextEdit* m_body;
    QPlainTextEdit* m_request;
    QLabel* m_copied;
};

} // namespace Telamon
