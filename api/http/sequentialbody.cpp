// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/sequentialbody.h"

#include <algorithm>
#include <cstring>

namespace Telamon {

SequentialBody::SequentialBody(QByteArray bytes, QObject* parent)
    : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool SequentialBody::atEnd() const
{
    return m_position >= m_bytes.size();
}

qint64 SequentialBody::bytesAvailable() const
{
    return m_bytes.size() - m_position + QIODevice::bytesAvailable();
}

qint64 SequentialBody::readData(char* data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, qint64(m_bytes.size()) - m_position);
    if (count <= 0)
        return maxSize == 0 ? 0 : -1; // 0 would mean "wait for more"
    std::memcpy(data, m_bytes.constData() + m_position, size_t(count));
    m_position += count;
    return count;
}

} // namespace Telamon
