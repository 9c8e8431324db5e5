// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/mapeditor.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/enterfilter.h"
#include "ui/forms/itemframe.h"
#include "ui/forms/objectkeys.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Telamon {

namespace {

constexpr int mostOpened = 2;

} // namespace

MapEditor::MapEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer),
      m_box(new QGroupBox(parent)),
      m_frames(new QVBoxLayout),
      m_name(new QLineEdit(m_box)),
      m_add(new QPushButton(tr("Add"), m_box))
{
    setWidget(m_box);
    m_name->setPlaceholderText(tr("Name"));
    m_add->setAutoDefault(false);
    auto* line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    line->addWidget(m_add);
    auto* layout = new QVBoxLayout(m_box);
    layout->addLayout(m_frames);
    layout->addLayout(line);
    connect(m_add, &QPushButton::clicked, this, &MapEditor::add);
    onEnter(*m_name, [this] { add(); });
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_add->setEnabled(!text.isEmpty() && !m_members.contains(text)); });
    m_add->setEnabled(false);
    refresh({pointer, true});
    if (m_members.size() <= mostOpened) {
        for (ItemFrame* each : std::as_const(m_members))
            each->setOpen(true);
    }
}

QWidget* MapEditor::control() const
{
    return m_name;
}

void MapEditor::add()
{
    const QString name = m_name->text();
    if (!model().insertKey(pointer(), name))
        return;
    m_name->clear();
    refresh({pointer(), true});
    if (ItemFrame* frame = m_members.value(name)) {
        if (QWidget* first = frame->reveal(frame->pointer()))
            first->setFocus(Qt::OtherFocusReason);
    }
}

void MapEditor::addFrame(const QString& name)
{
    auto* frame = new ItemFrame(context(), childPointer(pointer(), name), ItemFrame::Kind::Member, m_box);
    m_members.insert(name, frame);
    m_frames->addWidget(frame);
    frame->setVisible(true);
    connect(frame, &ItemFrame::removeRequested, this, [this, name] {
        model().removeKey(pointer(), name);
        refresh({pointer(), true});
        m_name->setFocus(Qt::OtherFocusReason);
    });
    connect(frame, &ItemFrame::renameRequested, this, [this, name](const QString& to) {
        const ItemFrame* held = m_members.value(name);
        const bool wasOpen = held != nullptr && held->isOpen();
        if (!model().renameKey(pointer(), name, to) && m_members.contains(name)) {
            m_members.take(name)->deleteLater(); // with the name that it keeps
            addFrame(name);
        }
        refresh({pointer(), true});
        if (ItemFrame* renamed = m_members.value(to); renamed && wasOpen)
            renamed->setOpen(true);
    });
}

void MapEditor::refresh(const FieldChange& change)
{
    const QStringList names = freeKeys(model(), pointer());
    QString title = captionText(label());
    if (isRequired())
        title += QStringLiteral(" *");
    if (names.isEmpty() && !absence().isEmpty())
        title += QStringLiteral(" (%1)").arg(absence());
    m_box->setTitle(title);
    m_name->setAccessibleName(tr("Name to add to %1").arg(label()));
    m_add->setAccessibleName(tr("Add to %1").arg(label()));
    const QStringList shown = m_members.keys();
    for (const QString& name : shown) {
        if (!names.contains(name)) {
            ItemFrame* gone = m_members.take(name);
            gone->hide();
            gone->deleteLater();
        }
    }
    for (const QString& name : names) {
        if (!m_members.contains(name))
            addFrame(name);
    }
    for (ItemFrame* each : std::as_const(m_members)) {
        if (change.touches(each->pointer()))
            each->refresh(change);
    }
}

QWidget* MapEditor::reveal(const QString& place)
{
    for (ItemFrame* each : std::as_const(m_members)) {
        if (isInside(place, each->pointer()))
            return each->reveal(place);
    }
    return m_name;
}

} // namespace Telamon
