// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/detailmodel.h"
#include "models/fieldtitles.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QWidget>

class QLabel;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace Telamon {

class JsonPart;
class JsonView;
class RecordModel;
class RecordView;
struct JsonComparison;

// What is known of one record: its fields as a person reads them, tables of what it contains, and its
// JSON.
class DetailPane : public QWidget {
    Q_OBJECT
public:
    explicit DetailPane(QWidget* parent = nullptr);

    // A tab with rows found inside the record. Before any record is shown.
    // Takes the model. What is told of `part` stands only there, not among the fields.
    void addTable(
        const QString& title, RecordModel* model, const QByteArray& sourceId, const QByteArray& part = {});
    void showTablesFirst(); // where the fields are known already
    // A tab with one part of the record as JSON, and what it can be compared with.
    void addJson(const QString& title, const QString& pointer, const JsonComparison& comparison);

    void setFieldWords(DetailModel::Words words); // before any record is shown
    // What each source told of it; the titles are of the sources in the same order, where they are known.
    // What is shown already stays as it is looked at; where it differs, as far as it can.
    void showRecord(const QString& title, const QList<QPair<QByteArray, QByteArray>>& json,
        const QList<FieldTitles>& titles = {});
    void showNothing();
    void setNow(qint64 msecsSinceEpoch); // what ages are counted from
    QString title() const;
    QTreeView& fields() const { return *m_fields; }
    QWidget* shownPart() const; // the one that is read now

Q_SIGNALS:
    void closeRequested();

private:
    struct Table {
        RecordModel* model;
        QByteArray sourceId;
        QByteArray part;
    };
    bool isShownApart(const QByteArray& part) const;

    QLabel* m_title;
    QTabWidget* m_tabs;
    QTreeView* m_fields;
    DetailModel* m_fieldModel;
    JsonView* m_json;
    QList<Table> m_tables;
    QList<JsonPart*> m_parts;
    QList<QPair<QByteArray, QByteArray>> m_shown;
};

} // namespace Telamon
