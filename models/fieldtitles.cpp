// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldtitles.h"

#include "api/catalog/jsonpointer.h"
#include "models/fieldwords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Telamon {

namespace {

QString columnTitle(const char* title)
{
    return title == nullptr ? QString() : QCoreApplication::translate("Column", title);
}

// Whether the column shows one field as it is.
bool isOfOneField(const QByteArrayList& alternatives)
{
    const bool isGathered =
        std::any_of(alternatives.cbegin(), alternatives.cend(), [](const QByteArray& path) {
            return path.startsWith('+') || path.startsWith('_') || path.startsWith(':');
        });
    const QByteArray path = alternatives.value(0);
    return !isGathered && path.startsWith('/')
        && std::none_of(path.cbegin(), path.cend(), [](char c) { return c == '*' || c == '?' || c == '='; });
}

RecordShape shapeOfColumns(const Columns& columns, const RecordSource& source)
{
    QList<RecordShape::Described> fields;
    for (std::size_t i = 0; i < columns.size() && i < source.paths.size(); ++i) {
        const QByteArrayList& alternatives = source.paths[i].alternatives;
        if (isOfOneField(alternatives)) {
            const bool isWord =
                columns[i].type == ColumnType::Enum && columns[i].presentation != Presentation::Verbatim;
            fields.append({alternatives.first(), columnTitle(columns[i].title), isWord});
        }
    }
    return RecordShape::of(fields);
}

// Of the fields that are not inside another and have a column to themselves; of two such the first names it.
QHash<QString, QString> titlesOfFields(const Columns& columns, const RecordSource& source)
{
    QHash<QString, QString> titles;
    for (std::size_t i = 0; i < columns.size() && i < source.paths.size(); ++i) {
        QByteArrayList alternatives = source.paths[i].alternatives;
        if (alternatives.size() == 1 && alternatives.first().endsWith("/*"))
            alternatives.first().chop(2); // a list of plain values
        const QStringList tokens = pointerTokens(QString::fromUtf8(alternatives.value(0)));
        if (alternatives.size() == 1 && isOfOneField(alternatives) && tokens.size() == 1
            && !titles.contains(tokens.first()))
            titles.insert(tokens.first(), columnTitle(columns[i].title));
    }
    return titles;
}

} // namespace

FieldTitles::FieldTitles(const RecordShape& records, const RecordSource& source)
    : m_records(records), m_source(columnTitle(source.title))
{
}

FieldTitles::FieldTitles(const Columns& columns, const RecordSource& source)
    : FieldTitles(shapeOfColumns(columns, source).withFieldTitles(titlesOfFields(columns, source)), source)
{
}

FieldTitles FieldTitles::withColumns(const Columns& columns, const RecordSource& source) const
{
    FieldTitles titles = *this;
    titles.m_records = m_records.withFieldTitles(titlesOfFields(columns, source));
    return titles;
}

FieldTitles FieldTitles::joined(const QList<QPair<QString, FieldTitles>>& parts)
{
    QList<QPair<QString, RecordShape>> shapes;
    for (const auto& [name, titles] : parts)
        shapes.append({name, titles.m_records.withTitle(titles.m_source)});
    return FieldTitles(RecordShape::joined(shapes));
}

QString FieldTitles::title(int place, const QString& name) const
{
    if (!m_records.isOfService(place, name))
        return name;
    const QString title = m_records.title(m_records.field(place, name));
    return title.isEmpty() ? fieldWords(name) : title;
}

} // namespace Telamon
