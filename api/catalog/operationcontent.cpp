// SPDX-License-Identifier: GPL-3.0-or-later
// Versions, bodies and answers of one operation, read for OperationLoader.
#include "api/catalog/operationloader.h"
#include "api/catalog/schemaloader.h"

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

QByteArray mediaTypeOf(const JsonMember& media)
{
    return QByteArray(media.key.data(), qsizetype(media.key.size()));
}

// 200 of "200", 400 of "4XX", 0 of "default"; -1 where it is none.
int statusOf(const QString& key)
{
    if (key == "default"_L1)
        return 0;
    bool isNumber = false;
    const int status = QString(key).replace(u'X', u'0').toInt(&isNumber);
    return isNumber && key.size() == 3 && status >= 100 && status < 600 ? status : -1;
}

} // namespace

const Schema* OperationLoader::schemaOf(const JsonMember& media)
{
    if (!media.value.isObject()) {
        m_reader.fail(media.value, tr("Must be an object."));
        return nullptr;
    }
    const JsonNode* schema = media.value.find("schema");
    return schema != nullptr ? m_schemas.schemaFor(*schema) : nullptr;
}

void OperationLoader::collectVersions(const JsonNode* content, std::vector<OfferedVersion>& offered)
{
    if (content == nullptr)
        return;
    for (const JsonMember& media : content->children) {
        const QByteArray version = versionOf(mediaTypeOf(media));
        if (!version.isEmpty())
            offered.push_back({version, m_reader.date(media.value, "x-sunset")});
    }
}

void OperationLoader::readVersion(Operation& operation, const JsonNode& node)
{
    std::vector<OfferedVersion> offered;
    if (const JsonNode* body = node.find("requestBody")) {
        if (const JsonNode* resolved = m_reader.resolved(*body))
            collectVersions(m_reader.object(*resolved, "content"), offered);
    }
    if (const JsonNode* responses = m_reader.object(node, "responses")) {
        for (const JsonMember& member : responses->children) {
            if (!member.key.starts_with('2'))
                continue;
            if (const JsonNode* resolved = m_reader.resolved(member.value))
                collectVersions(m_reader.object(*resolved, "content"), offered);
        }
    }
    operation.version = m_reader.text(node, "x-version").toUtf8();
    if (!operation.version.isEmpty()
        && versionOf("application/vnd.atlas." + operation.version + "+json").isEmpty())
        m_reader.fail(*node.find("x-version"), tr("Must be a date as in 2026-07-01."));
    if (operation.version.isEmpty())
        operation.version = newestVersion(offered, m_today);
    if (operation.sunset.isValid())
        return;
    const auto used = std::find_if(offered.begin(), offered.end(), [&operation](const OfferedVersion& offer) {
        return offer.version == operation.version && offer.sunset.isValid();
    });
    if (used != offered.end())
        operation.sunset = used->sunset;
}

const JsonMember* OperationLoader::contentFor(const JsonNode* content, const QByteArray& version) const
{
    if (content == nullptr || content->children.empty())
        return nullptr;
    const auto fit = [&version](const JsonMember& media) {
        const QByteArray type = mediaTypeOf(media);
        return (versionOf(type) == version ? 2 : 0) + (isJsonMediaType(type) ? 1 : 0);
    };
    // max_element gives the first of equals: the document's order decides.
    return &*std::max_element(content->children.begin(), content->children.end(),
        [&fit](const JsonMember& a, const JsonMember& b) { return fit(a) < fit(b); });
}

void OperationLoader::readRequest(Operation& operation, const JsonNode& node)
{
    const JsonNode* stated = node.find("requestBody");
    const JsonNode* body = stated != nullptr ? m_reader.resolved(*stated) : nullptr;
    if (body == nullptr)
        return;
    operation.isRequestRequired = m_reader.flag(*body, "required");
    const JsonMember* media = contentFor(m_reader.object(*body, "content"), operation.version);
    if (media == nullptr) {
        m_reader.fail(*body, tr("The body has no content."));
        return;
    }
    operation.contentType = mediaTypeOf(*media);
    const Schema* schema = schemaOf(*media);
    operation.requestSchema = schema != nullptr ? schema : m_schemas.anySchema();
}

void OperationLoader::readResponses(Operation& operation, const JsonNode& node)
{
    // What an answer without a body is asked for with.
    operation.accept = operation.version.isEmpty() ? QByteArray("application/json")
                                                   : "application/vnd.atlas." + operation.version + "+json";
    const JsonNode* responses = m_reader.object(node, "responses");
    if (responses == nullptr)
        return;
    bool hasAccept = false;
    for (const JsonMember& member : responses->children) {
        if (member.key.starts_with("x-"))
            continue;
        const JsonNode* resolved = m_reader.resolved(member.value);
        if (resolved == nullptr)
            return;
        ResponseDescription response;
        response.status = statusOf(member.name());
        if (response.status < 0) {
            m_reader.fail(member.value, tr("There is no such status."));
            return;
        }
        response.description = m_reader.text(*resolved, "description");
        if (const JsonMember* media = contentFor(m_reader.object(*resolved, "content"), operation.version)) {
            response.mediaType = mediaTypeOf(*media);
            response.schema = schemaOf(*media);
            if (response.status >= 200 && response.status < 300 && !hasAccept) {
                operation.accept = response.mediaType;
                hasAccept = true;
            }
        }
        operation.responses.push_back(std::move(response));
    }
}

} // namespace Telamon
