// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/callsecrets.h"

#include "api/catalog/argumentsjson.h"
#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "api/catalog/validation.h"
#include "api/records/plaintext.h"
#include "app/call/secretprompt.h"
#include "models/forms/formshape.h"
#include "models/forms/secretplaces.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct CallSecretText {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QStringList wantedSecrets(const Operation& operation, const Arguments& arguments, const FormShape& shape)
{
    QStringList wanted;
    const Violations violations = validate(operation, arguments);
    for (const Violation& violation : violations) {
        const Schema* schema = shape.schema(violation.pointer);
        if (violation.rule == "required"_L1 && schema != nullptr && schema->isSecret)
            wanted.append(violation.pointer);
    }
    const QStringList held = secretPlaces(operation, shape.use());
    for (const QString& place : held) {
        if (valueAt(shape.use(), place) == secretPlaceholder())
            wanted.append(place);
    }
    return wanted;
}

} // namespace

Result<Arguments, QString> withSecretsAsked(
    const Operation& operation, const Arguments& arguments, QTextStream& err)
{
    QJsonValue use = toJson(arguments);
    const FormShape shape(operation, use, {});
    const QStringList wanted = wantedSecrets(operation, arguments, shape);
    if (wanted.isEmpty())
        return arguments;
    if (!isAtTerminal())
        return CallSecretText::tr(
            "A secret is missing: %1. Give it in the body, or call from a terminal to be asked for it. "
            "Nothing was sent.")
            .arg(wanted.join(u", "_s));
    for (const QString& place : wanted) {
        const Schema* schema = shape.schema(place);
        const QString title = schema != nullptr && !schema->title.isEmpty() ? schema->title : place;
        const std::optional<QString> secret = askSecret(
            CallSecretText::tr("%1 (%2, not shown):").arg(visibleText(title), visibleText(place)), err);
        if (!secret)
            return CallSecretText::tr("No secret was given. Nothing was sent.");
        use = withValueAt(use, place, *secret);
    }
    return argumentsFromJson(use.toObject());
}

} // namespace Telamon
