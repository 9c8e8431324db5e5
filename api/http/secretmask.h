// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/transport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <bitset>

namespace Telamon {

struct Problem;

// Takes secrets out of texts that are kept or shown: in either case, each character as it is or escaped as
// addresses, forms, JSON and HTML escape it, in hexadecimal, and inside anything that was written in base64
// (at whichever place in it they stand).
class SecretMask {
public:
    explicit SecretMask(const QList<QByteArray>& secrets);

    QByteArray masked(const QByteArray& text) const;
    QString masked(const QString& text) const;
    Problem masked(Problem problem) const;
    // Values of headers that carry credentials or sessions go by name, the rest by what is in them.
    HeaderList masked(const HeaderList& headers) const;

    static QByteArray replacement() { return QByteArrayLiteral("(hidden)"); }

private:
    void add(const QByteArray& form);
    void addBase64(const QByteArray& secret);
    void addStarts(char first); // whatever follows it
    bool mayStartAt(QByteArrayView text) const;
    qsizetype lengthAt(QByteArrayView text) const;

    QList<QByteArray> m_forms; // lower case, longest first
    // The two characters, in either case, that one of them may begin with, and those of all escapes. A whole
    // answer is looked through, so nearly every place in it must be told apart by this alone.
    std::bitset<256 * 256> m_starts;
};

} // namespace Telamon
