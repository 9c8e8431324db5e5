// SPDX-License-Identifier: GPL-3.0-or-later
// A review as a command for a shell.
#include "api/catalog/jsonpointer.h"
#include "models/review.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

// One word for sh, whatever is in it.
QByteArray quoted(const QByteArray& text)
{
    QByteArray inside = text;
    inside.replace('\'', "'\\''");
    return '\'' + inside + '\'';
}

QByteArray quoted(const QString& text)
{
    return quoted(text.toUtf8());
}

// "/body/source/password": TELAMON_SOURCE_PASSWORD
QByteArray variableFor(const QString& pointer)
{
    QByteArray name = "TELAMON";
    const QStringList tokens = pointerTokens(pointer).mid(1);
    for (const QString& token : tokens) {
        name += '_';
        for (const QChar c : token) {
            const bool isPlain = c.unicode() < 128 && c.isLetterOrNumber();
            name += isPlain ? char(c.toUpper().unicode()) : '_';
        }
    }
    return name == "TELAMON" ? QByteArray("TELAMON_BODY") : name;
}

QByteArray compact(const QJsonValue& value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2);
}

// The body as one word for sh, its secrets as variables; the comments that name them are added.
QByteArray quotedBody(const Review& review, QByteArray& comments)
{
    QJsonValue use = review.arguments;
    QMap<QByteArray, QByteArray> variables; // by what stands for them, which stands nowhere else
    for (const QString& pointer : review.secrets) {
        if (!isInside(pointer, u"/body"_s))
            continue;
        const QByteArray mark = QUuid::createUuid().toByteArray(QUuid::Id128);
        const QByteArray variable = variableFor(pointer);
        use = withValueAt(use, pointer, QString::fromLatin1(mark));
        variables.insert(mark, variable);
        comments += "# Set " + variable + ": a secret, written as inside a JSON text.\n";
    }
    QByteArray body = quoted(compact(use["body"_L1]));
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        body.replace(it.key(), QByteArray("'\"$" + it.value() + "\"'"));
    return body;
}

bool hasBody(const Review& review)
{
    return review.arguments.contains("body"_L1);
}

} // namespace

QByteArray asCurl(const Review& review, const QUrl& baseUrl, CredentialKind kind)
{
    QByteArray comments;
    QByteArrayList words {"curl --globoff --request " + review.request.method};
    QUrl origin;
    origin.setScheme(baseUrl.scheme());
    origin.setHost(baseUrl.host());
    origin.setPort(baseUrl.port());
    words.append("--url " + quoted(origin.toEncoded() + review.request.target));
    if (kind == CredentialKind::ApiKey) {
        comments += "# Set TELAMON_PUBLIC_KEY and TELAMON_PRIVATE_KEY.\n";
        words.append("--digest --user \"$TELAMON_PUBLIC_KEY:$TELAMON_PRIVATE_KEY\"");
    } else {
        comments += "# Set TELAMON_TOKEN: an access token.\n";
        words.append("--header \"Authorization: Bearer $TELAMON_TOKEN\"");
    }
    for (const auto& [name, value] : review.headers)
        words.append("--header " + quoted(QByteArray(name + ": " + value)));
    if (hasBody(review))
        words.append("--data-raw " + quotedBody(review, comments));
    return comments + words.join(" \\\n    ") + '\n';
}

QByteArray asTelamonCall(const Review& review, const QString& profileName)
{
    QByteArray comments;
    QByteArrayList words {"telamon call " + quoted(review.operation->id)};
    const QJsonObject parameters = review.arguments.value("parameters"_L1).toObject();
    for (auto it = parameters.constBegin(); it != parameters.constEnd(); ++it) {
        if (review.secrets.contains(childPointer(u"/parameters"_s, it.key()))) {
            comments += "# It asks for " + it.key().toUtf8() + ".\n"; // never an argument
            continue;
        }
        const QJsonArray values = it->isArray() ? it->toArray() : QJsonArray {*it};
        for (const QJsonValue& value : values) {
            const QByteArray text = value.isString() ? value.toString().toUtf8() : compact(value);
            words.append(quoted(QByteArray(it.key().toUtf8() + '=' + text)));
        }
    }
    if (!profileName.isEmpty())
        words.append(quoted(u"--profile="_s + profileName));
    if (!review.confirmText.isEmpty())
        words.append(quoted(u"--confirm="_s + review.confirmText));
    else if (review.operation->writeClass == Operation::WriteClass::Disruptive)
        words.append("--yes");
    if (!hasBody(review))
        return comments + words.join(" \\\n    ") + '\n';
    words.append("--body=-");
    const QByteArray body = quotedBody(review, comments);
    return comments + "printf %s " + body + " |\n" + words.join(" \\\n    ") + '\n';
}

} // namespace Telamon
