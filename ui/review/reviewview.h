// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/review.h"

#include <QUrl>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTreeView;
class QVBoxLayout;

namespace Telamon {

class LeafModel;
class MessageBar;

// Exactly what will be sent and what it changes, and the confirmation that it needs.
class ReviewView : public QWidget {
    Q_OBJECT
public:
    explicit ReviewView(QWidget* parent = nullptr);

    void showReview(const Review& review, const Profile& profile);
    bool isConfirmed() const;
    void focusConfirmation(); // what is to be typed, else nothing
    void hideChangedMeanwhile(); // the person goes on

Q_SIGNALS:
    void confirmationChanged();
    void takeNowRequested(); // the state as it is now as the new start

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitRequest();
    void buildTable();
    void buildRequest();
    void buildConfirmation();
    QLabel* addText(QWidget* parent = nullptr);
    void addNote(const QString& sentence, bool isWarning);
    void copy(const QByteArray& text);

    Review m_review;
    Profile m_profile;
    QVBoxLayout* m_layout;
    MessageBar* m_changed;
    QVBoxLayout* m_notes;
    QLabel* m_nothing;
    QTreeView* m_table;
    LeafModel* m_leaves;
    QPlainTextEdit* m_body;
    QPlainTextEdit* m_request;
    QLabel* m_copied;
    QLabel* m_confirmLabel;
    QLineEdit* m_confirm;
    QCheckBox* m_onceMore;
    QLabel* m_onceMoreSentence;
};

} // namespace Telamon
