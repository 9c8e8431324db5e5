// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace Telamon {

// How fields of the service's records read where no column says it: in a detail, in a review.

// A field's name, where nothing gives it a title: "Cluster name" for clusterName.
QString fieldWords(const QString& name);

// One of a list that is called so: "Analyzer" of Analyzers. What is no plain plural stays.
QString singularWords(const QString& title);

// A value without parts: yes or no, a size with its unit, the words for one of the service's where `isWord`
// says that it is one; all else as it came.
QString valueWords(const QString& name, const QJsonValue& value, bool isWord);

// As the service sent it.
QString plainValue(const QJsonValue& value);

} // namespace Telamon
