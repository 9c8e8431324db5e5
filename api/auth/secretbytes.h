// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Telamon {

// Holds one secret in a buffer of its own, which is overwritten when the secret is replaced or dropped.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(QByteArrayView secret);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    ~SecretBytes();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    // Do not keep what this returns: a copy that outlives the call is not overwritten.
    QByteArrayView view() const { return m_bytes; }
    QByteArray copy() const { return QByteArray(m_bytes.constData(), m_bytes.size()); }
    void clear();

private:
    QByteArray m_bytes; // never shared, so that overwriting it does not write into a copy
};

// Overwrites the buffer, unless somebody else shares it, and empties it.
void wipe(QByteArray& bytes);

} // namespace Telamon
