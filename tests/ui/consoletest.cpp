// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/consoletest.h"

#include "ui/mainwindow/mainwindow.h"

namespace Telamon {

void ConsoleTest::activate()
{
    m_console->window().activateWindow();
    QTRY_VERIFY(m_console->window().isActiveWindow());
}

void ConsoleTest::init()
{
    m_console = std::make_unique<ConsoleFixture>();
    beforeConnecting();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_console->connectToSandbox());
    afterConnecting();
}

} // namespace Telamon
