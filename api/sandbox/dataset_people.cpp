// SPDX-License-Identifier: GPL-3.0-or-later
// Dataset: the people of an organisation, those that were invited, and what each may do in which project.
#include "api/sandbox/rooms.h"

using namespace Qt::StringLiterals;

namespace Telamon::Sandbox {

namespace {
struct Person {
    const char* first;
    const char* last;
    const char* country;
    const char* job; // decides the roles
    const char* status = "ACTIVE";
};

constexpr Person people[] = {
    {"Amara", "Lindqvist", "SE", "owner"},
    {"Tomás", "Ferreira", "PT", "owner"},
    {"Wen", "Zhao", "CN", "dba"},
    {"Ruth", "Adeyemi", "NG", "dba"},
    {"Jonas", "Keller", "DE", "dba"},
    {"Priya", "Raman", "IN", "dba"},
    {"Zoë", "Martens", "NL", "sre"},
    {"Kofi", "Mensah", "GH", "sre"},
    {"Anneli", "Virtanen", "FI", "sre"},
    {"Diego", "Salas", "MX", "sre"},
    {"Hana", "Sato", "JP", "developer"},
    {"Łukasz", "Nowak", "PL", "developer"},
    {"Fatima", "El Idrissi", "MA", "developer"},
    {"Sean", "O'Brien", "IE", "developer"},
    {"Mina", "Haddad", "JO", "developer"},
    {"Elif", "Demir", "TR", "developer"},
    {"Noor", "de Wit", "NL", "developer"},
    {"Grace", "Thornton", "GB", "analyst"},
    {"Samuel", "Okoro", "NG", "analyst"},
    {"Inès", "Calder", "FR", "billing"},
    {"Marek", "Dvořák", "CZ", "dba", "PENDING"},
    {"Leila", "Nasser", "AE", "developer", "PENDING"},
    {"Viktor", "Petrov", "BG", "developer", "INVITATION_EXPIRED"},
    {"Jo", "Park", "KR", "analyst", "INVITATION_REJECTED"},
};

QStringList projectRoles(const QString& job, int dice)
{
    if (job == "owner"_L1)
        return {u"GROUP_OWNER"_s};
    if (job == "dba"_L1)
        return {u"GROUP_DATA_ACCESS_ADMIN"_s, u"GROUP_CLUSTER_MANAGER"_s};
    if (job == "sre"_L1)
        return {u"GROUP_CLUSTER_MANAGER"_s, u"GROUP_READ_ONLY"_s};
    if (job == "developer"_L1)
        return {dice < 30 ? u"GROUP_DATA_ACCESS_READ_WRITE"_s : u"GROUP_DATA_ACCESS_READ_ONLY"_s};
    return {u"GROUP_READ_ONLY"_s};
}

QString organizationRole(const QString& job)
{
    return job == "owner"_L1  ? u"ORG_OWNER"_s
        : job == "billing"_L1 ? u"ORG_BILLING_ADMIN"_s
                              : u"ORG_MEMBER"_s;
}

QString plainLetters(const QString& name)
{
    QString plain;
    const QString decomposed = name.toLower().normalized(QString::NormalizationForm_D);
    for (const QChar letter : decomposed) {
        if (letter == u'ł')
            plain += u'l';
        else if (letter.unicode() < 128 && letter.isLetter())
            plain += letter;
    }
    return plain;
}

// A person works in some of the projects, an owner in all; nobody but owners in one that nobody may read.
QJsonArray assignments(const Person& person, const std::vector<const Project*>& projects, Random& random)
{
    const QString job = QString::fromLatin1(person.job);
    QJsonArray list;
    for (const Project* project : projects) {
        const bool isIn = job == "owner"_L1 || random.chance(job == "billing"_L1 ? 0 : 55);
        const QStringList roles = projectRoles(job, random.below(100));
        if (isIn && (project->isReadable || job == "owner"_L1))
            list.append(QJsonObject {
                {u"groupId"_s, project->id}, {u"groupRoles"_s, QJsonArray::fromStringList(roles)}});
    }
    return list;
}

void addInvitation(QJsonObject& value, const QString& status, qint64 now, const QString& domain)
{
    const qint64 created = now - (status == "PENDING"_L1 ? 4 : 41) * day;
    value[u"invitationCreatedAt"_s] = isoTime(created);
    value[u"invitationExpiresAt"_s] =
        status == "INVITATION_REJECTED"_L1 ? QJsonValue() : QJsonValue(isoTime(created + 30 * day));
    value[u"inviterUsername"_s] = QString(u"amara.lindqvist@"_s + domain);
}
} // namespace

QString mailDomain(const QString& organizationName)
{
    return plainLetters(organizationName) + u".example.com"_s;
}

std::vector<Row> makeUsers(const Dataset& dataset, const Scope& scope)
{
    std::vector<Row> rows;
    const Organization& organization = *scope.organization;
    Random random = dataset.random(u"people/"_s + organization.id);
    const QString domain = mailDomain(organization.name);
    std::vector<const Project*> projects;
    for (const Project& project : scope.projects) {
        if (project.organizationId == organization.id)
            projects.push_back(&project);
    }
    for (const Person& person : people) {
        const QString first = QString::fromUtf8(person.first);
        const QString last = QString::fromUtf8(person.last);
        const QString status = QString::fromLatin1(person.status);
        const qint64 joined = dataset.now() - random.between(20, 1500) * day;
        const QString id = random.id(joined);
        const QString role = organizationRole(QString::fromLatin1(person.job));
        QJsonObject value {{u"id"_s, id}, {u"orgMembershipStatus"_s, status},
            {u"username"_s, QString(plainLetters(first) + u'.' + plainLetters(last) + u'@' + domain)},
            {u"roles"_s,
                QJsonObject {{u"orgRoles"_s, QJsonArray {role}},
                    {u"groupRoleAssignments"_s, assignments(person, projects, random)}}},
            {u"teamIds"_s, QJsonArray()}};
        if (status == "ACTIVE"_L1) {
            value[u"firstName"_s] = first;
            value[u"lastName"_s] = last;
            value[u"country"_s] = QString::fromLatin1(person.country);
            value[u"createdAt"_s] = isoTime(joined);
            value[u"lastAuth"_s] = isoTime(dataset.now() - random.between(1, 60 * 24 * 20) * 60'000LL);
            value[u"mobileNumber"_s] = QJsonValue(); // null, against the document
        } else {
            addInvitation(value, status, dataset.now(), domain);
        }
        rows.push_back(Row::of(id, value));
    }
    return rows;
}

} // namespace Telamon::Sandbox
