// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bombs.h"

namespace Telamon {

namespace {

constexpr qsizetype mebibyte = 1024 * 1024;

void appendLittleEndian(QByteArray& bytes, quint32 value)
{
    for (int shift = 0; shift < 32; shift += 8)
        bytes += char((value >> shift) & 0xffU);
}

quint32 crc32(const QByteArray& bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

// One member of a gzip file; several may follow each other.
QByteArray member()
{
    const QByteArray spaces(mebibyte, ' ');
    // Qt writes four bytes of length and two of zlib before, and four of checksum after the packed bytes.
    const QByteArray packed = qCompress(spaces, 9).mid(6).chopped(4);
    QByteArray bytes = QByteArray::fromHex("1f8b08000000000000ff");
    bytes += packed;
    appendLittleEndian(bytes, crc32(spaces));
    appendLittleEndian(bytes, quint32(spaces.size()));
    return bytes;
}

} // namespace

QByteArray bomb(int mebibytes)
{
    static const QByteArray one = member();
    return one.repeated(mebibytes);
}

QByteArray deflated(int mebibytes)
{
    return qCompress(QByteArray(mebibytes * mebibyte, ' '), 9).mid(4);
}

} // namespace Telamon
