// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/answerview.h"

#include "api/catalog/masking.h"
#include "api/records/plaintext.h"
#include "models/detailmodel.h"
#include "models/jsontext.h"
#include "ui/widgets/copying.h"
#include "ui/widgets/recorddelegate.h"

#include <QFontDatabase>
#include <QFutureWatcher>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QtConcurrent/QtConcurrentRun>
#include <QTreeView>
#include <QVBoxLayout>

namespace Telamon {

namespace {

constexpr qsizetype shownCharacters = 1024 * 1024;
constexpr qsizetype treeBytes = 8 * 1024 * 1024; // a tree of more is of no use to a person

} // namespace

struct AnswerView::Taken {
    QJsonValue value;
    QString json;
    qsizetype hidden = 0;
    FieldTitles titles;
};

AnswerView::AnswerView(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_tabs(new QTabWidget(this)),
      m_fields(new QTreeView(m_tabs)),
      m_model(new DetailModel(this)),
      m_json(new QPlainTextEdit(m_tabs))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_fields->setModel(m_model);
    m_fields->setItemDelegate(new RecordDelegate(-1, -1, m_fields));
    m_fields->setUniformRowHeights(true);
    m_fields->setAlternatingRowColors(true);
    addFieldCopying(*m_fields);
    m_fields->setAccessibleName(tr("Fields of the answer"));
    m_fields->header()->setAccessibleName(tr("Field columns"));
    m_fields->header()->setStretchLastSection(true);
    m_json->setReadOnly(true);
    m_json->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setAccessibleName(tr("Answer as JSON"));
    m_json->setTabChangesFocus(true);
    m_json->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("The answer"));
    m_tabs->addTab(m_fields, tr("&Fields"));
    m_tabs->addTab(m_json, tr("&JSON"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_tabs, 1);
}

void AnswerView::showAnswer(const QString& title, const Schema* schema, const QByteArray& body)
{
    m_title->setText(visibleText(title));
    m_tabs->setVisible(!body.isEmpty());
    auto* watcher = new QFutureWatcher<Taken>(this);
    connect(watcher, &QFutureWatcher<Taken>::finished, this, [this, watcher] {
        show(watcher->result());
        watcher->deleteLater();
        Q_EMIT shown();
    });
    watcher->setFuture(QtConcurrent::run([schema, body] {
        const QByteArray masked = maskedJson(schema, body);
        Taken taken;
        if (schema)
            taken.titles = FieldTitles(*schema);
        if (masked.size() <= treeBytes) {
            const QJsonDocument document = QJsonDocument::fromJson(masked);
            taken.value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        }
        taken.json = prettyJson(masked);
        taken.hidden = taken.json.size() - shownCharacters;
        taken.json.truncate(shownCharacters);
        return taken;
    }));
}

void AnswerView::show(const Taken& taken)
{
    m_model->setValue(taken.value, taken.titles);
    m_fields->expandToDepth(1);
    m_fields->resizeColumnToContents(DetailModel::NameColumn);
    QString json = taken.json;
    if (taken.hidden > 0)
        json += u'\n' + tr("… (characters not shown: %1)").arg(taken.hidden);
    m_json->setPlainText(json);
}

} // namespace Telamon
