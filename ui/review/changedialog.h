// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"
#include "api/http/wirerequest.h"
#include "ui/widgets/countdown.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace Telamon {

class AnswerView;
class ApiCall;
class ConfirmationView;
class DraftStore;
class FormModel;
class FormView;
class MessageBar;
class ReviewView;
class Session;
class VerdictView;
struct Change;
struct Operation;
struct Schema;

// One use of an operation from the window. A write: its form, the state read again, the review, the
// confirmation, and what came of it. A read: its form and the answer. Deletes itself on close, and keeps what
// was not sent as a draft. A write that is sent goes on without it.
class ChangeDialog : public QDialog {
    Q_OBJECT
public:
    struct Request {
        const Operation* operation = nullptr; // its catalog outlives the dialog
        QMap<QString, QJsonValue> fixed {}; // parameters that the place gives
        QJsonValue state {QJsonValue::Undefined}; // undefined: read it
        QJsonObject start {}; // {"parameters": ..., "body": ...} to begin with
        QString title {}; // what it does; empty: the operation's title
        bool isComplete = false; // all is said: the review comes at once
        QString undoOf {}; // id of the change that this one takes back
    };
    enum class Step { Reading, Form, Rereading, Review, Sending, End };

    // Session and drafts outlive the dialog.
    ChangeDialog(Session& session, DraftStore& drafts, Request request, QWidget* parent = nullptr);
    ~ChangeDialog() override;

    Step step() const { return m_step; }
    FormModel& model() { return *m_model; }
    FormView* form() const { return m_form; }
    ReviewView* review() const { return m_review; }
    ConfirmationView* confirmation() const { return m_confirmation; }
    VerdictView* verdict() const { return m_verdict; }
    AnswerView* answer() const { return m_answer; }
    MessageBar* message() const { return m_message; }
    QPushButton* primaryButton() const { return m_primary; }
    QPushButton* missingButton() const { return m_missing; }

    void done(int result) override;

Q_SIGNALS:
    void stepChanged();
    void changeStarted(const QString& id); // the journal's id of the write

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override; // of its buttons

private:
    void build();
    QWidget* scrolled(QWidget* content);
    void setStep(Step step, const QString& sentence = {});
    void updateButtons();
    bool isRead() const;
    bool hasNothingToEdit() const;
    bool startsEmpty() const; // what there is now is nothing to begin the form with
    bool isHeldBack() const; // a write, and the profile is read-only
    QString title() const;
    const Schema* stateSchema() const; // of what is read before; null: not described by itself
    QString verb() const;

    void readState();
    void begin(const QJsonValue& state);
    void applyStart();
    void offerDraft();
    void discardDraft();
    void resetAll(); // to how the service has it
    void saveDraft();
    void keepDraft(); // while it is written
    QString draftKey() const;

    void advance(); // the primary button
    void back();
    void readAgain();
    void showReview(const QJsonValue& now, bool wasRead, const std::optional<Problem>& problem);
    enum class Known { Labels, Names }; // a label may say something else of a thing, or be another's too
    QMap<QString, QString> knownNames(Known known = Known::Labels) const;
    QHash<QString, QString> namesInside() const;
    void askForNames();
    void showNames();
    void takeNow();
    void send();
    void sendRead();
    void takeAnswer(const ApiCall& call);
    void takeVerdict(const Change& change);
    void returnToForm(const QString& sentence);
    void countDown(std::chrono::milliseconds pause, const QString& sentence, const QString& why);

    Session& m_session;
    DraftStore& m_drafts;
    Request m_request;
    Step m_step = Step::Form;
    FormModel* m_model;
    FormView* m_form = nullptr; // made once the state is there
    QStackedWidget* m_pages;
    QWidget* m_formPage;
    QVBoxLayout* m_formLayout;
    QWidget* m_reviewPage;
    MessageBar* m_message;
    QLabel* m_description;
    QLabel* m_waiting;
    ReviewView* m_review;
    VerdictView* m_verdict;
    AnswerView* m_answer;
    ConfirmationView* m_confirmation;
    QPushButton* m_missing;
    QPushButton* m_load;
    QPushButton* m_back;
    QPushButton* m_close;
    QPushButton* m_primary = nullptr; // the last that is made of them
    QJsonValue m_opened {QJsonValue::Undefined};
    QJsonValue m_now {QJsonValue::Undefined};
    Arguments m_arguments; // as reviewed: these and no others are sent
    QMap<QString, QString> m_pickers; // by pointer: the lists that know what the review speaks of
    QObject* m_reader = nullptr; // the reading under way
    Countdown m_pause; // before a request is sent again
    QElapsedTimer m_sinceStep;
    QTimer m_draftTimer; // a program that is killed loses no more than the last second of typing
    QString m_changeId;
    bool m_changesNothing = false; // what is reviewed
    bool m_wasSent = false;
    bool m_hasDraft = false;
    bool m_saidWhatIsLost = false;
};

} // namespace Telamon
