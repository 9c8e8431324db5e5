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

// Problems are kept and shown: what is longer than anything a person reads does not get into one.
constexpr qsizetype enoughOfAText = 4000;
constexpr qsizetype enoughOfACode = 200;
constexpr qsizetype enoughOfAList = 200;
constexpr qsizetype enoughOfABody = 1024 * 1024;

QString shortened(const QString& text, qsizetype length = enoughOfAText)
{
    return text.size() > length ? QString(text.left(length) + u'…') : text;
}

QString wholeTextOf(const QJsonValue& value)
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

QString plainTextOf(const QJsonValue& value)
{
    return shortened(wholeTextOf(value));
}

void readBody(const QJsonObject& body, Problem& problem)
{
    problem.code = shortened(wholeTextOf(body["errorCode"_L1]), enoughOfACode);
    problem.reason = plainTextOf(body["reason"_L1]);
    problem.detail = plainTextOf(body["detail"_L1]);
    const QJsonArray parameters = body["parameters"_L1].toArray();
    for (qsizetype i = 0; i < std::min(parameters.size(), enoughOfAList); ++i)
        problem.parameters.append(plainTextOf(parameters.at(i)));
    const QJsonArray fields = body["badRequestDetail"_L1].toObject()["fields"_L1].toArray();
    for (qsizetype i = 0; i < std::min(fields.size(), enoughOfAList); ++i)
        problem.fields.append(
            {plainTextOf(fields.at(i)["field"_L1]), plainTextOf(fields.at(i)["description"_L1])});
    // The OAuth endpoints speak in their own way: {"error": "invalid_client", "error_description": ...}.
    if (problem.code.isEmpty() && body["error"_L1].isString()) {
        problem.code = shortened(body["error"_L1].toString(), enoughOfACode);
        problem.detail = plainTextOf(body["error_description"_L1]);
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
    const bool isReadable = answer.body.size() <= enoughOfABody;
    const QJsonDocument document = isReadable ? QJsonDocument::fromJson(answer.body) : QJsonDocument();
    if (document.isObject())
        readBody(document.object(), problem);
    else
        problem.detail = excerpt(answer.body);
    if (problem.code.isEmpty())
        problem.code = shortened(QString::fromUtf8(answer.header("X-Error-Code")), enoughOfACode);
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
    const bool isDigits =
        std::all_of(value.cbegin(), value.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber || isDigits) // digits beyond 64 bits are a long time, too
        return seconds < 0
            ? std::nullopt
            : std::optional(std::chrono::milliseconds((isNumber ? std::min(seconds, aYear) : aYear) * 1000));
    // "Sun, 06 Nov 1994 08:49:37 GMT"
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(value), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace Telamon
