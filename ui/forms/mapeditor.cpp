// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/mapeditor.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/enterfilter.h"
#include "ui/forms/itemframe.h"
#include "ui/forms/objectkeys.h"
#include "ui/forms/valuetext.h"

#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Telamon {

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
    connect(m_name, &QLineEdit::textChanged, this, &MapEditor::followName);
    m_add->setEnabled(false);
    refresh({pointer, true});
    if (m_members.size() <= ItemFrame::mostOpened) {
        for (ItemFrame* each : std::as_const(m_members))
            each->setOpen(true);
    }
}

MapEditor::~MapEditor()
{
    if (m_told)
        m_told->setUnfinished(pointer(), {});
}

// A name alone is no member yet, and not to be lost either.
void MapEditor::followName()
{
    const QString name = m_name->text();
    const bool isThere = m_members.contains(name);
    m_add->setEnabled(!name.isEmpty() && !isThere);
    m_told = &model();
    model().setUnfinished(pointer(),
        name.isEmpty() ? QString()
            : isThere  ? tr("there is already “%1”").arg(valueText(name))
                       : tr("“%1” is not added yet").arg(valueText(name)));
}

QWidget* MapEditor::control() const
{
    return m_name;
}

void MapEditor::add()
{
    const QString name = m_name->text();
    if (!model().insertKey(pointer(), name)) {
        model().touch(pointer());
        return;
    }
    m_name->clear();
    refresh({pointer(), true});
    if (ItemFrame* frame = m_members.value(name)) {
        if (QWidget* first = frame->reveal(frame->pointer()))
            first->setFocus(Qt::OtherFocusReason);
    }
}

ItemFrame* MapEditor::addFrame(const QString& name, int place)
{
    auto* frame = new ItemFrame(context(), childPointer(pointer(), name), ItemFrame::Kind::Member, m_box);
    m_members.insert(name, frame);
    m_frames->insertWidget(place, frame); // -1: at the end
    frame->setVisible(true);
    connect(frame, &ItemFrame::removeRequested, this, [this, name] {
        model().removeKey(pointer(), name);
        refresh({pointer(), true});
        m_name->setFocus(Qt::OtherFocusReason);
    });
    connect(frame, &ItemFrame::renameRequested, this, [this, name, frame](const QString& to) {
        if (m_members.value(name) == frame)
            rename(name, to);
    });
    return frame;
}

// In its place, with the focus where it was.
void MapEditor::rename(const QString& name, const QString& to)
{
    ItemFrame* held = m_members.value(name);
    if (to.isEmpty() || !model().value(childPointer(pointer(), to)).isUndefined()) {
        held->keepName(to.isEmpty()
                ? tr("Without a name it cannot be: it keeps this one.")
                : tr("There is already “%1”: this one keeps its name.").arg(valueText(to)));
        return;
    }
    m_members.remove(name);
    ItemFrame* renamed = addFrame(to, m_frames->indexOf(held));
    if (!model().renameKey(pointer(), name, to)) {
        renamed->hide();
        m_members.take(to)->deleteLater();
        m_members.insert(name, held);
        held->keepName({});
        return;
    }
    renamed->setOpen(held->isOpen());
    renamed->takeFocusOf(*held);
    held->hide();
    held->deleteLater();
    refresh({pointer(), true});
}

void MapEditor::refresh(const FieldChange& change)
{
    if (change.pointer.isEmpty())
        m_name->clear(); // the whole is another
    const QStringList names = freeKeys(model(), pointer());
    m_box->setTitle(ownTitle(names.isEmpty()));
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
            addFrame(name, -1);
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
