// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Telamon {

// One body of one operation of the built-in document, and what is wrong with it: "/pointer rule; ...", in the
// order of the check. Nothing where it may be sent.
struct BodyCase {
    const char* operation;
    QByteArray body;
    QByteArray broken;
};

QList<BodyCase> bodiesThatMayBeSent();
QList<BodyCase> bodiesThatBreakARule();

} // namespace Telamon
