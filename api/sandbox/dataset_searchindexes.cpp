// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: text and vector search indexes in every state, with the state on each host.
#include "api/sandbox/dataset.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
struct Planned {
    const char* name;
    const char* database;
    const char* collection;
    const char* status;
    bool isVector;
};

constexpr Planned plans[] = {
    {"default", "shop", "products", "READY", false},
    {"autocomplete", "shop", "products", "READY", false},
    {"embeddings", "shop", "products", "READY", true},
    {"reviews_text", "shop", "reviews", "BUILDING", false},
    {"reviews_vector", "shop", "reviews", "PENDING", true},
    {"articles", "content", "articles", "STALE", false},
    {"articles_semantic", "content", "articles", "BUILDING", true},
    {"legacy_names", "content", "authors", "FAILED", false},
    {"old_default", "content", "pages", "DELETING", false},
    {"orphan", "content", "drafts", "DOES_NOT_EXIST", false},
};

QJsonObject textField(const QString& analyzer)
{
    return {{u"type"_s, u"string"_s}, {u"analyzer"_s, analyzer}};
}

QJsonObject vectorDefinition()
{
    return {{u"numPartitions"_s, 1},
        {u"fields"_s,
            QJsonArray {
                QJsonObject {{u"type"_s, u"vector"_s}, {u"path"_s, u"embedding"_s},
                    {u"numDimensions"_s, 1536}, {u"similarity"_s, u"cosine"_s},
                    {u"quantization"_s, u"scalar"_s}},
                QJsonObject {{u"type"_s, u"filter"_s}, {u"path"_s, u"category"_s}},
                QJsonObject {{u"type"_s, u"filter"_s}, {u"path"_s, u"language"_s}},
            }}};
}

QJsonObject textDefinition(const QString& name)
{
    if (name == "default"_L1 || name == "orphan"_L1)
        return {{u"mappings"_s, QJsonObject {{u"dynamic"_s, true}}}};
    QJsonObject fields {{u"name"_s, textField(u"lucene.standard"_s)},
        {u"body"_s,
            QJsonObject {{u"type"_s, u"string"_s}, {u"analyzer"_s, u"lucene.english"_s},
                {u"multi"_s, QJsonObject {{u"exact"_s, textField(u"keywordLowerCase"_s)}}}}},
        {u"comments"_s,
            QJsonObject {{u"type"_s, u"document"_s}, {u"dynamic"_s, false},
                {u"fields"_s, QJsonObject {{u"author"_s, textField(u"keywordLowerCase"_s)}}}}}};
    if (name == "autocomplete"_L1) // one entry may hold several definitions
        fields[u"title"_s] = QJsonArray {textField(u"lucene.standard"_s),
            QJsonObject {{u"type"_s, u"autocomplete"_s}, {u"tokenization"_s, u"edgeGram"_s},
                {u"minGrams"_s, 2}, {u"maxGrams"_s, 15}, {u"foldDiacritics"_s, true}}};
    QJsonObject definition {{u"analyzer"_s, u"lucene.standard"_s},
        {u"searchAnalyzer"_s, u"lucene.standard"_s},
        {u"mappings"_s, QJsonObject {{u"dynamic"_s, false}, {u"fields"_s, fields}}},
        {u"analyzers"_s,
            QJsonArray {QJsonObject {{u"name"_s, u"keywordLowerCase"_s}, {u"charFilters"_s, QJsonArray()},
                {u"tokenizer"_s, QJsonObject {{u"type"_s, u"keyword"_s}}},
                {u"tokenFilters"_s, QJsonArray {QJsonObject {{u"type"_s, u"lowercase"_s}}}}}}},
        {u"storedSource"_s, QJsonObject {{u"include"_s, QJsonArray {u"name"_s, u"price"_s}}}}};
    if (name == "articles"_L1 || name == "reviews_text"_L1)
        definition[u"synonyms"_s] =
            QJsonArray {QJsonObject {{u"name"_s, u"house_terms"_s}, {u"analyzer"_s, u"lucene.standard"_s},
                {u"source"_s, QJsonObject {{u"collection"_s, u"synonyms"_s}}}}};
    return definition;
}

QString messageFor(const QString& status)
{
    return status == "FAILED"_L1 ? u"Index definition is invalid: unknown analyzer 'lucene.klingon'"_s
        : status == "STALE"_L1   ? u"Replication stopped: the index is larger than the disk allows"_s
                                 : QString();
}

QJsonObject indexOn(const QString& status, const QJsonObject& definition, const QJsonObject& version)
{
    QJsonObject index {{u"status"_s, status}, {u"queryable"_s, status == "READY"_L1 || status == "STALE"_L1},
        {u"definition"_s, definition}, {u"definitionVersion"_s, version}};
    const QString message = messageFor(status);
    if (!message.isEmpty())
        index[u"message"_s] = message;
    if (definition.contains(u"synonyms"_s)) {
        index[u"synonymMappingStatus"_s] = u"READY"_s;
        index[u"synonymMappingStatusDetail"_s] = QJsonArray {QJsonObject {
            {u"house_terms"_s, QJsonObject {{u"status"_s, u"READY"_s}, {u"queryable"_s, true}}}}};
    }
    return index;
}
// What is still in use while the new one is built.
QJsonObject definitionBefore(QJsonObject definition)
{
    definition[u"numPartitions"_s] = 2;
    definition.remove(u"storedSource"_s);
    return definition;
}
} // namespace

QJsonArray searchStatusDetail(const Cluster& cluster, const QString& status, const QJsonObject& definition,
    qint64 version, const QString& changed)
{
    QJsonArray details;
    const QStringList hosts = cluster.hosts();
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        // One host lags behind: states differ between hosts while an index is built.
        const QString own = status == "BUILDING"_L1 && i == 0 ? u"READY"_s : status;
        const QJsonObject current {{u"version"_s, version}, {u"createdAt"_s, changed}};
        QJsonObject detail {{u"hostname"_s, hosts.at(i)}, {u"status"_s, own},
            {u"queryable"_s, own == "READY"_L1 || own == "STALE"_L1}};
        if (status == "BUILDING"_L1 && version > 0) {
            const QJsonObject before {{u"version"_s, version - 1}};
            detail[u"mainIndex"_s] = indexOn(u"READY"_s, definitionBefore(definition), before);
            detail[u"stagedIndex"_s] = indexOn(own, definition, current);
            detail[u"queryable"_s] = true;
        } else {
            detail[u"mainIndex"_s] = indexOn(own, definition, current);
        }
        details.append(detail);
    }
    return details;
}

std::vector<Row> Dataset::makeSearchIndexes(const Project& project, const Cluster& cluster) const
{
    std::vector<Row> rows;
    if (!cluster.has(Trait::Search))
        return rows;
    Random random = this->random(u"searchIndexes/"_s + project.id + cluster.id);
    for (const Planned& plan : plans) {
        const QString name = QString::fromLatin1(plan.name);
        const QString status = QString::fromLatin1(plan.status);
        const QString id = random.id(cluster.createdAt + day);
        const qint64 version = status == "PENDING"_L1 ? 0 : random.between(0, 6);
        const QString changed = isoTime(m_now - random.between(2, 4000) * 600'000LL);
        const QJsonObject definition = plan.isVector ? vectorDefinition() : textDefinition(name);
        QJsonObject latest {{u"version"_s, version}};
        if (version > 0)
            latest[u"createdAt"_s] = changed;
        QJsonObject value {{u"indexID"_s, id}, {u"name"_s, name},
            {u"database"_s, QString::fromLatin1(plan.database)},
            {u"collectionName"_s, QString::fromLatin1(plan.collection)}, {u"status"_s, status},
            {u"queryable"_s,
                status == "READY"_L1 || status == "STALE"_L1 || (status == "BUILDING"_L1 && version > 0)},
            {u"type"_s, plan.isVector ? u"vectorSearch"_s : u"search"_s}, {u"latestDefinition"_s, definition},
            {u"latestDefinitionVersion"_s, latest}};
        // Nothing runs on any host yet, or any more.
        if (status != "PENDING"_L1 && status != "DOES_NOT_EXIST"_L1)
            value[u"statusDetail"_s] = searchStatusDetail(cluster, status, definition, version, changed);
        if (definition.contains(u"synonyms"_s))
            value[u"synonymMappingStatus"_s] = u"READY"_s;
        rows.push_back(Row::of(id, value));
    }
    return rows;
}

} // namespace Telamon::Sandbox
