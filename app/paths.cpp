// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Telamon::Paths {

namespace {

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

} // namespace

QString settingsFile()
{
    return configFolder() + "/settings.ini"_L1;
}

QString profilesFile()
{
    return configFolder() + "/profiles.json"_L1;
}

QString journalFile()
{
    return dataFolder() + "/journal/journal.sqlite"_L1;
}

QString draftsFolder()
{
    return dataFolder() + "/drafts"_L1;
}

} // namespace Telamon::Paths
