// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

#include <QList>
#include <QString>

// What is wanted of a measurement. TimesFaster and Within speak of the ratio, Under of the value itself.
struct Aim {
    enum class Kind { None, TimesFaster, Within, Under };
    Kind kind = Kind::None;
    double value = 0;

    static Aim none() { return {}; }
    static Aim timesFaster(double value) { return {Kind::TimesFaster, value}; }
    static Aim within(double value) { return {Kind::Within, value}; }
    static Aim under(double value) { return {Kind::Under, value}; }
};

// The table of one run: printed while it grows, and as Markdown at the end.
class Report {
public:
    struct Baseline {
        QString name;
        double value = 0;
    };

    void begin(const QString& section);
    // `unit` is "ms" or "MB". The ratio is ours / baseline, and its reciprocal where the aim is to be faster.
    void add(const QString& what, double ours, const Baseline& baseline, const Aim& aim,
        QLatin1StringView unit = QLatin1StringView("ms"));
    void add(const QString& what, const Pair& pair, const QString& baseline, const Aim& aim,
        QLatin1StringView unit = QLatin1StringView("ms"));
    void say(const QString& sentence); // what was not measured, and why

    bool write(const QString& file) const;

private:
    struct Line {
        QString section;
        QString what;
        QString ours;
        QString baseline;
        QString ratio;
        QString aim;
        bool isMet = true;
    };
    void add(const QString& what, double ours, const QString& baselineName, double baseline, double ratio,
        const Aim& aim, QLatin1StringView unit);
    QString toMarkdown() const;

    QString m_section;
    QList<Line> m_lines;
    QStringList m_sentences;
};
