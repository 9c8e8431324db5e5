// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/health.h"

#include "models/filter.h"
#include "models/filterwords.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr qint64 CountAfter = 60; // milliseconds
constexpr qint64 LeastRest = 20; // times what counting took: the rest of the time is the table's

// As they are typed; a filter that cannot be read has none.
QStringList wordsOf(const QString& filter)
{
    QStringList texts;
    const auto words = filterWords(filter);
    if (!words)
        return texts;
    for (const FilterWord& word : *words)
        texts.append(filter.sliced(word.from, word.size));
    return texts;
}

QStringList wordsOf(const HealthPart& part)
{
    return QString::fromLatin1(part.words).split(u' ');
}
} // namespace

Health::Health(const std::vector<HealthPart>& parts, RecordModel& records, QObject* parent)
    : QObject(parent), m_parts(parts), m_records(records), m_counts(parts.size(), 0)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Health::countNow);
    connect(&records, &RecordModel::countsChanged, this, &Health::follow);
    connect(&records, &RecordModel::loadFinished, this, &Health::follow);
}

QString Health::name(std::size_t part) const
{
    return QCoreApplication::translate("Page", m_parts[part].name);
}

int Health::total() const
{
    return std::accumulate(m_counts.cbegin(), m_counts.cend(), 0);
}

bool Health::hasRecords() const
{
    return m_records.totalCount() > 0;
}

QString Health::summary() const
{
    QStringList words;
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        if (m_counts[part] > 0)
            words.append(QLocale().toString(m_counts[part]) + u' ' + name(part));
    }
    return words.join(u", "_s);
}

void Health::setActive(bool isActive)
{
    m_isActive = isActive;
    if (!isActive)
        m_timer.stop();
    else if (m_isStale)
        m_timer.start(0);
}

void Health::follow()
{
    m_isStale = true;
    if (m_isActive && !m_timer.isActive())
        m_timer.start(static_cast<int>(std::max(CountAfter, m_cost * LeastRest)));
}

void Health::countNow()
{
    QElapsedTimer clock;
    clock.start();
    m_timer.stop();
    m_isStale = false;
    const RecordTable& table = m_records.records();
    std::vector<int> attention;
    attention.reserve(table.size());
    for (std::size_t row = 0; row < table.size(); ++row)
        attention.push_back(m_records.recordAttention(static_cast<int>(row)));
    const QString rest = filterWithout() + u' ';
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        m_counts[part] = 0;
        const QString text = rest + QString::fromLatin1(m_parts[part].words);
        const auto filter = Filter::parse(text, m_records.columns(), m_records.now());
        if (!filter)
            continue;
        std::vector<quint8> matches(table.size(), 1);
        filter.value().match(
            table, 0, false, matches, [&attention](std::size_t row) { return attention[row]; });
        m_counts[part] = static_cast<int>(std::count(matches.cbegin(), matches.cend(), quint8(1)));
    }
    m_cost = clock.elapsed();
    Q_EMIT counted();
}

std::optional<std::size_t> Health::selected() const
{
    const QStringList words = wordsOf(m_records.filter());
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        const QStringList own = wordsOf(m_parts[part]);
        if (std::all_of(
                own.cbegin(), own.cend(), [&words](const QString& word) { return words.contains(word); }))
            return part;
    }
    return {};
}

QString Health::filterFor(std::size_t part) const
{
    const QString rest = filterWithout();
    const QString own = QString::fromLatin1(m_parts[part].words);
    return rest.isEmpty() ? own : rest + u' ' + own;
}

QString Health::filterWithout() const
{
    const auto part = selected();
    if (!part)
        return m_records.filter().trimmed();
    QStringList words = wordsOf(m_records.filter());
    const QStringList own = wordsOf(m_parts[*part]);
    for (const QString& word : own)
        words.removeOne(word);
    return words.join(u' ');
}

} // namespace Telamon
