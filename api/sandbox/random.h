// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <span>

namespace Telamon::Sandbox {

// A small generator that gives the same numbers for the same seed and purpose everywhere, whatever was asked
// before: what is made late is the same as what is made early.
class Random {
public:
    Random(quint32 seed, const QString& purpose);

    quint64 next();
    int below(int bound); // 0 <= n < bound
    int between(int low, int high); // low <= n <= high
    bool chance(int percent) { return below(100) < percent; }
    double real(); // 0 <= x < 1
    template <typename T, std::size_t N> const T& pick(const T (&list)[N]) { return list[below(int(N))]; }
    // 24 hexadecimal digits, the first eight of them the time, as the service's ids have it.
    QString id(qint64 msecs);
    QString hex(int digits);
    QString letters(int count); // a-z0-9, as in host names

private:
    quint64 m_state;
};

// From the system's generator, for credentials: `count` letters and digits.
QByteArray unguessable(int count);

} // namespace Telamon::Sandbox
