// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/valuepane.h"

#include "models/forms/formmodel.h"
#include "ui/forms/editortable.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/objectfields.h"
#include "ui/forms/objectkeys.h"
#include "ui/forms/placenote.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/valuetext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

QString variantTitle(const Schema& variant, int index)
{
    if (!variant.title.isEmpty())
        return captionText(variant.title).replace("&&"_L1, "&"_L1);
    // What only this variant allows says it best.
    for (const Property& property : variant.properties) {
        if (property.schema->enumValues.size() == 1)
            return valueText(property.schema->enumValues.first());
        if (property.schema->constant)
            return valueText(*property.schema->constant);
    }
    if (!variant.name.isEmpty())
        return valueText(variant.name);
    const Schema::Types types = variant.types;
    if (types == Schema::Type::String)
        return ValuePane::tr("Text");
    if (types == Schema::Type::Array)
        return ValuePane::tr("List");
    if (types == Schema::Type::Boolean)
        return ValuePane::tr("Yes or no");
    if (types == Schema::Type::Integer || types == Schema::Type::Number)
        return ValuePane::tr("Number");
    return ValuePane::tr("Variant %1").arg(index + 1);
}

ValuePane::ValuePane(const FieldContext& context, const QString& pointer, Note note, QWidget* parent)
    : QWidget(parent), m_context(context), m_pointer(pointer), m_noted(note), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(fontMetrics().height() / 2);
    if (isUnion())
        buildVariants();
    buildContent();
}

// A row says by itself what is wrong with it.
void ValuePane::updateNote()
{
    if (m_noted == Note::Here && !m_row && !m_note) {
        m_note = new PlaceNote(
            m_context.model, m_pointer, m_variants ? static_cast<QWidget*>(m_variants) : this, this);
        m_layout->insertWidget(m_variants ? 1 : 0, m_note);
        alignKind();
    } else if (m_row && m_note) {
        delete std::exchange(m_note, nullptr);
    }
}

bool ValuePane::isUnion() const
{
    return !m_context.model.variants(m_pointer).isEmpty();
}

namespace {

// What the variants call that by which they are told apart.
QString kindTitle(const QList<const Schema*>& variants)
{
    for (const Property& property : variants.first()->properties) {
        const bool tellsApart =
            std::all_of(variants.cbegin(), variants.cend(), [&property](const Schema* variant) {
                const Schema* same = variant->property(property.name);
                return same && same->enumValues.size() == 1;
            });
        if (tellsApart && !property.schema->title.isEmpty())
            return property.schema->title;
    }
    return ValuePane::tr("Kind");
}

} // namespace

void ValuePane::buildVariants()
{
    const QList<const Schema*> variants = m_context.model.variants(m_pointer);
    const QString title = kindTitle(variants);
    // A value without a kind is none; only a body may be left out as a whole.
    const bool isOptional = m_pointer == "/body"_L1 && !m_context.model.isRequired(m_pointer);
    auto* label = new QLabel(isOptional ? title : title + u"\u00a0*"_s, this);
    m_variantsLabel = label;
    m_variants = new QComboBox(this);
    m_variants->setPlaceholderText(tr("Choose…"));
    m_variants->setAccessibleName(tr("%1 of %2").arg(title, fieldLabel(m_context.model, m_pointer)));
    leaveWheelToForm(*m_variants);
    label->setBuddy(m_variants);
    for (qsizetype i = 0; i < variants.size(); ++i)
        m_variants->addItem(variantTitle(*variants.at(i), int(i)));
    m_variantsLine = new QHBoxLayout;
    m_variantsLine->addWidget(label);
    m_variantsLine->addWidget(m_variants);
    m_variantsLine->addStretch(1);
    m_layout->addLayout(m_variantsLine);
    connect(m_variants, &QComboBox::activated, this, [this](int index) {
        m_context.model.setVariant(m_pointer, index);
        refresh({m_pointer, true});
    });
    showVariant();
}

void ValuePane::showVariant()
{
    const int now = m_context.model.variant(m_pointer);
    if (m_variants->currentIndex() != now)
        m_variants->setCurrentIndex(now);
}

// In the column of the fields' labels; what is said of it stands below the box, as with a field.
void ValuePane::alignKind()
{
    if (!m_variantsLabel)
        return;
    m_variantsLabel->setMinimumWidth(std::max(m_fields ? m_fields->labelWidth() : 0, m_leastLabelWidth));
    if (m_note) {
        const int label = std::max(m_variantsLabel->minimumWidth(), m_variantsLabel->sizeHint().width());
        m_note->setContentsMargins(label + m_variantsLine->spacing(), 0, 0, 0);
    }
}

void ValuePane::setLeastLabelWidth(int width)
{
    m_leastLabelWidth = width;
    if (m_fields)
        m_fields->setLeastLabelWidth(width);
    alignKind();
}

void ValuePane::hideKind()
{
    delete std::exchange(m_variantsLabel, nullptr);
    delete std::exchange(m_variants, nullptr);
    delete std::exchange(m_variantsLine, nullptr);
}

QString ValuePane::contentKey() const
{
    const FormModel& model = m_context.model;
    if (!describedFields(model, m_pointer).isEmpty())
        return model.takesKeys(m_pointer) ? u"fields and keys"_s : u"fields"_s;
    if (!isUnion())
        return editorKindAt(model, m_pointer) == EditorKind::Group ? u"fields"_s : u"row"_s;
    // An object of which nothing is to be filled in: choosing it said it all.
    const bool isDecided = model.variant(m_pointer) >= 0;
    return isDecided && plainEditorKindAt(model, m_pointer) != EditorKind::Group ? u"editor"_s : QString();
}

void ValuePane::buildContent()
{
    const FormModel& model = m_context.model;
    const QString key = contentKey();
    const bool isFields = key.startsWith("fields"_L1); // follow by themselves
    if (m_content && key == m_contentKey
        && (isFields || (m_schema == model.schema(m_pointer) && m_variant == model.variant(m_pointer))))
        return;
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_contentKey = key;
    m_schema = model.schema(m_pointer);
    m_variant = model.variant(m_pointer);
    m_fields = nullptr;
    m_editor = nullptr;
    m_row = nullptr;
    m_content = new QWidget(this);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins({});
    if (isFields) {
        m_fields = new ObjectFields(m_context, m_pointer, m_content);
        layout->addWidget(m_fields);
    }
    alignKind();
    if (key == "fields and keys"_L1)
        m_editor = makeEditor(EditorKind::Map, m_context, m_pointer, m_content);
    else if (key == "editor"_L1)
        m_editor = makeEditor(plainEditorKindAt(model, m_pointer), m_context, m_pointer, m_content);
    else if (key == "row"_L1)
        m_row = new FieldRow(m_context, m_pointer, m_content);
    if (m_editor) {
        if (m_editor->control()->accessibleName().isEmpty())
            m_editor->control()->setAccessibleName(fieldLabel(model, m_pointer));
        layout->addWidget(m_editor->widget());
    }
    if (m_row) {
        m_row->hideLabel();
        layout->addWidget(m_row);
    }
    updateNote();
    m_layout->addWidget(m_content);
    m_content->setVisible(true);
}

void ValuePane::refresh(const FieldChange& change)
{
    if (m_variants)
        showVariant();
    if (change.isStructural)
        buildContent();
    if (m_fields) {
        m_fields->refresh(change);
        alignKind();
    }
    if (m_editor)
        m_editor->refresh(change);
    if (m_row)
        m_row->refresh(change);
}

QWidget* ValuePane::reveal(const QString& place)
{
    QWidget* found = m_fields && place != m_pointer ? m_fields->reveal(place) : nullptr;
    if (!found && m_variants)
        found = m_variants;
    if (!found && m_fields)
        found = m_fields->reveal(place);
    if (!found && m_row)
        found = m_row->editor()->reveal(place);
    if (!found && m_editor)
        found = m_editor->reveal(place);
    return found ? found : this;
}

} // namespace Telamon
