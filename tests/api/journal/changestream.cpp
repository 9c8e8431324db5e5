// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed by tests: changestream MODE URL JOURNAL.
// stream: what a start does, then one change after the other, two at a time. one: a single change, and waits.
// reconcile: what a start does, and ends.
#include "tests/api/journal/journalsupport.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Telamon;

namespace {

void sendOne(JournalledClient& client)
{
    // Says who sends it.
    const QString id = QString::number(QCoreApplication::applicationPid()) + u'-'
        + QUuid::createUuid().toString(QUuid::WithoutBraces);
    client.runner->run(client.catalog.operation(u"updateThing"), thing(id, {{u"name"_s, id}}),
        QJsonObject {{u"name"_s, u"first"_s}});
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    JournalledClient client(QUrl(arguments.at(2)), arguments.at(3));
    if (arguments.at(1) == "reconcile"_L1) {
        client.runner->reconcile();
        return 0;
    }
    sendOne(client);
    if (arguments.at(1) == "stream"_L1) {
        sendOne(client);
        QObject::connect(
            client.runner.get(), &ChangeRunner::ended, &application, [&client] { sendOne(client); });
    }
    client.runner->reconcile();
    return QCoreApplication::exec();
}
