// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/secretmask.h"

#include "api/http/problem.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Telamon {

namespace {

bool carriesCredentials(const QByteArray& name)
{
    static const QByteArrayList names {"authorization", "proxy-authorization", "cookie", "set-cookie",
        "authentication-info", "proxy-authentication-info"};
    return names.contains(name.toLower());
}

QByteArray insideJson(const QByteArray& secret)
{
    const QByteArray quoted =
        QJsonDocument(QJsonArray {QString::fromUtf8(secret)}).toJson(QJsonDocument::Compact);
    return quoted.mid(2, quoted.size() - 4);
}

QByteArray withLowerCaseHex(QByteArray encoded)
{
    for (qsizetype at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1))
        encoded.replace(at, 3, encoded.mid(at, 3).toLower());
    return encoded;
}

} // namespace

SecretMask::SecretMask(const QList<QByteArray>& secrets)
{
    for (const QByteArray& secret : secrets) {
        add(secret);
        const QByteArray encoded = secret.toPercentEncoding();
        add(encoded);
        add(withLowerCaseHex(encoded));
        add(QByteArray(encoded).replace("%20", "+")); // forms
        add(insideJson(secret));
        add(QByteArray(insideJson(secret)).replace("/", "\\/"));
        addBase64(secret);
    }
    std::sort(m_forms.begin(), m_forms.end(),
        [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); });
}

void SecretMask::add(const QByteArray& form)
{
    if (!form.isEmpty() && !m_forms.contains(form))
        m_forms.append(form);
}

void SecretMask::addBase64(const QByteArray& secret)
{
    // Base64 of "name:secret" depends on how many bytes stand before; the characters made of the secret
    // alone do not, for each of the three possible offsets.
    constexpr qsizetype tooShortToMeanIt = 6;
    for (qsizetype offset = 0; offset < 3; ++offset) {
        const QByteArray padded = QByteArray(offset, 'x') + secret;
        const qsizetype first = (offset * 8 + 5) / 6;
        const qsizetype last = padded.size() * 8 / 6;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray form = padded.toBase64(alphabet).mid(first, last - first);
            if (form.size() >= tooShortToMeanIt) {
                add(form);
                add(form.toPercentEncoding());
            }
        }
    }
}

QByteArray SecretMask::masked(QByteArray text) const
{
    for (const QByteArray& form : m_forms)
        text.replace(form, replacement());
    return text;
}

QString SecretMask::masked(const QString& text) const
{
    return QString::fromUtf8(masked(text.toUtf8()));
}

Problem SecretMask::masked(Problem problem) const
{
    problem.code = masked(problem.code);
    problem.reason = masked(problem.reason);
    problem.detail = masked(problem.detail);
    for (QString& parameter : problem.parameters)
        parameter = masked(parameter);
    for (FieldProblem& field : problem.fields)
        field = {masked(field.field), masked(field.description)};
    return problem;
}

HeaderList SecretMask::masked(const HeaderList& headers) const
{
    HeaderList result;
    for (const auto& [name, value] : headers)
        result.append({name, carriesCredentials(name) ? replacement() : masked(value)});
    return result;
}

} // namespace Telamon
