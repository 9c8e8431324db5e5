// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/problemreader.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

void readBody(const QJsonObject& body, Problem& problem)
{
    problem.code = textOf(body["errorCode"_L1]);
    problem.reason = textOf(body["reason"_L1]);
    problem.detail = textOf(body["detail"_L1]);
    const QJsonArray parameters = body["parameters"_L1].toArray();
    for (const QJsonValue& parameter : parameters)
        problem.parameters.append(textOf(parameter));
    const QJsonArray fields = body["badRequestDetail"_L1].toObject()["fields"_L1].toArray();
    for (const QJsonValue& field : fields)
        problem.fields.append({textOf(field["field"_L1]), textOf(field["description"_L1])});
    // The OAuth endpoints speak in their own way: {"error": "invalid_client", "error_description": ...}.
    if (problem.code.isEmpty() && body["error"_L1].isString()) {
        problem.code = body["error"_L1].toString();
        problem.detail = textOf(body["error_description"_L1]);
    }
}

// The beginning of what is not JSON, as text: a gateway's page usually says what is wrong.
QString excerpt(const QByteArray& body)
{
    constexpr qsizetype enoughOfThePage = 16384;
    constexpr qsizetype enoughToRead = 200;
    QString text = QString::fromUtf8(body.left(enoughOfThePage));
    static const QRegularExpression unseen(u"<(script|style|head)\\b.*?</\\1\\s*>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    text.replace(unseen, u" "_s).replace(tag, u" "_s);
    text = text.simplified();
    return text.size() > enoughToRead ? QString(text.left(enoughToRead) + u'…') : text;
}

} // namespace

Problem readProblem(const WireAnswer& answer)
{
    Problem problem {.kind = answer.status == 401 ? Problem::Kind::Credentials : Problem::Kind::Service,
        .status = answer.status,
        // The service refused it; after a 5xx it may have run all the same.
        .provablyNotRun = answer.status >= 400 && answer.status < 500 && answer.status != 408};
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isObject())
        readBody(document.object(), problem);
    else
        problem.detail = excerpt(answer.body);
    if (problem.code.isEmpty())
        problem.code = QString::fromUtf8(answer.header("X-Error-Code"));
    if (const auto pause = retryAfter(answer, QDateTime::currentDateTimeUtc()))
        problem.retryAfter = std::chrono::ceil<std::chrono::seconds>(*pause);
    return problem;
}

std::optional<std::chrono::milliseconds> retryAfter(const WireAnswer& answer, const QDateTime& now)
{
    const QByteArray value = answer.header("Retry-After").trimmed();
    if (value.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    constexpr qint64 aYear = 366LL * 24 * 3600;
    if (isNumber)
        return seconds < 0 ? std::nullopt
                           : std::optional(std::chrono::milliseconds(std::min(seconds, aYear) * 1000));
    // "Sun, 06 Nov 1994 08:49:37 GMT"
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(value), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace Telamon
