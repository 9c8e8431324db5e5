// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/objectfields.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/foldbox.h"
#include "ui/forms/objectkeys.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qsizetype fewestFolded = 3; // fewer are not worth a fold
constexpr qsizetype mostUnfolded = 8; // an object with no more fields shows all of them
constexpr int widestLabel = 22; // characters; longer ones wrap

std::vector<FieldGroup> groupsAt(const FormModel& model, const QString& pointer)
{
    std::vector<FieldGroup> groups;
    if (const Schema* schema = model.schema(pointer))
        groups = schema->formGroups;
    const int variant = model.variant(pointer);
    if (variant >= 0) {
        const auto& more = model.variants(pointer).at(variant)->formGroups;
        groups.insert(groups.end(), more.begin(), more.end());
    }
    return groups;
}

} // namespace

ObjectFields::ObjectFields(
    const FieldContext& context, const QString& pointer, QWidget* parent, Names names, bool foldsRare)
    : QWidget(parent),
      m_context(context),
      m_pointer(pointer),
      m_names(std::move(names)),
      m_foldsRare(foldsRare),
      m_layout(new QVBoxLayout(this))
{
    if (!m_names)
        m_names = [this] { return describedFields(m_context.model, m_pointer); };
    m_layout->setContentsMargins({});
    m_layout->setSpacing(fontMetrics().height() / 2);
    build();
}

// Optional, without a value, and not among what the catalog puts forward. What is folded stays there.
bool ObjectFields::isRare(const QString& name, bool hasLead) const
{
    if (m_folded.contains(name) || m_rows.contains(name))
        return m_folded.contains(name);
    const QString pointer = childPointer(m_pointer, name);
    const FormModel& model = m_context.model;
    if (model.isRequired(pointer) || !model.value(pointer).isUndefined() || model.isFixed(pointer))
        return false;
    const Schema* schema = model.schema(pointer);
    return hasLead || (schema && schema->isDeprecated);
}

QList<ObjectFields::Entry> ObjectFields::plan(QStringList& folded) const
{
    const FormModel& model = m_context.model;
    QStringList left = m_names();
    QList<Entry> entries;
    const std::vector<FieldGroup> groups = groupsAt(model, m_pointer);
    for (const FieldGroup& group : groups) {
        bool isFirst = true;
        for (const QString& name : group.fields) {
            if (left.removeAll(name) == 0)
                continue;
            // A group whose first field is called like it needs no heading.
            const bool isSaid = fieldLabel(model, childPointer(m_pointer, name)) == group.title;
            if (isFirst && !group.title.isEmpty() && !isSaid)
                entries.append({group.title, {}});
            isFirst = false;
            entries.append({{}, name});
        }
    }
    const bool hasLead = left.size() > mostUnfolded
        && (!groups.empty() || std::any_of(left.cbegin(), left.cend(), [&](const QString& name) {
               const QString pointer = childPointer(m_pointer, name);
               return model.isRequired(pointer) || !model.value(pointer).isUndefined();
           }));
    for (const QString& name : std::as_const(left)) {
        if (m_foldsRare && isRare(name, hasLead))
            folded.append(name);
    }
    if (folded.size() < fewestFolded && m_folded.isEmpty())
        folded.clear();
    // A long form begins with what it cannot do without; a short one keeps its order.
    if (hasLead) {
        std::stable_sort(left.begin(), left.end(), [&](const QString& one, const QString& other) {
            return model.isRequired(childPointer(m_pointer, one))
                && !model.isRequired(childPointer(m_pointer, other));
        });
    }
    for (const QString& name : std::as_const(left)) {
        if (!folded.contains(name))
            entries.append({{}, name});
    }
    return entries;
}

FieldRow* ObjectFields::row(const QString& name)
{
    FieldRow*& row = m_rows[name];
    if (row && !row->fitsSchema()) {
        row->hide();
        row->deleteLater();
        row = nullptr;
    }
    if (!row)
        row = new FieldRow(m_context, childPointer(m_pointer, name), this);
    return row;
}

void ObjectFields::build()
{
    QStringList folded;
    const QList<Entry> entries = plan(folded);
    QStringList shown;
    for (const Entry& entry : entries)
        shown.append(entry.heading.isEmpty() ? entry.name : u'\n' + entry.heading);
    const bool isSame = shown == m_shown && folded == m_folded
        && std::all_of(
            m_rows.cbegin(), m_rows.cend(), [](const FieldRow* each) { return each->fitsSchema(); });
    if (isSame && (!m_rows.isEmpty() || m_fold))
        return;
    m_shown = shown;
    m_folded = folded;
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (auto* heading = qobject_cast<QLabel*>(item->widget())) {
            heading->hide();
            heading->deleteLater();
        }
        delete item;
    }
    for (const Entry& entry : entries) {
        if (!entry.heading.isEmpty()) {
            auto* heading = new QLabel(captionText(entry.heading), this);
            heading->setTextFormat(Qt::PlainText);
            QFont bold = heading->font();
            bold.setBold(true);
            heading->setFont(bold);
            if (m_layout->count() > 0)
                heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
            m_layout->addWidget(heading);
        } else {
            FieldRow* each = row(entry.name);
            m_layout->addWidget(each);
            each->setVisible(true);
        }
    }
    const QStringList known = m_rows.keys();
    for (const QString& name : known) {
        if (m_shown.contains(name))
            continue;
        FieldRow* gone = m_rows.take(name);
        gone->hide();
        gone->deleteLater();
    }
    if (!m_folded.isEmpty() && !m_fold)
        m_fold = makeFold();
    if (m_fold) {
        m_fold->setTitle(tr("More fields (%1)").arg(m_folded.size()));
        m_fold->setVisible(!m_folded.isEmpty());
        m_layout->addWidget(m_fold);
    }
    alignLabels();
}

FoldBox* ObjectFields::makeFold()
{
    return new FoldBox(
        {},
        [this](QWidget* parent) {
            return new ObjectFields(
                m_context, m_pointer, parent, [this] { return m_folded; }, false);
        },
        this);
}

void ObjectFields::alignLabels()
{
    int width = 0;
    for (const FieldRow* each : std::as_const(m_rows))
        width = std::max(width, each->labelWidth());
    m_labelWidth = std::min(width, fontMetrics().averageCharWidth() * widestLabel);
    for (FieldRow* each : std::as_const(m_rows))
        each->setLabelWidth(std::max(m_labelWidth, m_leastLabelWidth));
}

void ObjectFields::setLeastLabelWidth(int width)
{
    if (m_leastLabelWidth == width)
        return;
    m_leastLabelWidth = width;
    alignLabels();
}

void ObjectFields::refresh(const FieldChange& change)
{
    if (change.isStructural)
        build();
    for (FieldRow* each : std::as_const(m_rows)) {
        // Lists to pick from may depend on any parameter.
        if (change.touches(each->pointer()) || isInside(change.pointer, u"/parameters"_s))
            each->refresh(change);
    }
    if (m_fold && m_fold->content())
        static_cast<ObjectFields*>(m_fold->content())->refresh(change);
}

QWidget* ObjectFields::reveal(const QString& place)
{
    for (FieldRow* each : std::as_const(m_rows)) {
        if (isInside(place, each->pointer()))
            return each->editor()->reveal(place);
    }
    const auto isFolded = [&](const QString& name) { return isInside(place, childPointer(m_pointer, name)); };
    if (!m_fold || std::none_of(m_folded.cbegin(), m_folded.cend(), isFolded))
        return nullptr;
    m_fold->setOpen(true);
    return static_cast<ObjectFields*>(m_fold->content())->reveal(place);
}

} // namespace Telamon
