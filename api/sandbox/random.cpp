// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/random.h"

#include <QRandomGenerator>

namespace Telamon::Sandbox {

Random::Random(quint32 seed, const QString& purpose) : m_state(0xcbf29ce484222325ULL ^ seed)
{
    const QByteArray bytes = purpose.toUtf8(); // FNV-1a
    for (const char byte : bytes)
        m_state = (m_state ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
}

quint64 Random::next() // splitmix64
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

int Random::below(int bound)
{
    return int(next() % quint64(bound));
}

int Random::between(int low, int high)
{
    return low + below(high - low + 1);
}

double Random::real()
{
    return double(next() >> 11) / double(1ULL << 53);
}

QString Random::hex(int digits)
{
    QString text;
    while (text.size() < digits)
        text += QString::number(next(), 16).rightJustified(16, u'0');
    return text.left(digits);
}

QString Random::id(qint64 msecs)
{
    return QString::number(quint64(msecs / 1000), 16).rightJustified(8, u'0').right(8) + hex(16);
}

QString Random::letters(int count)
{
    static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    QString text;
    for (int i = 0; i < count; ++i)
        text += QLatin1Char(alphabet[below(36)]);
    return text;
}

QByteArray unguessable(int count)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += alphabet[QRandomGenerator::system()->bounded(62)];
    return text;
}

} // namespace Telamon::Sandbox
