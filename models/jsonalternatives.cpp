// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsonalternatives.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>
#include <vector>

namespace Telamon {

using namespace Qt::StringLiterals;

QList<JsonAlternative> alternativesIn(const QJsonValue& record, const QList<JsonAlternativePattern>& patterns)
{
    std::vector<std::pair<qsizetype, JsonAlternative>> found; // with the element's number
    for (const JsonAlternativePattern& pattern : patterns) {
        const qsizetype star = pattern.pointer.indexOf("/*"_L1);
        if (star < 0)
            continue;
        const QJsonArray elements = valueAt(record, pattern.pointer.first(star)).toArray();
        const QString inside = pattern.pointer.sliced(star + 2);
        for (qsizetype i = 0; i < elements.size(); ++i) {
            const QJsonValue value = valueAt(elements.at(i), inside);
            if (value.isUndefined() || value.isNull())
                continue;
            const QString name = valueAt(elements.at(i), pattern.name).toString();
            const QString shown = name.isEmpty() ? QString::number(i + 1) : visibleText(name);
            found.push_back({i, {pattern.label.arg(shown), value}});
        }
    }
    std::stable_sort(found.begin(), found.end(),
        [](const auto& one, const auto& other) { return one.first < other.first; });
    QList<JsonAlternative> alternatives;
    for (const auto& each : found)
        alternatives.append(each.second);
    return alternatives;
}

} // namespace Telamon
