// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/groupeditor.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/objectkeys.h"
#include "ui/forms/valuepane.h"

#include <QGroupBox>
#include <QJsonObject>
#include <QVBoxLayout>

namespace Telamon {

namespace {

constexpr qsizetype deepestUnasked = 12; // tokens: what requires itself without end is not built without end

} // namespace

GroupEditor::GroupEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer), m_box(new QGroupBox(parent))
{
    setWidget(m_box);
    m_box->setTitle(captionText(label()));
    m_box->setAccessibleName(label());
    auto* layout = new QVBoxLayout(m_box);
    layout->setSpacing(m_box->fontMetrics().height() / 2);
    m_box->setCheckable(!isRequired() || pointerTokens(pointer).size() > deepestUnasked);
    connect(m_box, &QGroupBox::clicked, this, &GroupEditor::take);
    refresh({pointer, true});
}

void GroupEditor::take(bool isSet)
{
    if (!isSet) {
        m_last = value();
        setValue(QJsonValue(QJsonValue::Undefined));
    } else if (value().isUndefined() || value().isNull()) {
        setValue(m_last.isUndefined() ? QJsonValue(QJsonObject()) : m_last);
    }
    refresh({pointer(), true});
}

void GroupEditor::refresh(const FieldChange& change)
{
    const bool mayBeLeftOut = !isRequired() || pointerTokens(pointer()).size() > deepestUnasked;
    if (m_box->isCheckable() != mayBeLeftOut)
        m_box->setCheckable(mayBeLeftOut);
    QString title = captionText(label());
    if (!mayBeLeftOut)
        title += QStringLiteral(" *");
    else if (value().isNull())
        title += tr(" (null)");
    m_box->setTitle(title);
    const bool isSet = !mayBeLeftOut || !(value().isUndefined() || value().isNull());
    if (mayBeLeftOut && m_box->isChecked() != isSet)
        m_box->setChecked(isSet);
    // What is left out takes one line, not an empty frame; and one field alone needs none around it.
    const bool isFramed = isSet && !holdsOneField();
    m_box->setFlat(!isFramed);
    const int room = m_box->fontMetrics().height() / 2;
    const int margin = isFramed ? room : 0;
    m_box->layout()->setContentsMargins(isSet ? room : 0, margin, margin, margin);
    if (isSet && !m_pane) {
        m_pane = new ValuePane(context(), pointer(), ValuePane::Note::Elsewhere, m_box);
        m_box->layout()->addWidget(m_pane);
        m_pane->setVisible(true);
    } else if (!isSet && m_pane) {
        m_pane->hide();
        m_pane->deleteLater();
        m_pane = nullptr;
    } else if (m_pane) {
        m_pane->refresh(change);
    }
}

bool GroupEditor::holdsOneField() const
{
    return model().variants(pointer()).isEmpty() && !model().takesKeys(pointer())
        && describedFields(model(), pointer()).size() == 1;
}

QWidget* GroupEditor::reveal(const QString& place)
{
    return m_pane && (place != pointer() || !m_box->isCheckable()) ? m_pane->reveal(place) : m_box;
}

} // namespace Telamon
