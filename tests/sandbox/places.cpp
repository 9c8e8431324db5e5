// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/requests.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
QByteArray idOf(RawClient& client, const QByteArray& list, const QString& name)
{
    const QJsonArray rows = client.results("/api/atlas/v2/" + list + "?itemsPerPage=500");
    for (const QJsonValue& row : rows) {
        if (row["name"_L1] == name)
            return row["id"_L1].toString().toLatin1();
    }
    return {};
}

// The first row, in whatever form the list comes.
QJsonValue firstRow(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return document.array().at(0);
    for (const QLatin1StringView list : {"results"_L1, "awsIamRoles"_L1, "accessLogs"_L1}) {
        if (document[list].isArray())
            return document[list].toArray().at(0);
    }
    return document.object();
}
} // namespace

Places::Places(RawClient& client) : m_client(client)
{
    for (const auto& [word, name] : {std::pair {"STORE", "storefront-prod"},
             {"STAGING", "storefront-staging"}, {"CHECKOUT", "checkout-prod"}, {"WAREHOUSE", "warehouse-ops"},
             {"PAYMENTS", "payments-prod"}, {"LEDGER", "core-ledger"}, {"ANALYTICS", "analytics"},
             {"PLAYGROUND", "Playground (interns)"}, {"VAULT", "treasury-vault"}})
        m_known[word] = idOf(client, "groups", QString::fromLatin1(name));
    for (const auto& [word, name] : {std::pair {"NORTHWIND", "Northwind Retail"}, {"HELIOS", "Helios Bank"},
             {"MERIDIAN", "Meridian Labs"}})
        m_known[word] = idOf(client, "orgs", QString::fromLatin1(name));
    m_known["IN_TWO_WEEKS"] = QDateTime::currentDateTimeUtc().addDays(14).toString(Qt::ISODate).toLatin1();
}

QByteArray Places::filled(QByteArray text)
{
    for (auto known = m_known.constBegin(); known != m_known.constEnd(); ++known)
        text.replace(known.key(), known.value());
    text.replace("/ID", "/0123456789abcdef01234567");
    text.replace("mdb_sa_id_ID", "mdb_sa_id_0123456789abcdef01234567");
    for (auto end = text.indexOf('>'); end >= 0; end = text.indexOf('>')) { // the innermost first
        const auto begin = text.lastIndexOf('<', end);
        const QByteArrayList parts = text.mid(begin + 1, end - begin - 1).split('#');
        const QByteArray body = m_client.get("/api/atlas/v2/" + parts.at(0)).body;
        const QByteArray value = firstRow(body)[QLatin1StringView(parts.at(1))].toString().toUtf8();
        text.replace(begin, end - begin + 1, value);
    }
    return text;
}

} // namespace Telamon
