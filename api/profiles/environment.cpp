// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/environment.h"

#include "api/profiles/profilerules.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QUuid>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct EnvironmentText {
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

Profile sessionProfile()
{
    Profile profile;
    profile.isSessionOnly = true;
    return profile;
}

class Variables {
public:
    explicit Variables(const QProcessEnvironment& environment) : m_environment(environment) { }

    static QString nameOf(const char* name) { return "MONGODB_ATLAS_"_L1 + QLatin1StringView(name); }
    QString value(const char* name) const { return m_environment.value(nameOf(name)).trimmed(); }
    bool has(const char* name) const { return !value(name).isEmpty(); }

private:
    const QProcessEnvironment& m_environment;
};

// One way to sign in, with the variables that give it.
struct Way {
    CredentialKind kind;
    const char* publicName; // null: it needs none
    const char* secretName;

    bool isMentioned(const Variables& variables) const
    {
        return variables.has(secretName) || (publicName && variables.has(publicName));
    }
    QString shown() const
    {
        return publicName ? Variables::nameOf(publicName) + u'/' + Variables::nameOf(secretName)
                          : Variables::nameOf(secretName);
    }
};

constexpr Way ways[] = {
    {CredentialKind::ServiceAccount, "CLIENT_ID", "CLIENT_SECRET"},
    {CredentialKind::ApiKey, "PUBLIC_API_KEY", "PRIVATE_API_KEY"},
    {CredentialKind::AccessToken, nullptr, "ACCESS_TOKEN"},
};

QString wrongVariable(const char* name, const QString& why)
{
    return EnvironmentText::tr("The environment variable %1 cannot be used. %2")
        .arg(Variables::nameOf(name), why);
}

Result<QUrl, QString> baseUrlOf(const Variables& variables)
{
    for (const char* name : {"OPS_MANAGER_URL", "BASE_URL"}) {
        if (!variables.has(name))
            continue;
        const auto url = parseBaseUrl(variables.value(name));
        return url ? url : Result<QUrl, QString>(wrongVariable(name, url.error()));
    }
    const QString service = variables.value("SERVICE");
    if (service == "cloudgov"_L1)
        return QUrl(QLatin1StringView(governmentUrl));
    if (service.isEmpty() || service == "cloud"_L1)
        return QUrl(QLatin1StringView(commercialUrl));
    return wrongVariable("SERVICE", EnvironmentText::tr("It is “cloud” or “cloudgov”."));
}

} // namespace

QString sessionProfileId(const Profile& profile)
{
    const QString whole =
        profile.baseUrl.toString() + u'\n' + QString::number(int(profile.kind)) + u'\n' + profile.publicId;
    const QUuid id = QUuid::createUuidV5(QUuid(u"{5b0d3f0e-6a35-4c8e-9d3f-0c6f6b9a7d11}"_s), whole);
    return "session-"_L1 + id.toString(QUuid::WithoutBraces);
}

Result<std::optional<SessionProfile>, QString> profileFromEnvironment(const QProcessEnvironment& environment)
{
    const Variables variables(environment);
    const Way* chosen = nullptr;
    for (const Way& way : ways) {
        if (!way.isMentioned(variables))
            continue;
        if (chosen)
            return EnvironmentText::tr(
                "The environment holds two kinds of credentials, %1 and %2. Keep one of them.")
                .arg(chosen->shown(), way.shown());
        chosen = &way;
    }
    if (!chosen)
        return std::optional<SessionProfile>();

    SessionProfile session {sessionProfile(), {}};
    Profile& profile = session.profile;
    profile.kind = chosen->kind;
    if (chosen->publicName) {
        for (const char* name : {chosen->publicName, chosen->secretName}) {
            if (!variables.has(name))
                return EnvironmentText::tr("The environment holds half of a pair: %1 is missing.")
                    .arg(Variables::nameOf(name));
        }
        profile.publicId = variables.value(chosen->publicName);
        if (const QString wrong = publicIdViolation(profile.kind, profile.publicId); !wrong.isEmpty())
            return wrongVariable(chosen->publicName, wrong);
    }
    const QString secret = variables.value(chosen->secretName);
    if (const QString wrong = secretViolation(profile.kind, secret); !wrong.isEmpty())
        return wrongVariable(chosen->secretName, wrong);
    session.secret = secret.toUtf8();
    const auto url = baseUrlOf(variables);
    if (!url)
        return url.error();
    profile.baseUrl = url.value();
    profile.organizationId = variables.value("ORG_ID");
    if (const QString wrong = objectIdViolation(profile.organizationId); !wrong.isEmpty())
        return wrongVariable("ORG_ID", wrong);
    profile.projectId = variables.value("PROJECT_ID");
    if (const QString wrong = objectIdViolation(profile.projectId); !wrong.isEmpty())
        return wrongVariable("PROJECT_ID", wrong);
    profile.name = EnvironmentText::tr("Environment");
    profile.id = sessionProfileId(profile);
    profile.originNote = EnvironmentText::tr(
        "The MONGODB_ATLAS_ variables of the environment are used (%1, %2) instead of a saved "
        "connection, for this session only.")
                             .arg(nameOf(profile.kind), profile.baseUrl.host());
    return std::optional(std::move(session));
}

Profile commandLineProfile(const QUrl& baseUrl)
{
    Profile profile = sessionProfile();
    profile.baseUrl = baseUrl;
    profile.id = sessionProfileId(profile);
    profile.name = baseUrl.host();
    profile.originNote =
        EnvironmentText::tr("The address %1 comes from the command line. Saved secrets are not used for it.")
            .arg(baseUrl.toString());
    return profile;
}

} // namespace Telamon
