// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/varianteditor.h"

#include "models/forms/formmodel.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/valuepane.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace Telamon {

VariantEditor::VariantEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_box(new QComboBox)
{
    auto* widget = new QWidget(parent);
    setWidget(widget);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(widget->fontMetrics().height() / 2);
    layout->addWidget(m_box);
    m_box->setPlaceholderText(tr("Choose…"));
    leaveWheelToForm(*m_box);
    connect(m_box, &QComboBox::activated, this, &VariantEditor::choose);
    fill();
    refresh({pointer, true});
}

QWidget* VariantEditor::control() const
{
    return m_box;
}

void VariantEditor::fill()
{
    m_box->clear();
    if (!isRequired())
        m_box->addItem(tr("not set"), -1);
    const QList<const Schema*> variants = model().variants(pointer());
    for (int i = 0; i < int(variants.size()); ++i)
        m_box->addItem(variantTitle(*variants.at(i), i), i);
}

void VariantEditor::choose(int index)
{
    const int variant = m_box->itemData(index).toInt();
    if (variant < 0)
        setValue(QJsonValue(QJsonValue::Undefined));
    else
        model().setVariant(pointer(), variant);
    refresh({pointer(), true});
}

bool VariantEditor::holdsFields() const
{
    const int variant = model().variant(pointer());
    return variant >= 0 && !model().variants(pointer()).at(variant)->constant;
}

void VariantEditor::refresh(const FieldChange& change)
{
    if ((m_box->findData(-1) >= 0) == isRequired())
        fill();
    const int variant = model().variant(pointer());
    const bool isUndecided = variant < 0 && !value().isUndefined();
    m_box->setCurrentIndex(isUndecided ? -1 : m_box->findData(variant));
    if (!holdsFields()) {
        if (m_pane) {
            m_pane->hide();
            m_pane->deleteLater();
            m_pane = nullptr;
        }
    } else if (!m_pane) {
        m_pane = new ValuePane(context(), pointer(), ValuePane::Note::Elsewhere, widget());
        m_pane->hideKind();
        widget()->layout()->addWidget(m_pane);
        m_pane->setVisible(true);
    } else {
        m_pane->refresh(change);
    }
}

QWidget* VariantEditor::reveal(const QString& place)
{
    return m_pane && place != pointer() ? m_pane->reveal(place) : m_box;
}

} // namespace Telamon
