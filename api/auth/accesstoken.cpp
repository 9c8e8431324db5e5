// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/auth/accesstoken.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr qsizetype longestToken = 16 * 1024;
constexpr qsizetype longestAnswer = 64 * 1024;
constexpr double longestLifetime = 24.0 * 3600.0;

Problem malformed(const char* sentence)
{
    Problem problem;
    problem.kind = Problem::Kind::Malformed;
    problem.detail = QCoreApplication::translate("SignIn", sentence);
    problem.provablyNotRun = true;
    return problem;
}

} // namespace

bool isAccessToken(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= longestToken
        && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<FetchedToken, Problem> parseTokenAnswer(const QByteArray& body)
{
    const QJsonDocument document =
        body.size() <= longestAnswer ? QJsonDocument::fromJson(body) : QJsonDocument();
    if (!document.isObject())
        return malformed(QT_TRANSLATE_NOOP("SignIn", "The answer to the sign-in is not a token answer."));
    const QJsonObject answer = document.object();

    if (answer.value("token_type"_L1).toString().compare("bearer"_L1, Qt::CaseInsensitive) != 0) {
        return malformed(
            QT_TRANSLATE_NOOP("SignIn", "The answer to the sign-in carries a token of an unknown type."));
    }

    QByteArray token = answer.value("access_token"_L1).toString().toUtf8();
    if (!isAccessToken(token)) {
        wipe(token);
        return malformed(QT_TRANSLATE_NOOP(
            "SignIn", "The answer to the sign-in carries no token that could be sent safely."));
    }
    FetchedToken fetched {SecretBytes(token)};
    wipe(token);

    const QJsonValue lifetime = answer.value("expires_in"_L1);
    if (lifetime.isDouble()) {
        const double seconds = std::floor(lifetime.toDouble());
        if (seconds < 1.0) {
            return malformed(QT_TRANSLATE_NOOP(
                "SignIn", "The answer to the sign-in carries a token that has expired already."));
        }
        fetched.lifetime = std::chrono::seconds(static_cast<qint64>(std::min(seconds, longestLifetime)));
    }
    return fetched;
}

} // namespace Telamon
