// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/checklisteditor.h"

#include "models/forms/formmodel.h"
#include "models/rolewords.h"
#include "ui/forms/valuetext.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Telamon {

namespace {

constexpr int MostBoxesWithoutSearch = 12;
constexpr int mostRowsShown = 10;
constexpr int around = 2; // pixels above and below each

QListWidgetItem* addValue(QListWidget& list, const QJsonValue& value)
{
    auto* item = new QListWidgetItem(roleWords(valueText(value)), &list); // what is no role stays as it is
    item->setData(Qt::UserRole, QVariant::fromValue(value));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
    return item;
}

} // namespace

CheckListEditor::CheckListEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer)
{
    auto* widget = new QWidget(parent);
    setWidget(widget);
    m_search = new QLineEdit(widget);
    m_list = new QListWidget(widget);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search in %1").arg(label()));
    m_list->setAccessibleName(label());
    m_list->setUniformItemSizes(true);
    m_list->setTabKeyNavigation(false);
    const QJsonArray values = schema()->items->enumValues;
    for (const QJsonValue& each : values)
        addValue(*m_list, each);
    m_search->setVisible(values.size() > MostBoxesWithoutSearch);
    connect(m_search, &QLineEdit::textChanged, this, &CheckListEditor::showMatches);
    refresh({pointer});
    const int rows = std::min(m_list->count(), mostRowsShown);
    m_list->setSpacing(around);
    const int height = std::max(m_list->sizeHintForRow(0), m_list->fontMetrics().height()) + 2 * around;
    m_list->setFixedHeight(rows * height + 2 * m_list->frameWidth());
    connect(m_list, &QListWidget::itemChanged, this, &CheckListEditor::take);
}

QWidget* CheckListEditor::reveal(const QString& place)
{
    const QJsonValue wanted = place == pointer() ? QJsonValue() : model().value(place);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toJsonValue() == wanted)
            m_list->setCurrentRow(row, QItemSelectionModel::ClearAndSelect);
    }
    return m_list;
}

QWidget* CheckListEditor::control() const
{
    return m_list;
}

void CheckListEditor::showMatches(const QString& text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const bool isFound = item->text().contains(text, Qt::CaseInsensitive)
            || valueText(item->data(Qt::UserRole).toJsonValue()).contains(text, Qt::CaseInsensitive);
        item->setHidden(!isFound);
    }
}

void CheckListEditor::take()
{
    const QJsonArray before = value().toArray();
    QJsonArray chosen;
    const auto isChecked = [this](const QJsonValue& each) {
        for (int row = 0; row < m_list->count(); ++row) {
            const QListWidgetItem* item = m_list->item(row);
            if (item->data(Qt::UserRole).toJsonValue() == each)
                return item->checkState() == Qt::Checked;
        }
        return false;
    };
    for (const QJsonValue& each : before) {
        if (isChecked(each))
            chosen.append(each);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        const QJsonValue each = m_list->item(row)->data(Qt::UserRole).toJsonValue();
        if (m_list->item(row)->checkState() == Qt::Checked && !chosen.contains(each))
            chosen.append(each);
    }
    setValue(chosen.isEmpty() ? clearedValue(chosen) : QJsonValue(chosen));
}

void CheckListEditor::refresh(const FieldChange& /*change*/)
{
    const QSignalBlocker quiet(m_list);
    QJsonArray left = value().toArray();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const QJsonValue each = item->data(Qt::UserRole).toJsonValue();
        item->setCheckState(left.contains(each) ? Qt::Checked : Qt::Unchecked);
        for (qsizetype i = left.size() - 1; i >= 0; --i) {
            if (left.at(i) == each)
                left.removeAt(i);
        }
    }
    for (const QJsonValue& each : std::as_const(left)) // newer than the catalog
        addValue(*m_list, each)->setCheckState(Qt::Checked);
}

} // namespace Telamon
