// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxfolder.h"

#include <QDir>
#include <QFileInfo>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QString beginning()
{
    return u"telamon-sandbox-"_s;
}

QString lockName()
{
    return u"run.lock"_s;
}

} // namespace

SandboxFolder::SandboxFolder()
    : m_folder(QDir::tempPath() + u'/' + beginning() + u"XXXXXX"_s), m_lock(m_folder.filePath(lockName()))
{
    m_lock.setStaleLockTime(0); // however old, it holds while the process is there
    m_lock.tryLock(0);
}

QStringList SandboxFolder::removeStale() const
{
    QStringList left;
    if (!m_folder.isValid())
        return left;
    const QFileInfo own(path());
    const QFileInfoList folders =
        QDir(own.path())
            .entryInfoList(
                {beginning() + u'*'}, QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QFileInfo& each : folders) {
        const QString lockFile = each.filePath() + u'/' + lockName();
        if (each.fileName() == own.fileName() || each.ownerId() != own.ownerId()
            || !QFileInfo(lockFile).isFile())
            continue;
        QLockFile lock(lockFile);
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        lock.unlock(); // it would be in the way; nobody takes over a folder without one
        if (!QDir(each.filePath()).removeRecursively())
            left.append(each.filePath());
    }
    return left;
}

} // namespace Telamon
