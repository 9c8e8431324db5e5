// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/rowseditor.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/itemframe.h"

#include <QGroupBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace Telamon {

RowsEditor::RowsEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer),
      m_box(new QGroupBox(parent)),
      m_frames(new QVBoxLayout),
      m_add(new QPushButton(tr("Add"), m_box))
{
    setWidget(m_box);
    m_add->setAutoDefault(false);
    auto* layout = new QVBoxLayout(m_box);
    layout->addLayout(m_frames);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &RowsEditor::add);
    refresh({pointer, true});
}

QWidget* RowsEditor::control() const
{
    return m_add;
}

void RowsEditor::add()
{
    const int index = model().itemCount(pointer());
    model().insertItem(pointer(), index);
    refresh({pointer(), true});
    if (QWidget* first = m_items.isEmpty() ? nullptr : m_items.last()->reveal(m_items.last()->pointer()))
        first->setFocus(Qt::OtherFocusReason);
}

void RowsEditor::addFrame()
{
    const int index = int(m_items.size());
    auto* frame =
        new ItemFrame(context(), childPointer(pointer(), qsizetype(index)), ItemFrame::Kind::Element, m_box);
    m_items.append(frame);
    m_frames->addWidget(frame);
    frame->setVisible(true);
    connect(frame, &ItemFrame::removeRequested, this, [this, index] {
        model().removeItem(pointer(), index);
        refresh({pointer(), true});
        QWidget* next = m_items.isEmpty() ? static_cast<QWidget*>(m_add)
                                          : m_items.value(std::min(index, int(m_items.size()) - 1));
        next->setFocus(Qt::OtherFocusReason);
    });
    connect(frame, &ItemFrame::moveRequested, this, [this, index](int by) {
        const int to = index + by;
        const bool wasOpen = m_items.at(index)->isOpen();
        const bool isOtherOpen = m_items.at(to)->isOpen();
        model().moveItem(pointer(), index, to);
        m_items.at(index)->setOpen(isOtherOpen);
        m_items.at(to)->setOpen(wasOpen);
        refresh({pointer(), true});
    });
}

void RowsEditor::refresh(const FieldChange& change)
{
    const int count = model().itemCount(pointer());
    m_box->setTitle(ownTitle(count == 0));
    m_add->setAccessibleName(tr("Add to %1").arg(label()));
    while (m_items.size() > count) {
        m_items.last()->hide();
        m_items.takeLast()->deleteLater();
    }
    while (m_items.size() < count) {
        addFrame();
        m_items.last()->setOpen(count <= ItemFrame::mostOpened);
    }
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        m_items.at(i)->setMovable(i > 0, i + 1 < m_items.size());
        m_items.at(i)->refresh(change);
    }
}

QWidget* RowsEditor::reveal(const QString& place)
{
    for (ItemFrame* each : std::as_const(m_items)) {
        if (isInside(place, each->pointer()))
            return each->reveal(place);
    }
    return m_add;
}

} // namespace Telamon
