// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldrow.h"

#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/forms/rulesentence.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/placenote.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

FieldRow::FieldRow(const FieldContext& context, const QString& pointer, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_pointer(pointer),
      m_kind(editorKindAt(context.model, pointer)),
      m_schema(context.model.schema(pointer)),
      m_label(new QLabel(this)),
      m_editor(makeEditor(m_kind, context, pointer, this)),
      m_note(new PlaceNote(context.model, pointer, m_editor->control(), this)),
      m_more(newMenuButton())
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setVisible(!m_editor->hasOwnTitle());
    // As high as a line's text beside it.
    m_label->setContentsMargins(0, fontMetrics().height() / 4, 0, 0);
    auto* editorLine = new QHBoxLayout;
    editorLine->setSpacing(markRoom()); // that of the mark of a change
    editorLine->addWidget(m_editor->widget(), 1);
    editorLine->addWidget(m_more, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height() / 5);
    column->addLayout(editorLine);
    column->addWidget(m_note);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    if (!m_editor->hasOwnTitle())
        layout->addWidget(m_label, 0, Qt::AlignTop);
    layout->addLayout(column, 1);
    buildMenu();
    m_note->coversInside(
        m_kind == EditorKind::Lines || m_kind == EditorKind::CheckList || m_kind == EditorKind::Json);
    refresh({pointer});
}

bool FieldRow::fitsSchema() const
{
    return m_schema == m_context.model.schema(m_pointer)
        && m_kind == editorKindAt(m_context.model, m_pointer);
}

void FieldRow::hideLabel()
{
    m_label->hide();
}

void FieldRow::refresh(const FieldChange& change)
{
    m_editor->refresh(change);
    updateLabel();
    markChange();
    // What is wrong says its rule itself.
    m_note->setHint(
        hint(), m_kind == EditorKind::Fixed ? QString() : fieldDescription(m_context.model, m_pointer));
}

bool FieldRow::takesMnemonic() const
{
    return m_label->isVisibleTo(this) && m_kind != EditorKind::Fixed;
}

QString FieldRow::caption() const
{
    return fieldLabel(m_context.model, m_pointer);
}

QChar FieldRow::mnemonic() const
{
    const QString name = caption();
    return m_mnemonic >= 0 && m_mnemonic < name.size() ? name.at(m_mnemonic).toLower() : QChar();
}

void FieldRow::setMnemonic(int place)
{
    if (m_mnemonic == place)
        return;
    m_mnemonic = place;
    updateLabel();
}

void FieldRow::updateLabel()
{
    const FormModel& model = m_context.model;
    QWidget* control = m_editor->control();
    m_label->setBuddy(control);
    const QString name = caption();
    QString text = captionText(name);
    if (m_mnemonic >= 0 && m_mnemonic < name.size())
        text = captionText(name.left(m_mnemonic)) + u'&' + captionText(name.mid(m_mnemonic));
    if (isAskedFor(model, m_pointer) && m_kind != EditorKind::Fixed)
        text += u"\u00a0*"_s; // not on a line of its own
    m_label->setText(text);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(name);
}

int FieldRow::markRoom() const
{
    return fontMetrics().height() / 3;
}

// Of every kind of editor the same, in room that is kept for it: nothing moves.
void FieldRow::markChange()
{
    const FormModel& model = m_context.model;
    const bool isOfIts = m_kind == EditorKind::Group && !model.value(m_pointer).isUndefined()
        && !model.startValue(m_pointer).isUndefined(); // a field inside, which has a mark itself
    const bool isChanged = !model.state().isUndefined() && model.isChanged(m_pointer) && !isOfIts;
    if (std::exchange(m_isMarked, isChanged) == isChanged)
        return;
    setAccessibleDescription(isChanged ? tr("changed") : QString());
    m_label->setToolTip(isChanged ? tr("Changed") : QString());
    update();
}

void FieldRow::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!m_isMarked)
        return;
    const QRect editor = m_editor->widget()->geometry();
    const int room = markRoom();
    const int left = isRightToLeft() ? editor.left() - room : editor.right() + 1;
    QPainter(this).fillRect(
        QRect(left, editor.top(), room, editor.height()).adjusted(1, 0, -1, 0), palette().highlight());
}

// How a time is written is the editor's concern; a number of milliseconds tells nobody when that is.
QString FieldRow::ruleText() const
{
    if (m_kind == EditorKind::Picked)
        return {}; // what can be picked is right
    if (m_kind == EditorKind::Time) {
        Schema untold = *m_schema;
        untold.format.clear();
        return ruleSentenceOf(untold);
    }
    if (m_kind != EditorKind::EpochTime)
        return m_context.model.ruleSentence(m_pointer);
    if (!m_schema->minimum)
        return {};
    const QDateTime earliest = QDateTime::fromMSecsSinceEpoch(qint64(*m_schema->minimum), Qt::UTC);
    return tr("not before %1 UTC").arg(earliest.toString(u"yyyy-MM-dd HH:mm"_s));
}

// What the field is for and what may stand there, before anything is wrong.
QString FieldRow::hint() const
{
    if (m_kind == EditorKind::Fixed)
        return {};
    QStringList parts;
    const QString description = fieldDescription(m_context.model, m_pointer);
    if (!description.isEmpty())
        parts += description;
    if (m_schema) {
        const QString rule = ruleText();
        if (!rule.isEmpty())
            parts += sentenceText(rule) + (rule.endsWith(u'.') ? QString() : u"."_s);
        if (m_schema->isDeprecated)
            parts += tr("Deprecated.");
    }
    const QString text = m_context.model.value(m_pointer).toString();
    if (visibleText(text, std::numeric_limits<qsizetype>::max()) != text && !(m_schema && m_schema->isSecret))
        parts += tr("Holds characters that cannot be seen: %1").arg(visibleText(text, 120));
    return parts.join(u' ');
}

int FieldRow::labelWidth() const
{
    if (m_editor->hasOwnTitle())
        return 0;
    return fontMetrics().horizontalAdvance(caption() + " * "_L1);
}

void FieldRow::setLabelWidth(int width)
{
    m_label->setFixedWidth(width);
}

} // namespace Telamon
