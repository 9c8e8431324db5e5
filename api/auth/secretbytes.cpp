// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/secretbytes.h"

#include <utility>

namespace Telamon {

void wipe(QByteArray& bytes)
{
    if (bytes.isDetached()) {
        // volatile: a plain write just before the memory is freed may be optimised away.
        volatile char* byte = bytes.data();
        for (qsizetype i = 0; i < bytes.size(); ++i)
            byte[i] = 0;
    }
    bytes = QByteArray();
}

SecretBytes::SecretBytes(QByteArrayView secret) : m_bytes(secret.data(), secret.size())
{
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {}))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe(m_bytes);
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe(m_bytes);
}

void SecretBytes::clear()
{
    wipe(m_bytes);
}

} // namespace Telamon
