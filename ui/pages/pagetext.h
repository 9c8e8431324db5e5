// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Telamon {

// What a page's entry says, marked there with QT_TRANSLATE_NOOP("Page", ...), in the language of the program.
inline QString pageText(const char* text)
{
    return QCoreApplication::translate("Page", text);
}

} // namespace Telamon
