// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canary.h"

#include "api/http/problem.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Telamon {

namespace {

// The characters of the base64 that depend on the secret alone when `offset` bytes stand before it.
QByteArray base64Core(const QByteArray& secret, int offset, QByteArray::Base64Options options)
{
    const QByteArray text = QByteArray(offset, 'x') + secret;
    const QByteArray whole = text.left(text.size() / 3 * 3).toBase64(options);
    return whole.mid(offset == 0 ? 0 : offset + 1);
}

QByteArray percentEveryByte(const QByteArray& secret)
{
    QByteArray text;
    for (const char c : secret)
        text += '%' + QByteArray(1, c).toHex();
    return text;
}

QByteArray unicodeEscapes(const QByteArray& secret)
{
    QByteArray text;
    for (const QChar c : QString::fromUtf8(secret))
        text += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return text;
}

QByteArray jsonEscaped(const QByteArray& secret)
{
    const QByteArray array =
        QJsonDocument(QJsonArray {QString::fromUtf8(secret)}).toJson(QJsonDocument::Compact);
    return array.mid(2, array.size() - 4);
}

QByteArray utf16(const QByteArray& secret)
{
    QByteArray text;
    for (const char c : secret)
        text += QByteArray(1, c) + '\0';
    return text;
}

} // namespace

QList<QPair<QByteArray, QByteArray>> encodingsOf(const QByteArray& secret)
{
    QByteArray reversed = secret;
    std::reverse(reversed.begin(), reversed.end());
    QList<QPair<QByteArray, QByteArray>> encodings {
        {"plain", secret},
        {"reversed", reversed},
        {"hex", secret.toHex()},
        {"hex with spaces", secret.toHex(' ')},
        {"percent-encoded", secret.toPercentEncoding()},
        {"form-encoded", secret.toPercentEncoding("*", "~").replace("%20", "+")},
        {"percent-encoded, every byte", percentEveryByte(secret)},
        {"JSON-escaped", jsonEscaped(secret)},
        {"JSON-escaped, slashes too", jsonEscaped(secret).replace("/", "\\/")},
        {"JSON-escaped, every character", unicodeEscapes(secret)},
        {"UTF-16", utf16(secret)},
    };
    for (const int offset : {0, 1, 2}) {
        encodings.append({"base64", base64Core(secret, offset, QByteArray::Base64Encoding)});
        encodings.append({"base64url", base64Core(secret, offset, QByteArray::Base64UrlEncoding)});
    }
    return encodings;
}

QByteArray findCanary(const QByteArray& text, const QList<QByteArray>& secrets)
{
    // Hexadecimal digits come in both cases; to ignore case altogether only finds more.
    const QByteArray lowered = text.toLower();
    for (const QByteArray& secret : secrets) {
        const auto encodings = encodingsOf(secret);
        for (const auto& [name, bytes] : encodings) {
            const qsizetype at = lowered.indexOf(bytes.toLower());
            if (!bytes.isEmpty() && at >= 0)
                return name + " at " + QByteArray::number(at) + ": " + text.mid(at - 20, bytes.size() + 40);
        }
    }
    return {};
}

QByteArray textsOf(const Problem& problem)
{
    QStringList texts {problem.sentence(), problem.code, problem.reason, problem.detail};
    texts += problem.parameters;
    for (const FieldProblem& field : problem.fields)
        texts << field.field << field.description;
    return texts.join(u'\n').toUtf8();
}

} // namespace Telamon
