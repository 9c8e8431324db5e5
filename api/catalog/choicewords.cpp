// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/choicewords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostChoices = 8; // are all said
constexpr qsizetype longestLine = 64; // and so are more, if they are no longer than that
constexpr size_t mostExamples = 3;

// Less is nearer: numbers by how far apart they are, texts by how far they begin alike.
double apart(const QJsonValue& choice, const QJsonValue& value)
{
    if (choice.isDouble() && value.isDouble())
        return std::abs(choice.toDouble() - value.toDouble());
    const QString text = choice.toString();
    const QString other = value.toString();
    const auto [end, otherEnd] = std::mismatch(text.cbegin(), text.cend(), other.cbegin(), other.cend(),
        [](QChar one, QChar two) { return one.toCaseFolded() == two.toCaseFolded(); });
    return -double(std::distance(text.cbegin(), end));
}

// In their own order.
QStringList nearest(const QJsonArray& choices, const QJsonValue& value,
    const std::function<QString(const QJsonValue&)>& words)
{
    std::vector<std::pair<double, qsizetype>> places;
    for (qsizetype i = 0; i < choices.size(); ++i)
        places.emplace_back(apart(choices.at(i), value), i);
    std::sort(places.begin(), places.end());
    places.resize(std::min(places.size(), mostExamples));
    std::sort(places.begin(), places.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    QStringList texts;
    for (const auto& place : places)
        texts.append(words(choices.at(place.second)));
    return texts;
}

QString validationWords(const char* text)
{
    return QCoreApplication::translate("Validation", text);
}

} // namespace

QString choiceSentence(const QJsonArray& choices, const QJsonValue& value,
    const std::function<QString(const QJsonValue&)>& words)
{
    const qsizetype count = choices.size();
    QStringList all;
    qsizetype length = 0;
    for (qsizetype i = 0; i < count && (count <= mostChoices || length <= longestLine); ++i) {
        all.append(words(choices.at(i)));
        length += all.last().size() + 2;
    }
    if (count == 1)
        return validationWords("must be %1").arg(all.first());
    if (count <= mostChoices || length <= longestLine)
        return validationWords("must be one of: %1").arg(all.join(u", "_s));
    return validationWords("must be one of %1 values, such as %2")
        .arg(QString::number(count), nearest(choices, value, words).join(u", "_s));
}

} // namespace Telamon
