// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Where the program's files lie. A sandbox has a folder of its own instead (Console).
namespace Telamon::Paths {

QString settingsFile();
QString profilesFile();
QString journalFile(); // in a folder of its own, with what its owners lock
QString draftsFolder();

} // namespace Telamon::Paths
