// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/consolefixture.h"

#include <QObject>
#include <QTest>

#include <memory>

namespace Telamon {

// A test whose every row has a console of its own, connected to its sandbox.
class ConsoleTest : public QObject {
    Q_OBJECT

protected:
    std::unique_ptr<ConsoleFixture> m_console;

    // What a test does to each new console; a failure in it is one of the row.
    virtual void beforeConnecting() { }
    virtual void afterConnecting() { }
    // Keys go to the active window only.
    void activate();

private Q_SLOTS:
    void init();
    void cleanup() { m_console.reset(); }
};

} // namespace Telamon
