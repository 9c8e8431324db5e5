// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QDate>
#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTextStream>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {
QString shortly(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString aimText(const Aim& aim, QLatin1StringView unit)
{
    switch (aim.kind) {
    case Aim::Kind::TimesFaster:
        return u"%1 times faster"_s.arg(aim.value);
    case Aim::Kind::Within:
        return u"at most %1 times"_s.arg(aim.value);
    case Aim::Kind::Under:
        return u"under %1 %2"_s.arg(aim.value).arg(unit);
    case Aim::Kind::None:
        break;
    }
    return u"–"_s;
}

bool isMet(const Aim& aim, double ours, double ratio)
{
    switch (aim.kind) {
    case Aim::Kind::TimesFaster:
        return ratio >= aim.value;
    case Aim::Kind::Within:
        return ratio <= aim.value;
    case Aim::Kind::Under:
        return ours < aim.value;
    case Aim::Kind::None:
        break;
    }
    return true;
}

// Nobody reads "0.05 times faster": then it is how many times as long.
QString ratioText(double ratio, bool isFaster)
{
    if (!isFaster)
        return shortly(ratio) + " times"_L1;
    return ratio < 1 ? shortly(1 / ratio) + " times"_L1 : shortly(ratio) + " times faster"_L1;
}

QString processorName()
{
    QFile info(u"/proc/cpuinfo"_s);
    if (info.open(QIODevice::ReadOnly)) {
        static const QRegularExpression model(u"model name\\s*:\\s*(.+)"_s);
        const QRegularExpressionMatch match = model.match(QString::fromUtf8(info.readAll()));
        if (match.hasMatch())
            return match.captured(1).section(u'\n', 0, 0);
    }
    return QSysInfo::currentCpuArchitecture();
}
} // namespace

void Report::begin(const QString& section)
{
    m_section = section;
    QTextStream(stdout) << '\n' << section << '\n';
}

void Report::add(
    const QString& what, double ours, const Baseline& baseline, const Aim& aim, QLatin1StringView unit)
{
    const bool isFaster = aim.kind == Aim::Kind::TimesFaster || aim.kind == Aim::Kind::Under;
    const double ratio = isFaster ? baseline.value / ours : ours / baseline.value;
    add(what, ours, baseline.name, baseline.value, ratio, aim, unit);
}

void Report::add(
    const QString& what, const Pair& pair, const QString& baseline, const Aim& aim, QLatin1StringView unit)
{
    const bool isFaster = aim.kind == Aim::Kind::TimesFaster || aim.kind == Aim::Kind::Under;
    add(what, pair.ours, baseline, pair.baseline, isFaster ? 1 / pair.ratio : pair.ratio, aim, unit);
}

void Report::add(const QString& what, double ours, const QString& baselineName, double baseline, double ratio,
    const Aim& aim, QLatin1StringView unit)
{
    const bool isFaster = aim.kind == Aim::Kind::TimesFaster || aim.kind == Aim::Kind::Under;
    Line line {m_section, what, shortly(ours) + u' ' + unit,
        baselineName + ": "_L1 + shortly(baseline) + u' ' + unit, ratioText(ratio, isFaster),
        aimText(aim, unit), ::isMet(aim, ours, ratio)};
    QTextStream(stdout) << "  " << line.what.leftJustified(62) << line.ours.rightJustified(11) << "   "
                        << line.baseline.leftJustified(54) << line.ratio.leftJustified(20)
                        << "aim: " << line.aim << (line.isMet ? "\n" : "  MISSED\n");
    m_lines.append(line);
}

void Report::say(const QString& sentence)
{
    QTextStream(stdout) << "  " << sentence << '\n';
    m_sentences.append(sentence);
}

QString Report::toMarkdown() const
{
    QString text = u"# What the bench measured\n\n"
                   "Written by `packaging/dev bench`, a release build. Every ratio is of two measurements of "
                   "the same run, taken in turns.\n\n"
                   "%1, %2 cores, %3, Qt %4, %5\n"_s.arg(processorName())
                       .arg(QThread::idealThreadCount())
                       .arg(QSysInfo::prettyProductName(), QString::fromLatin1(qVersion()),
                           QDate::currentDate().toString(Qt::ISODate));
    QString section;
    for (const Line& line : m_lines) {
        if (line.section != section) {
            section = line.section;
            text += u"\n## %1\n\n| measurement | ours | baseline | ratio | aim |\n"
                    "| --- | ---: | --- | --- | --- |\n"_s.arg(section);
        }
        text += u"| %1 | %2 | %3 | %4 | %5 |\n"_s.arg(line.what, line.ours, line.baseline, line.ratio,
            line.isMet ? line.aim : line.aim + u" (**missed**)"_s);
    }
    for (const QString& sentence : m_sentences)
        text += u'\n' + sentence + u'\n';
    return text;
}

bool Report::write(const QString& file) const
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(toMarkdown().toUtf8()) >= 0;
}
