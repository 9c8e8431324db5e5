// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/displayguard.h"

#include "app/commandline.h"

#include <QByteArrayView>
#include <QMessageLogContext>
#include <QTextStream>

#include <cstdlib>
#include <utility>

namespace Telamon {

DisplayGuard* DisplayGuard::current = nullptr;

DisplayGuard::DisplayGuard() : m_before(qInstallMessageHandler(take))
{
    current = this;
}

DisplayGuard::~DisplayGuard()
{
    qInstallMessageHandler(m_before);
    current = nullptr;
    for (const QString& each : std::as_const(m_held))
        qWarning("%s", qPrintable(each));
}

void DisplayGuard::take(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtFatalMsg) {
        // The first says what went wrong, the others what follows from it.
        const QString why = current->m_held.isEmpty() ? text : current->m_held.constFirst();
        QTextStream(stderr) << "telamon: " << displayRefusal(why) << '\n';
        std::_Exit(1);
    }
    if (QByteArrayView(context.category).startsWith("qt.qpa"))
        current->m_held.append(text);
    else
        current->m_before(type, context, text);
}

} // namespace Telamon
