// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/faults.h"

#include <QMutexLocker>

namespace Telamon::Sandbox {

namespace {
constexpr qsizetype maxSeen = 10'000;
}

void Faults::add(Fault fault)
{
    const QRegularExpression path(fault.path);
    Q_ASSERT_X(path.isValid() && fault.times != 0, "Faults::add", qPrintable(fault.path));
    const QMutexLocker lock(&m_mutex);
    m_entries.append({std::move(fault), path});
}

void Faults::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_entries.clear();
}

qsizetype Faults::pendingCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.size();
}

QList<SeenRequest> Faults::seen() const
{
    const QMutexLocker lock(&m_mutex);
    return m_seen;
}

int Faults::requestCount(const QByteArray& method) const
{
    const QMutexLocker lock(&m_mutex);
    if (!method.isEmpty())
        return m_counts.value(method);
    int sum = 0;
    for (const int count : m_counts)
        sum += count;
    return sum;
}

void Faults::forgetSeen()
{
    const QMutexLocker lock(&m_mutex);
    m_seen.clear();
    m_counts.clear();
}

void Faults::note(const Request& request)
{
    const QMutexLocker lock(&m_mutex);
    ++m_counts[request.method];
    m_seen.append({request.method, request.target});
    if (m_seen.size() > maxSeen)
        m_seen.removeFirst();
}

std::optional<Fault> Faults::take(const Request& request, bool isSignedIn)
{
    const QMutexLocker lock(&m_mutex);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        Fault& fault = m_entries[i].fault;
        if ((fault.beforeSignIn || isSignedIn) && (fault.method.isEmpty() || fault.method == request.method)
            && (fault.path.isEmpty()
                || m_entries[i].path.match(QString::fromLatin1(request.target)).hasMatch())) {
            Fault taken = fault;
            if (fault.times > 0 && --fault.times == 0)
                m_entries.removeAt(i);
            return taken;
        }
    }
    return std::nullopt;
}

} // namespace Telamon::Sandbox
