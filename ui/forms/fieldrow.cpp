// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldrow.h"

#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "models/forms/rulesentence.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/placenote.h"
#include "ui/forms/timeeditor.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// The three dots say that there is a menu; an arrow besides has no room.
class MoreButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void initStyleOption(QStyleOptionToolButton* option) const override
    {
        QToolButton::initStyleOption(option);
        option->features &= ~QStyleOptionToolButton::HasMenu;
    }
};

} // namespace

FieldRow::FieldRow(const FieldContext& context, const QString& pointer, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_pointer(pointer),
      m_kind(editorKindAt(context.model, pointer)),
      m_schema(context.model.schema(pointer)),
      m_label(new QLabel(this)),
      m_editor(makeEditor(m_kind, context, pointer, this)),
      m_note(new PlaceNote(context.model, pointer, m_editor->control(), this)),
      m_more(new MoreButton(this))
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

void FieldRow::buildMenu()
{
    const bool isUseful = m_kind != EditorKind::Fixed
        && (!m_context.model.isRequired(m_pointer) || (m_schema && m_schema->isNullable)
            || m_kind == EditorKind::Text || m_kind == EditorKind::Time || m_kind == EditorKind::EpochTime);
    m_more->setText(u"⋯"_s);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::NoFocus); // Ctrl+. opens it from the field
    m_more->setPopupMode(QToolButton::InstantPopup);
    const QString name = fieldLabel(m_context.model, m_pointer);
    m_more->setAccessibleName(tr("More for %1").arg(name));
    m_more->setToolTip(tr("Not set, null, as it was (Ctrl+.)"));
    QSizePolicy keepsRoom = m_more->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_more->setSizePolicy(keepsRoom);
    m_more->setVisible(isUseful);
    auto* menu = new QMenu(m_more);
    menu->setAccessibleName(m_more->accessibleName());
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &FieldRow::fillMenu);
}

void FieldRow::fillMenu()
{
    QMenu* menu = m_more->menu();
    menu->clear();
    FormModel& model = m_context.model;
    const auto offer = [this, menu, &model](const QString& text, const QJsonValue& value) {
        QAction* action = menu->addAction(text);
        const QJsonValue now = model.value(m_pointer);
        action->setEnabled(now != value || model.isUnreadable(m_pointer));
        connect(action, &QAction::triggered, this, [this, value] {
            m_context.model.setUnreadable(m_pointer, {}, {});
            m_context.model.setValue(m_pointer, value);
            m_context.model.touch(m_pointer);
            refresh({m_pointer, true});
        });
    };
    if (m_kind == EditorKind::Time || m_kind == EditorKind::EpochTime) {
        const auto offerIn = [this, &offer](const QString& text, std::chrono::seconds time) {
            const qint64 then = QDateTime::currentSecsSinceEpoch() + time.count();
            const auto* editor = static_cast<const TimeEditor*>(m_editor);
            offer(text, editor->written(QDateTime::fromSecsSinceEpoch(then, Qt::UTC)));
        };
        offerIn(tr("In &1 hour"), std::chrono::hours(1));
        offerIn(tr("In &8 hours"), std::chrono::hours(8));
        offerIn(tr("In 1 &day"), std::chrono::hours(24));
        offerIn(tr("In 1 &week"), std::chrono::hours(24 * 7));
        menu->addSeparator();
    }
    offer(tr("&Not set"), QJsonValue(QJsonValue::Undefined));
    if (m_schema && m_schema->isNullable)
        offer(tr("N&ull"), QJsonValue(QJsonValue::Null));
    const Schema::Types types = m_schema ? m_schema->types : Schema::Types();
    if (types == Schema::Type::String && m_schema->enumValues.isEmpty() && m_kind != EditorKind::Time)
        offer(tr("&Empty text"), u""_s);
    else if (types == Schema::Type::Array)
        offer(tr("&Empty list"), QJsonArray());
    else if (types == Schema::Type::Object)
        offer(tr("&Empty object"), QJsonObject());
    if (model.startValue(m_pointer).isUndefined())
        return;
    QAction* reset = menu->addAction(tr("As it &was"));
    reset->setEnabled(model.isChanged(m_pointer));
    connect(reset, &QAction::triggered, this, [this] {
        m_context.model.resetToStart(m_pointer);
        refresh({m_pointer, true});
    });
}

void FieldRow::hideLabel()
{
    m_label->hide();
}

void FieldRow::openMenu()
{
    if (m_more->isVisible())
        m_more->showMenu();
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
    const bool isChanged = !model.state().isUndefined() && model.isChanged(m_pointer);
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
