// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsonside.h"

#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/forms/jsonplaces.h"
#include "ui/forms/jsonremarks.h"
#include "ui/forms/jsontextedit.h"
#include "ui/forms/valuetext.h"
#include "ui/profiles/fieldnote.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Telamon {

namespace {

constexpr std::chrono::milliseconds pauseInTyping {150};
constexpr qsizetype mostSentences = 5;

} // namespace

JsonSide::JsonSide(FormModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_text(new JsonTextEdit(this)),
      m_scroll(new QScrollArea(this)),
      m_note(new FieldNote(m_text, m_scroll)),
      m_all(new QPushButton(this))
{
    m_text->setAccessibleName(tr("JSON"));
    m_note->setHint(tr("The same values as in the form. A secret is shown as dots, which stand for it."));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_scroll);
    layout->addWidget(m_all, 0, Qt::AlignLeft);
    m_scroll->setWidget(m_note);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("What is wrong"));
    m_all->setAccessibleDescription(m_scroll->accessibleName());
    m_all->setFlat(true);
    m_all->setAutoDefault(false);
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_isAllShown = !m_isAllShown;
        mark();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    m_text->installEventFilter(this);
    connect(m_text, &JsonTextEdit::edited, this, [this] {
        m_isEdited = true;
        m_isUntaken = true;
        m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, &JsonSide::takeNow);
    connect(&model, &FormModel::valueChanged, this, &JsonSide::follow);
    connect(&model, &FormModel::structureChanged, this, &JsonSide::follow);
    connect(&model, &FormModel::violationsChanged, this, &JsonSide::mark);
    showValue();
}

bool JsonSide::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && m_isEdited) {
        takeNow();
        m_model.touchAll();
        mark();
    }
    return QWidget::eventFilter(watched, event);
}

QString JsonSide::mistake() const
{
    return m_mistake ? mistakeText(*m_mistake) : QString();
}

void JsonSide::showValue()
{
    m_pause.stop();
    m_isEdited = false;
    m_isUntaken = false;
    m_text->showText(editableJson(m_model.json()));
    const bool hadMistake = m_mistake.has_value();
    m_mistake.reset();
    mark();
    if (hadMistake)
        Q_EMIT mistakeChanged();
}

// Text that says the same is the person's to lay out.
void JsonSide::follow()
{
    if (m_isTaking || m_pause.isActive() || m_mistake || !isVisible())
        return;
    const auto shown = jsonValueOf(m_text->toPlainText());
    if (!shown || shown.value() != m_model.json())
        showValue();
}

// Once: what is changed in the form afterwards counts more than this text.
void JsonSide::takeNow()
{
    m_pause.stop();
    if (!std::exchange(m_isUntaken, false))
        return;
    const auto shown = jsonValueOf(m_text->toPlainText());
    const bool hadMistake = m_mistake.has_value();
    if (!hadMistake && shown && shown.value() == m_model.json())
        return;
    m_isTaking = true;
    m_mistake = m_model.setJson(m_text->toPlainText().toUtf8());
    m_isTaking = false;
    touchWhatIsThere();
    mark();
    if (hadMistake || m_mistake)
        Q_EMIT mistakeChanged();
}

// What is still missing is no mistake before the text was left; what stands there is judged.
void JsonSide::touchWhatIsThere()
{
    const Violations violations = m_model.violations();
    for (const Violation& each : violations) {
        if (!m_model.value(each.pointer).isUndefined())
            m_model.touch(each.pointer);
    }
}

void JsonSide::mark()
{
    if (m_mistake) {
        m_text->mark({{m_mistake->line, m_mistake->column}});
        m_note->setMistake(visibleText(mistake()));
        showNote(false);
        return;
    }
    if (!isVisible())
        return;
    const JsonRemarks remarks = jsonRemarks(m_model, m_text->toPlainText().toUtf8());
    m_text->mark(remarks.mistakes, remarks.doubts);
    const bool isLong = remarks.sentences.size() > mostSentences;
    const qsizetype count = isLong && !m_isAllShown ? mostSentences : remarks.sentences.size();
    QStringList shown = remarks.sentences.first(count);
    if (const int left = remarks.countAfter(count); left > 0)
        shown.append(tr("and %n more", nullptr, left));
    m_note->setMistake(remarks.mistakes.isEmpty() ? QString() : shown.join(u'\n'));
    m_note->setAdvice(remarks.mistakes.isEmpty() ? shown.join(u'\n') : QString());
    m_all->setText(m_isAllShown ? tr("Show fewer") : tr("Show all"));
    showNote(isLong);
}

// Many sentences leave the text its half of the room, and are scrolled.
void JsonSide::showNote(bool isLong)
{
    m_all->setVisible(isLong);
    m_note->layout()->activate(); // what it is high was asked before it had this text
    const int wrapped = m_note->heightForWidth(m_scroll->width());
    const int wanted = wrapped < 0 ? m_note->sizeHint().height() : wrapped;
    const int most = height() / 2;
    m_scroll->setFixedHeight(std::min(wanted, most));
    m_scroll->setFocusPolicy(wanted > most ? Qt::StrongFocus : Qt::NoFocus);
}

void JsonSide::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showNote(m_all->isVisibleTo(this));
}

void JsonSide::focusPlace(const QString& pointer)
{
    const JsonPlaces::Place place = JsonPlaces(m_text->toPlainText().toUtf8()).at(pointer);
    m_text->goTo(place.line, place.column);
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace Telamon
