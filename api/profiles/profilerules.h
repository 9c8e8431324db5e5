// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/profile.h"
#include "api/result.h"

#include <QString>
#include <QUrl>

namespace Telamon {

inline constexpr char commercialUrl[] = "https://cloud.mongodb.com";
inline constexpr char governmentUrl[] = "https://cloud.mongodbgov.com";

// What a profile's values must be, the same for the dialog, the environment and the file. Each returns what
// is wrong in one sentence, empty where nothing is.

// Scheme, host and port only; without a scheme it is https.
Result<QUrl, QString> parseBaseUrl(const QString& text);
QString publicIdViolation(CredentialKind kind, const QString& publicId);
QString secretViolation(CredentialKind kind, const QString& secret);
QString objectIdViolation(const QString& id); // empty is fine
QString proxyViolation(const ProxyChoice& proxy);

// Without any white space, line breaks and invisible characters: what is copied from a page or a file often
// brings them along, and no id or secret has any.
QString withoutSpaces(const QString& text);
bool isColour(const QString& text); // "#rrggbb"
// "service account", "API key", "access token", for sentences.
QString nameOf(CredentialKind kind);

} // namespace Telamon
