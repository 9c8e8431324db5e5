// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sandbox/service.h"

#include "api/catalog/catalog.h"
#include "api/sandbox/bodycheck.h"
#include "api/sandbox/parametercheck.h"
#include "api/sandbox/routes/routes.h"
#include "api/sandbox/store.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
Answer unauthorized()
{
    return errorAnswer(401, "UNEXPECTED_ERROR", u"You are not authorized for this resource."_s);
}

// The answer of the faults that do not carry the request out; nothing for the others.
std::optional<Response> replacement(const Fault& fault, SignIn& signIn)
{
    switch (fault.kind) {
    case Fault::Kind::Status: {
        Response response {fault.status, fault.headers, fault.body};
        if (std::none_of(fault.headers.begin(), fault.headers.end(),
                [](const auto& header) { return header.first.toLower() == "content-type"; }))
            response.headers.emplaceBack("Content-Type", "application/json");
        return response;
    }
    case Fault::Kind::Unauthorized: {
        Response response = unauthorized().toResponse();
        response.headers += signIn.challenge();
        return response;
    }
    case Fault::Kind::TooManyRequests: {
        Response response =
            errorAnswer(429, "RATE_LIMITED", u"Too many requests: the limit is used up."_s).toResponse();
        response.headers += fault.headers;
        return response;
    }
    case Fault::Kind::ServerError: {
        Response response = errorAnswer(500, "UNEXPECTED_ERROR", u"Unexpected error."_s).toResponse();
        response.headers += fault.headers;
        return response;
    }
    case Fault::Kind::UnavailableHtml: {
        Response response {503, fault.headers,
            "<html><head><title>503 Service Temporarily Unavailable</title></head>"
            "<body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>\r\n"};
        response.headers.emplaceBack("Content-Type", "text/html");
        return response;
    }
    default:
        return std::nullopt;
    }
}

bool isApplicationJson(const QByteArray& mediaType)
{
    return mediaType == "application/json";
}

// "application/vnd.atlas.2024-08-05+json" gives "2024-08-05".
QByteArray versionDate(const QByteArray& mediaType)
{
    static constexpr QByteArrayView start = "application/vnd.atlas.";
    static constexpr QByteArrayView end = "+json";
    if (!mediaType.startsWith(start) || !mediaType.endsWith(end))
        return {};
    return mediaType.mid(start.size(), mediaType.size() - start.size() - end.size());
}

QByteArray mediaType(const QByteArray& headerValue)
{
    return headerValue.split(';').constFirst().trimmed().toLower();
}
} // namespace

Service::Service(const Catalog& catalog, const Options& options)
    : m_options(options),
      m_signIn(options),
      m_limits(options.rateWindow),
      m_routes(allRoutes()),
      m_store(std::make_unique<Store>(options))
{
    for (Route& route : m_routes.routes())
        route.operation = catalog.find(route.operationId);
}

Service::~Service() = default;

void Service::setPort(quint16 port)
{
    m_port = port;
    m_store->setOwnClientId(m_signIn.credentials().clientId);
    m_store->setBaseUrl(u"http://127.0.0.1:"_s + QString::number(port));
}

std::optional<Answer> Service::refusedHost(const Request& request) const
{
    const QByteArray port = QByteArray::number(m_port);
    const QByteArray host = request.header("Host").toLower();
    if (request.headerCount("Host") != 1)
        return errorAnswer(400, "INVALID_REQUEST", u"Exactly one Host is wanted."_s);
    if (host != "127.0.0.1:" + port && host != "localhost:" + port)
        return errorAnswer(421, "MISDIRECTED_REQUEST", u"This is not the host asked for."_s);
    return std::nullopt;
}

Service::Outcome Service::answer(const Request& request, Faults& faults)
{
    if (const auto refused = refusedHost(request))
        return {refused->toResponse(), std::nullopt};

    const QByteArray path = request.path();
    const bool isToken = path == "/api/oauth/token";
    const bool isRevoke = path == "/api/oauth/revoke";
    const HeaderList challenge = isToken || isRevoke ? HeaderList {} : m_signIn.check(request);
    const std::optional<Fault> fault = faults.take(request, challenge.isEmpty());
    if (fault) {
        if (const auto response = replacement(*fault, m_signIn))
            return {*response, std::nullopt};
    }
    Response response;
    if (isToken)
        response = m_signIn.issueToken(request);
    else if (isRevoke)
        response = m_signIn.revokeToken(request);
    else if (challenge.isEmpty())
        response = answerApi(request);
    else {
        response = unauthorized().toResponse();
        response.headers += challenge;
    }
    if (fault && fault->kind == Fault::Kind::WrongContent) {
        response.status = 200;
        response.body =
            fault->body.isEmpty() ? QByteArray("<!doctype html><title>Sign in</title>") : fault->body;
    }
    return {response, fault};
}

Response Service::answerApi(const Request& request)
{
    const RouteTable::Match match = m_routes.find(request.method, request.path());
    if (!match.route && !match.allowedMethods.isEmpty()) {
        Response response =
            errorAnswer(405, "METHOD_NOT_ALLOWED", u"The method is not allowed here."_s).toResponse();
        response.headers.emplaceBack("Allow", match.allowedMethods.join(", "));
        return response;
    }
    if (!match.route)
        return resourceNotFound(QString::fromLatin1(request.path())).toResponse();
    Call call(*m_store, request, *match.route, match.pathValues);
    return run(call);
}

const Version* Service::acceptedVersion(const Route& route, const Request& request) const
{
    const QList<QByteArray> wanted = request.header("Accept").split(',');
    for (const QByteArray& entry : wanted) {
        const QByteArray type = mediaType(entry);
        if (isApplicationJson(type))
            return &route.versions.constLast();
        const QByteArray date = versionDate(type);
        for (const Version& version : route.versions) {
            if (version.date == date)
                return &version;
        }
    }
    return nullptr;
}

std::optional<Answer> Service::refusedBody(const Call& call) const
{
    const Request& request = call.request();
    const Operation* operation = call.route().operation;
    if (request.method == "GET" || request.method == "HEAD" || !operation || !operation->requestSchema)
        return std::nullopt;
    if (request.body.isEmpty() && !operation->isRequestRequired)
        return std::nullopt;
    const QByteArray type = mediaType(request.header("Content-Type"));
    if (!isApplicationJson(type) && versionDate(type) != call.version().date)
        return errorAnswer(415, "UNSUPPORTED_MEDIA_TYPE", u"The media type of the body is not supported."_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return errorAnswer(400, "MALFORMED_JSON", u"Received JSON is malformed."_s);
    QList<InvalidField> found;
    checkValue(*operation->requestSchema, document.object(), {}, found);
    if (!found.isEmpty())
        return invalidAnswer(found);
    return std::nullopt;
}

Response Service::run(Call& call)
{
    const Route& route = call.route();
    const int limit = m_options.rateLimit > 0 ? m_options.rateLimit : route.limit;
    const RateLimits::Standing standing = m_limits.use(route.operationId.toLatin1(), limit);
    const Version* version = acceptedVersion(route, call.request());
    if (version)
        call.setVersion(*version);

    Answer answer;
    if (standing.isExceeded)
        answer = errorAnswer(429, "RATE_LIMITED", u"Too many requests: the limit is used up."_s);
    else if (!version)
        answer = errorAnswer(406, "INVALID_VERSION_DATE", u"The resource has no such version."_s);
    else if (const auto invalid = invalidParameters(call); !invalid.isEmpty())
        answer = invalidAnswer(invalid);
    else if (const auto refused = refusedBody(call))
        answer = *refused;
    else
        answer = route.handler(call);

    if (call.flag(u"envelope", false) && standing.isExceeded == false && version) {
        answer.json =
            R"({"content":)" + answer.json + R"(,"status":)" + QByteArray::number(answer.status) + '}';
        answer.status = 200;
    }
    if (call.flag(u"pretty", false))
        answer.json = QJsonDocument::fromJson(answer.json).toJson(QJsonDocument::Indented);

    Response response = answer.toResponse();
    if (!answer.isError()) {
        response.headers.first().second =
            "application/vnd.atlas." + call.version().date + "+json;charset=utf-8";
        if (call.isOldVersion()) {
            response.headers.emplaceBack("Deprecation", call.version().deprecation);
            response.headers.emplaceBack("Sunset", call.version().sunset);
        }
    }
    response.headers.emplaceBack("RateLimit-Limit", QByteArray::number(standing.limit));
    response.headers.emplaceBack("RateLimit-Remaining", QByteArray::number(standing.remaining));
    if (standing.isExceeded)
        response.headers.emplaceBack("Retry-After", QByteArray::number(standing.retryAfter));
    return response;
}

} // namespace Telamon::Sandbox
