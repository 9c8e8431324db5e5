// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#ifdef Q_OS_LINUX
#include <array>
#include <sys/inotify.h>
#include <unistd.h>
#endif

namespace Telamon {

// Tells whether anybody opened a file since this object was made. Only where the system can tell.
class AccessWatch {
public:
#ifdef Q_OS_LINUX
    explicit AccessWatch(const QString& file) : m_descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        inotify_add_watch(m_descriptor, QFile::encodeName(file).constData(), IN_OPEN | IN_ACCESS);
    }
    ~AccessWatch()
    {
        ::close(m_descriptor);
    }

    static bool isSupported()
    {
        return true;
    }
    bool wasRead() const
    {
        alignas(inotify_event) std::array<char, 4096> events {};
        return ::read(m_descriptor, events.data(), events.size()) > 0;
    }

private:
    int m_descriptor;
#else
    explicit AccessWatch(const QString& /*file*/)
    {
    }
    static bool isSupported()
    {
        return false;
    }
    bool wasRead() const
    {
        return false;
    }
#endif
    Q_DISABLE_COPY(AccessWatch)
};

} // namespace Telamon
