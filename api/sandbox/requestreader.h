// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sandbox/message.h"

#include <optional>

namespace Telamon::Sandbox {

// Takes the bytes of one connection and gives whole requests, pipelined ones in turn. Strict: what two
// readers could read in two ways is refused.
class RequestReader {
public:
    void append(const QByteArray& bytes) { m_buffer += bytes; }
    // The next whole request, or nothing yet, or nothing and errorStatus().
    std::optional<Request> next();
    int errorStatus() const { return m_errorStatus; } // 0 while the bytes are readable

private:
    bool readHead();
    bool readHeaderLine(const QByteArray& line);
    bool readFraming();
    bool takeChunks();
    std::nullopt_t fail(int status);

    QByteArray m_buffer;
    std::optional<Request> m_head; // of a request whose body is awaited
    qsizetype m_length = 0;
    bool m_isChunked = false;
    int m_errorStatus = 0;
};

} // namespace Telamon::Sandbox
