// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "api/journal/statereader.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/session.h"
#include "ui/forms/formview.h"
#include "ui/forms/pickerlists.h"
#include "ui/review/answerview.h"
#include "ui/review/changedialog.h"
#include "ui/review/confirmationview.h"
#include "ui/review/reviewview.h"
#include "ui/review/verdictview.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

// How the dialog begins, is laid out and ends.

using namespace Qt::StringLiterals;

namespace Telamon {

ChangeDialog::ChangeDialog(Session& session, DraftStore& drafts, Request request, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_drafts(drafts),
      m_request(std::move(request)),
      m_model(new FormModel(*m_request.operation, this)),
      m_pages(new QStackedWidget(this)),
      m_message(new MessageBar(this)),
      m_description(new QLabel(this)),
      m_waiting(new QLabel(this)),
      m_review(new ReviewView),
      m_verdict(new VerdictView),
      m_answer(new AnswerView),
      m_confirmation(new ConfirmationView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    const auto end = m_request.fixed.cend();
    for (auto it = m_request.fixed.cbegin(); it != end; ++it)
        m_model->fixParameter(it.key(), it.value());
    readState();
}

ChangeDialog::~ChangeDialog()
{
    delete m_form; // before its model
}

QWidget* ChangeDialog::scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea(m_pages);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void ChangeDialog::build()
{
    const Operation& operation = *m_request.operation;
    setWindowTitle(visibleText(title()));
    m_description->setTextFormat(Qt::PlainText);
    m_description->setText(visibleText(operation.description));
    m_description->setWordWrap(true);
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setWordWrap(true);
    m_formPage = new QWidget(m_pages);
    m_formLayout = new QVBoxLayout(m_formPage);
    m_formLayout->setContentsMargins({});
    m_reviewPage = scrolled(m_review);
    for (QWidget* page :
        {m_formPage, m_reviewPage, static_cast<QWidget*>(m_verdict), static_cast<QWidget*>(m_answer)})
        m_pages->addWidget(page);
    m_missing = new QPushButton(this);
    m_missing->setFlat(true);
    m_load = new QPushButton(tr("&Load how it is now"), this);
    m_back = new QPushButton(tr("&Back"), this);
    m_close = new QPushButton(tr("Close"), this);
    m_primary = new QPushButton(this);
    for (QPushButton* each : {m_missing, m_load, m_back, m_close, m_primary})
        each->setAutoDefault(false);
    for (QPushButton* each : {m_back, m_close, m_primary}) // which change places
        each->installEventFilter(this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_missing);
    buttons->addStretch(1);
    for (QPushButton* each : {m_load, m_back, m_close, m_primary})
        buttons->addWidget(each);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_description);
    layout->addWidget(m_message);
    layout->addWidget(m_waiting);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_confirmation);
    layout->addLayout(buttons);
    connect(m_missing, &QPushButton::clicked, this, [this] { m_form->focusNextMissing(); });
    connect(m_primary, &QPushButton::clicked, this, &ChangeDialog::advance);
    connect(m_back, &QPushButton::clicked, this, &ChangeDialog::back);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    // The window's own shortcut is not heard behind this one.
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this), &QShortcut::activated, qApp,
        &QApplication::closeAllWindows);
    connect(m_load, &QPushButton::clicked, this, &ChangeDialog::readState);
    connect(m_confirmation, &ConfirmationView::confirmationChanged, this, &ChangeDialog::updateButtons);
    connect(
        m_verdict, &VerdictView::secretsTaken, m_message, &QWidget::hide); // which said that they are lost
    connect(m_review, &ReviewView::takeNowRequested, this, &ChangeDialog::takeNow);
    const QSize wanted(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 42);
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
}

// All that there is to say is known from the place.
bool ChangeDialog::hasNothingToEdit() const
{
    const std::vector<Parameter>& parameters = m_request.operation->parameters;
    return (m_request.isComplete || m_request.operation->requestSchema == nullptr)
        && std::all_of(parameters.cbegin(), parameters.cend(), [this](const Parameter& each) {
               return each.isWireOption || m_request.fixed.contains(each.name);
           });
}

// Something new has no state, and of lists that grow or shrink the form asks only by what.
bool ChangeDialog::startsEmpty() const
{
    using Effect = StateRead::Effect;
    const std::optional<StateRead>& state = m_request.operation->state;
    return state
        && (state->effect == Effect::Present || state->effect == Effect::Contains
            || state->effect == Effect::Lacks);
}

// What the write changes, as it is now; the form begins with it.
void ChangeDialog::readState()
{
    if (!isRead() && hasNothingToEdit()) {
        begin(m_request.state);
        if (m_form->canSend()) {
            readAgain();
        } else { // the place gives what the operation does not take: the form says so
            m_model->touchAll();
            m_form->focusNextMissing();
        }
        return;
    }
    const QJsonObject use = toJson(m_model->arguments());
    bool hasPlace = true;
    for (const Parameter& each : m_request.operation->parameters)
        hasPlace = hasPlace
            && (each.in != Parameter::In::Path || use.value("parameters"_L1).toObject().contains(each.name));
    if (!m_request.state.isUndefined() || isRead() || startsEmpty() || !hasPlace
        || !StateReader::canRead(*m_request.operation)) {
        begin(m_request.state);
        return;
    }
    setStep(Step::Reading, tr("Reading how it is now…"));
    auto* reader = new StateReader(m_session.client(), m_session.catalog(), *m_request.operation, use, this);
    m_reader = reader;
    connect(reader, &StateReader::finished, this,
        [this, reader](const QJsonValue& state, const std::optional<Problem>& problem) {
            reader->deleteLater();
            m_reader = nullptr;
            begin(state);
            if (problem)
                m_message->showMessage(MessageBar::Kind::Warning,
                    tr("How it is now could not be read: %1 The form begins empty.")
                        .arg(problem->sentence()));
        });
}

void ChangeDialog::begin(const QJsonValue& state)
{
    m_opened = state;
    if (!state.isUndefined())
        m_model->startFrom(state);
    if (!m_form) {
        applyStart();
        m_form = new FormView(*m_model, PickerLists(m_session).source(), m_formPage);
        m_formLayout->addWidget(m_form);
        connect(m_form, &FormView::readinessChanged, this, &ChangeDialog::updateButtons);
        offerDraft();
        keepDraft();
    }
    setStep(Step::Form);
    m_form->focusFirst();
}

void ChangeDialog::applyStart()
{
    const QJsonObject parameters = m_request.start.value("parameters"_L1).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        m_model->setValue(childPointer(u"/parameters"_s, it.key()), it.value());
    const QJsonValue body = m_request.start.value("body"_L1);
    if (m_request.operation->method == "PUT" && !body.isUndefined())
        m_model->setValue(u"/body"_s, body); // in place of all that is there
    else if (!body.isUndefined())
        m_model->layOver(u"/body"_s, body);
    m_model->beginHere();
}

void ChangeDialog::done(int result)
{
    if (m_verdict->holdsSecrets() && !std::exchange(m_saidWhatIsLost, true)) {
        m_message->showMessage(MessageBar::Kind::Warning,
            tr("What is told only once was neither shown nor copied. Close again to lose it for good."));
        return;
    }
    if (m_form)
        m_form->takeTyped();
    saveDraft();
    QDialog::done(result);
}

void ChangeDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_primary)
        updateButtons(); // of which one may have a colour
}

void ChangeDialog::setStep(Step step, const QString& sentence)
{
    if (m_step != step)
        m_sinceStep.start();
    m_step = step;
    m_pause.stop();
    // What a write would do is no news beside what it did.
    m_description->setVisible(!m_description->text().isEmpty() && (isRead() || step != Step::End));
    m_waiting->setText(visibleText(sentence));
    m_waiting->setVisible(!sentence.isEmpty());
    if (QWidget* popup = QApplication::activePopupWidget())
        popup->close(); // a completer's list would stay over what comes next
    m_confirmation->setVisible(step == Step::Review && m_confirmation->asksSomething() && !isHeldBack());
    if (step == Step::Reading || step == Step::Form || step == Step::Rereading)
        m_pages->setCurrentWidget(m_formPage);
    else if (step == Step::Review)
        m_pages->setCurrentWidget(m_reviewPage);
    else if (step == Step::End)
        m_pages->setCurrentWidget(isRead() ? static_cast<QWidget*>(m_answer) : m_verdict);
    m_pages->setEnabled(step == Step::Form || step == Step::Review || step == Step::End);
    updateButtons();
    Q_EMIT stepChanged();
}

} // namespace Telamon
