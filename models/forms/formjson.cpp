// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/formjson.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/jsonfault.h"
#include "models/forms/jsonplaces.h"
#include "models/forms/secretplaces.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

class UseReader {
    Q_DECLARE_TR_FUNCTIONS(FormJson)

public:
    UseReader(const Operation& operation, const QByteArray& text, const QJsonObject& held)
        : m_operation(operation), m_text(text), m_held(held)
    {
    }

    Result<QJsonObject, JsonMistake> read(const QStringList& fixed)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(m_text, &error);
        // QJsonDocument also takes what is no JSON, and drops the sign of an escape that there is not.
        std::optional<JsonFault> fault = jsonFaultIn(m_text);
        if (!fault && error.error != QJsonParseError::NoError)
            fault = JsonFault {error.offset, error.errorString()};
        if (fault) {
            const JsonPlaces::Place place = JsonPlaces::ofByte(m_text, fault->offset);
            return JsonMistake {
                tr("This is not JSON: %1").arg(fault->sentence), place.line, place.column, {}};
        }
        const JsonPlaces places(m_text);
        const auto mistake = [&places](const QString& sentence, const QString& pointer) {
            const JsonPlaces::Place place = places.at(pointer);
            return JsonMistake {sentence, place.line, place.column, pointer};
        };
        if (!document.isObject())
            return mistake(tr("It has to be an object with \"parameters\" and \"body\"."), {});
        if (!places.repeated().isEmpty())
            return mistake(tr("The same name twice in one object."), places.repeated());
        QJsonObject use = document.object();
        const QStringList names = use.keys();
        for (const QString& name : names) {
            if (name != "parameters"_L1 && name != "body"_L1)
                return mistake(
                    tr("Only \"parameters\" and \"body\" may stand here."), childPointer({}, name));
        }
        const QJsonValue stated = use.value("parameters"_L1);
        if (!stated.isObject() && !stated.isUndefined())
            return mistake(tr("The parameters have to be an object."), u"/parameters"_s);
        QJsonObject parameters = stated.toObject();
        const QJsonObject heldParameters = m_held.value("parameters"_L1).toObject();
        for (const QString& name : fixed) {
            const QJsonValue value = heldParameters.value(name);
            if (parameters.contains(name) && parameters.value(name) != value)
                return mistake(tr("%1 is given by the place and cannot be changed here.").arg(name),
                    childPointer(u"/parameters"_s, name));
            parameters.insert(name, value);
        }
        use.insert(u"parameters"_s, parameters);
        QJsonValue whole = use;
        const QStringList secrets = secretPlaces(m_operation, whole);
        for (const QString& pointer : secrets) {
            if (valueAt(whole, pointer) != secretPlaceholder())
                continue;
            const QJsonValue secret = valueAt(m_held, pointer);
            if (secret.isUndefined())
                return mistake(tr("There is no secret that this placeholder could stand for."), pointer);
            whole = withValueAt(whole, pointer, secret);
        }
        return whole.toObject();
    }

private:
    const Operation& m_operation;
    const QByteArray& m_text;
    const QJsonObject& m_held;
};

} // namespace

Result<QJsonObject, JsonMistake> useFromText(
    const Operation& operation, const QByteArray& text, const QJsonObject& held, const QStringList& fixed)
{
    return UseReader(operation, text, held).read(fixed);
}

} // namespace Telamon
