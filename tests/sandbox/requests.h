// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <span>

namespace Telamon {

class RawClient;

// A valid request of one operation, and what is wrong with others. In targets, "STORE" and the like are
// projects, "NORTHWIND" and the like organisations, "IN_TWO_WEEKS" is a time, and "<list#key>" is the first
// row's value of the list.
struct SampleRequest {
    const char* operation;
    const char* method;
    const char* target;
    const char* body = nullptr;
    const char* missing = nullptr; // the target of something that is not there; null: cannot be missing
    const char* wrongBody = nullptr; // refused with 400 ...
    const char* wrongField = nullptr; // ... because of this field
};

std::span<const SampleRequest> sampleReads();
std::span<const SampleRequest> sampleWrites();

// Fills in what stands for something in a target or a body.
class Places {
public:
    explicit Places(RawClient& client);
    QByteArray filled(QByteArray text);

private:
    RawClient& m_client;
    QHash<QByteArray, QByteArray> m_known;
};

} // namespace Telamon
