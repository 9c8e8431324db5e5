// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/booleaneditor.h"

#include <QCheckBox>

namespace Telamon {

BooleanEditor::BooleanEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_box(new QCheckBox(parent))
{
    setWidget(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        const Qt::CheckState state = m_box->checkState();
        setValue(state == Qt::PartiallyChecked ? QJsonValue(QJsonValue::Undefined)
                                               : QJsonValue(state == Qt::Checked));
    });
    refresh({pointer});
}

void BooleanEditor::refresh(const FieldChange& /*change*/)
{
    const QJsonValue now = value();
    // A required one is unset only until it is decided.
    m_box->setTristate(!isRequired() || !now.isBool());
    m_box->setCheckState(!now.isBool() ? Qt::PartiallyChecked : now.toBool() ? Qt::Checked : Qt::Unchecked);
    const QString state = !now.isBool() ? (now.isNull() ? tr("null") : tr("not set"))
        : now.toBool()                  ? tr("yes")
                                        : tr("no");
    m_box->setText(state);
}

} // namespace Telamon
