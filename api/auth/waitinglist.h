// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/problem.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <utility>

namespace Telamon {

// Callers that wait for one sign-in. A caller whose context is gone is not called.
class WaitingList {
public:
    using Receiver = std::function<void(const std::optional<Problem>&)>;

    void add(QObject* context, Receiver receiver)
    {
        Q_ASSERT(context);
        m_entries.append({context, std::move(receiver)});
    }

    // Calls everybody who waits now, once; who asks again meanwhile waits for the next time. Touches no
    // member after the first call: a receiver may delete the owner of this list.
    void release(const std::optional<Problem>& problem)
    {
        const QList<Entry> entries = std::exchange(m_entries, {});
        for (const Entry& entry : entries) {
            if (entry.context)
                entry.receiver(problem);
        }
    }

private:
    struct Entry {
        QPointer<QObject> context;
        Receiver receiver;
    };
    QList<Entry> m_entries;
};

} // namespace Telamon
