// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fieldpath.h"
#include "models/review.h"

#include <QCoreApplication>
#include <QHash>

namespace Telamon {

// What the places and the values of a review are called: as the form calls them. The schemas are the
// catalog's.
class LeafWords {
    Q_DECLARE_TR_FUNCTIONS(LeafWords)
public:
    LeafWords() = default; // of nothing: names and values as they are
    explicit LeafWords(const Review& review);

    // "Criteria › Date field": without the part of the request that all have in common.
    QString path(const QString& pointer) const;
    QString rawPath(const QString& pointer) const; // "criteria.dateField"
    // Names by id, for places whose values are picked from a list.
    QString value(
        const QString& pointer, const QJsonValue& value, const QHash<QString, QString>& names) const;
    QString picker(const QString& pointer) const; // x-picker, empty: none

private:
    QList<FieldStep> stepsTo(const QString& pointer) const;
    static QString variantTitleOf(const FieldStep& step, const QJsonValue& value);
    static QString scalarText(
        const FieldStep& step, const QJsonValue& value, const QHash<QString, QString>& names);

    SchemaSet m_body;
    SchemaSet m_state;
};

} // namespace Telamon
