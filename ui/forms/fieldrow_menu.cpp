// SPDX-License-Identifier: GPL-3.0-or-later
// FieldRow: the menu with the states that its editor cannot be brought to by typing.
#include "models/forms/formmodel.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/timeeditor.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QToolButton>

#include <chrono>

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

QToolButton* FieldRow::newMenuButton()
{
    return new MoreButton(this);
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

void FieldRow::openMenu()
{
    if (m_more->isVisible())
        m_more->showMenu();
}

} // namespace Telamon
