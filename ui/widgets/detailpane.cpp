// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpane.h"

#include "api/records/plaintext.h"
#include "models/detailmodel.h"
#include "models/recordmodel.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/jsonpart.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/recorddelegate.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

DetailPane::DetailPane(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_tabs(new QTabWidget(this)),
      m_fields(new QTreeView(this)),
      m_fieldModel(new DetailModel(this)),
      m_json(new JsonView(tr("JSON"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont titleFont = m_title->font();
    titleFont.setBold(true);
    m_title->setFont(titleFont);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    m_fields->setModel(m_fieldModel);
    m_fields->setItemDelegate(new RecordDelegate(-1, -1, m_fields));
    m_fields->setAccessibleName(tr("Fields"));
    m_fields->setUniformRowHeights(true);
    m_fields->setAlternatingRowColors(true);
    m_fields->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->header()->setStretchLastSection(true);
    m_fields->header()->setAccessibleName(tr("Field columns"));

    addFieldCopying(*m_fields);

    auto* close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(themedIcon(u"close"_s));
    close->setToolTip(tr("Hide details (Esc)"));
    close->setAccessibleName(tr("Hide details"));
    connect(close, &QToolButton::clicked, this, &DetailPane::closeRequested);

    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(close);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the record"));
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_json, m_json->accessibleName());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_tabs, 1);
    const int margin = fontMetrics().height() / 2;
    top->setContentsMargins(margin, margin / 2, margin / 2, 0);
}

QWidget* DetailPane::shownPart() const
{
    return m_tabs->currentWidget();
}

void DetailPane::addTable(
    const QString& title, RecordModel* model, const QByteArray& sourceId, const QByteArray& part)
{
    auto* view = new RecordView(this);
    view->setAccessibleName(title);
    model->setParent(view);
    view->setRecordModel(model);
    connect(model, &RecordModel::loadFinished, view, &RecordView::fitColumns);
    m_tabs->insertTab(m_tabs->count() - 1, view, title);
    m_tables.append({model, sourceId, part});
}

void DetailPane::showTablesFirst()
{
    m_tabs->setCurrentIndex(m_tables.isEmpty() ? 0 : 1);
}

void DetailPane::addJson(const QString& title, const QString& pointer, const JsonComparison& comparison)
{
    auto* part = new JsonPart(title, pointer, comparison, this);
    m_tabs->insertTab(m_tabs->count() - 1, part, title);
    m_parts.append(part);
}

void DetailPane::setFieldWords(DetailModel::Words words)
{
    m_fieldModel->setWords(words);
}

void DetailPane::showRecord(
    const QString& title, const QList<QPair<QByteArray, QByteArray>>& json, const QList<FieldTitles>& titles)
{
    const bool isSame = m_title->text() == visibleText(title);
    if (isSame && json == m_shown)
        return;
    m_shown = json;
    const int scrolled = isSame ? m_fields->verticalScrollBar()->value() : 0;
    m_title->setText(visibleText(title));
    m_title->setAccessibleDescription(m_title->text());
    QJsonObject bySource; // what each of several answers told of this record
    QList<QPair<QString, FieldTitles>> parts;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const auto& [source, bytes] = json.at(i);
        if (isShownApart(source))
            continue;
        const QString name = QString::fromUtf8(source);
        bySource.insert(name, QJsonDocument::fromJson(bytes).object());
        parts.append({name, titles.value(i)});
    }
    const bool isOne = parts.size() == 1;
    const QJsonValue record = isOne ? bySource.value(parts.first().first) : bySource;
    const FieldTitles names = isOne ? parts.first().second : FieldTitles::joined(parts);
    m_fieldModel->setValue(record, names);
    m_fields->expandToDepth(1);
    m_fields->resizeColumnToContents(DetailModel::NameColumn);
    m_fields->verticalScrollBar()->setValue(scrolled);
    QByteArrayList texts;
    for (const auto& [source, bytes] : json)
        texts.append(bytes);
    m_json->showJson(texts.join(",\n"));
    for (const Table& table : std::as_const(m_tables)) {
        table.model->beginLoad();
        for (const auto& [source, bytes] : json)
            table.model->addAnswer(table.sourceId, bytes);
        table.model->finishLoad();
    }
    for (JsonPart* part : std::as_const(m_parts))
        part->showRecord(record);
}

bool DetailPane::isShownApart(const QByteArray& part) const
{
    return !part.isEmpty() && std::any_of(m_tables.cbegin(), m_tables.cend(), [&part](const Table& table) {
        return table.part == part;
    });
}

void DetailPane::setNow(qint64 msecsSinceEpoch)
{
    m_fieldModel->setNow(msecsSinceEpoch);
    for (const Table& table : std::as_const(m_tables))
        table.model->setNow(msecsSinceEpoch);
}

void DetailPane::showNothing()
{
    m_shown.clear();
    m_title->clear();
    m_fieldModel->setValue({});
    m_json->clear();
    for (const Table& table : std::as_const(m_tables))
        table.model->clear();
    for (JsonPart* part : std::as_const(m_parts))
        part->clear();
}

QString DetailPane::title() const
{
    return m_title->text();
}

} // namespace Telamon
