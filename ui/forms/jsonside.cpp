// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/jsonside.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/forms/jsonplaces.h"
#include "ui/forms/fieldcontext.h"
#include "ui/forms/jsontextedit.h"
#include "ui/forms/placenote.h"
#include "ui/forms/valuetext.h"
#include "ui/profiles/fieldnote.h"

#include <QEvent>
#include <QHash>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Telamon {

namespace {

constexpr std::chrono::milliseconds pauseInTyping {150};
constexpr qsizetype mostSentences = 5;

// What is told of a place, or of several entries of one list.
struct JsonSentence {
    bool isAdvice = false;
    int line = 0;
    QString label;
    QString sentence;
    int others = 0; // entries of the list beside it
};

} // namespace

JsonSide::JsonSide(FormModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_text(new JsonTextEdit(this)), m_note(new FieldNote(m_text, this))
{
    m_text->setAccessibleName(tr("JSON"));
    m_note->setHint(tr("The same values as in the form. A secret is shown as dots, which stand for it."));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_note);
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
        return;
    }
    if (!isVisible())
        return;
    const JsonPlaces places(m_text->toPlainText().toUtf8());
    QList<QPair<int, int>> mistakes;
    QList<QPair<int, int>> doubts;
    QList<JsonSentence> sentences;
    QHash<QPair<QString, QString>, qsizetype> known; // by list, or place, and what is told
    const Violations violations = m_model.violations();
    for (const Violation& each : violations) {
        if (!isShown(each) || !m_model.isTouched(each.pointer))
            continue;
        const JsonPlaces::Place place = places.at(each.pointer);
        (each.rule == adviceRule() ? doubts : mistakes).append({place.line, place.column});
        const QString around = parentPointer(each.pointer);
        const QString list = m_model.value(around).isArray() ? around : each.pointer;
        const auto same = known.constFind({list, each.sentence});
        if (same != known.cend()) {
            ++sentences[*same].others;
            continue;
        }
        known.insert({list, each.sentence}, sentences.size());
        sentences.append(
            {each.rule == adviceRule(), place.line, fieldLabel(m_model, each.pointer), each.sentence});
    }
    m_text->mark(mistakes, doubts);
    std::stable_sort(
        sentences.begin(), sentences.end(), [](const JsonSentence& one, const JsonSentence& other) {
            return std::pair(one.isAdvice, one.line) < std::pair(other.isAdvice, other.line); // advice last
        });
    QStringList shown;
    int left = 0;
    for (const JsonSentence& each : std::as_const(sentences)) {
        QString where = tr("Line %1, %2").arg(QString::number(each.line), each.label);
        if (each.others > 0)
            where = tr("%1 and %n more", nullptr, each.others).arg(where);
        if (shown.size() < mostSentences)
            shown.append(visibleText(tr("%1: %2").arg(where, each.sentence)));
        else
            left += 1 + each.others;
    }
    if (left > 0)
        shown.append(tr("and %n more", nullptr, left));
    m_note->setMistake(mistakes.isEmpty() ? QString() : shown.join(u'\n'));
    m_note->setAdvice(mistakes.isEmpty() ? shown.join(u'\n') : QString());
}

void JsonSide::focusPlace(const QString& pointer)
{
    const JsonPlaces::Place place = JsonPlaces(m_text->toPlainText().toUtf8()).at(pointer);
    m_text->goTo(place.line, place.column);
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace Telamon
