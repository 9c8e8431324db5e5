// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox in a process of its own, so that its time and memory are nobody else's: sandboxserver SCALE.
// Says where it is and what signs in, then after each line of its input how many requests it has answered.
// Ends with its input.
#include "api/catalog/catalog.h"
#include "api/sandbox/server.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace Telamon;

namespace {
void say(const QByteArray& line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}
} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    auto catalog = Catalog::builtIn();
    if (!catalog)
        return 1;
    Sandbox::Options options;
    options.scale = QCoreApplication::arguments().value(1).toInt();
    options.rateLimit = 10'000'000; // speed is measured, not patience
    Sandbox::Server server(catalog.value(), options);
    if (!server.start())
        return 1;
    const Sandbox::Credentials credentials = server.credentials();
    say(server.baseUrl().toEncoded());
    say(credentials.accessToken.toUtf8());

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &server, [&server] {
        char line[64];
        if (read(STDIN_FILENO, line, sizeof line) <= 0)
            QCoreApplication::quit();
        else
            say(QByteArray::number(server.requestCount()));
    });
    return QCoreApplication::exec();
}
