// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/transport.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Telamon {

struct Problem;

// Takes secrets out of texts that are kept or shown: as they are, percent-encoded, inside JSON, and inside
// anything that was written in base64 (at whichever place in it they stand).
class SecretMask {
public:
    explicit SecretMask(const QList<QByteArray>& secrets);

    QByteArray masked(QByteArray text) const;
    QString masked(const QString& text) const;
    Problem masked(Problem problem) const;
    // Values of headers that carry credentials or sessions go by name, the rest by what is in them.
    HeaderList masked(const HeaderList& headers) const;

    static QByteArray replacement() { return QByteArrayLiteral("(hidden)"); }

private:
    void add(const QByteArray& form);
    void addBase64(const QByteArray& secret);

    QList<QByteArray> m_forms; // longest first
};

} // namespace Telamon
