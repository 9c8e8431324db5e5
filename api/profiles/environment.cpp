// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/profiles/environment.h"

#include "api/http/origin.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Environment", text);
}

class Variables {
public:
    explicit Variables(const QProcessEnvironment& environment) : m_environment(environment) { }
    QString operator[](const char* name) const { return m_environment.value(fullName(name)).trimmed(); }
    static QString fullName(const char* name) { return "MONGODB_ATLAS_"_L1 + QLatin1StringView(name); }

private:
    const QProcessEnvironment& m_environment;
};

struct Pair {
    CredentialKind kind;
    const char* publicName; // null: the secret stands alone
    const char* secretName;
};

constexpr Pair pairs[] = {
    {CredentialKind::ServiceAccount, "CLIENT_ID", "CLIENT_SECRET"},
    {CredentialKind::ApiKey, "PUBLIC_API_KEY", "PRIVATE_API_KEY"},
    {CredentialKind::AccessToken, nullptr, "ACCESS_TOKEN"},
};

// The address: the older name wins, as it does in the service's command line; then the kind of service.
Result<QUrl, QString> addressOf(const Variables& variables)
{
    const QString given =
        variables["OPS_MANAGER_URL"].isEmpty() ? variables["BASE_URL"] : variables["OPS_MANAGER_URL"];
    const QString service = variables["SERVICE"].toLower();
    if (!service.isEmpty() && service != "cloud"_L1 && service != "cloudgov"_L1)
        return tr("%1 must be cloud or cloudgov.").arg(Variables::fullName("SERVICE"));
    if (given.isEmpty())
        return QUrl(
            service == "cloudgov"_L1 ? u"https://cloud.mongodbgov.com"_s : u"https://cloud.mongodb.com"_s);
    const QUrl url(given, QUrl::StrictMode);
    if (!url.isValid() || !Origin::of(url).isAllowed() || !url.userInfo().isEmpty())
        return tr(
            "The base URL of the environment must be an https address (plain http only to this machine).");
    return url;
}

bool isId(const QString& text)
{
    static const QRegularExpression id(u"\\A[a-f0-9]{24}\\z"_s);
    return text.isEmpty() || id.match(text).hasMatch();
}

} // namespace

Result<std::optional<EnvironmentProfile>, QString> profileFromEnvironment(
    const QProcessEnvironment& environment)
{
    using Found = std::optional<EnvironmentProfile>;
    const Variables variables(environment);
    const Pair* chosen = nullptr;
    for (const Pair& pair : pairs) {
        const QString secret = variables[pair.secretName];
        const QString publicId = pair.publicName ? variables[pair.publicName] : secret;
        if (secret.isEmpty() && publicId.isEmpty())
            continue;
        if (secret.isEmpty() || publicId.isEmpty())
            return tr("The environment has half a credential: %1 and %2 belong together. It is not used.")
                .arg(Variables::fullName(pair.publicName), Variables::fullName(pair.secretName));
        if (chosen)
            return tr("The environment has two credentials, %1 and %2. Neither is used.")
                .arg(Variables::fullName(chosen->secretName), Variables::fullName(pair.secretName));
        chosen = &pair;
    }
    if (!chosen)
        return Found();
    auto address = addressOf(variables);
    if (!address)
        return address.error();
    if (!isId(variables["ORG_ID"]) || !isId(variables["PROJECT_ID"]))
        return tr("%1 and %2 must be 24 hexadecimal digits.")
            .arg(Variables::fullName("ORG_ID"), Variables::fullName("PROJECT_ID"));

    EnvironmentProfile found;
    found.profile.id = u"environment"_s;
    found.profile.name = tr("Environment");
    found.profile.baseUrl = address.value();
    found.profile.kind = chosen->kind;
    found.profile.publicId = chosen->publicName ? variables[chosen->publicName] : QString();
    found.profile.organizationId = variables["ORG_ID"];
    found.profile.projectId = variables["PROJECT_ID"];
    found.profile.isSessionOnly = true;
    found.profile.originNote =
        tr("This connection comes from the environment (%1). It wins over the saved ones.")
            .arg(Variables::fullName(chosen->secretName));
    found.secret = variables[chosen->secretName].toUtf8();
    return Found(std::move(found));
}

Profile commandLineProfile(const QUrl& baseUrl)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = baseUrl.host();
    profile.baseUrl = baseUrl;
    profile.isSessionOnly = true;
    profile.originNote = tr("This connection comes from the command line.");
    return profile;
}

} // namespace Telamon
