// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/pickerlists.h"

#include "api/catalog/catalog.h"
#include "models/forms/formmodel.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/forms/pickertable.h"

#include <QJsonDocument>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int valuesAtOnce = 500; // the most that one page may have

QString textAt(const FormModel& model, const QString& parameter)
{
    return model.value("/parameters/"_L1 + parameter).toString();
}

} // namespace

PickerLists::PickerLists(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
}

PickerSource PickerLists::source()
{
    return {[this](const QString& picker, const QString& field, const FormModel& model) {
                return values(picker, field, model);
            },
        [this](const QString& picker, const FormModel& model, QObject* receiver,
            std::function<void()> arrived) { request(picker, model, receiver, std::move(arrived)); }};
}

QStringList PickerLists::loadedValues(const QString& picker, const FormModel& model) const
{
    Inventory& inventory = m_session.inventory();
    QStringList found;
    if (picker == "organizations"_L1) {
        for (int i = 0; i < inventory.organizations().totalCount(); ++i) {
            const QString id = inventory.organizations().recordText(i, "id");
            found.append(id + u'\t' + inventory.organizationName(id));
        }
    } else if (picker == "projects"_L1) {
        const QStringList ids = inventory.projectIds(textAt(model, u"orgId"_s));
        for (const QString& id : ids)
            found.append(id + u'\t' + inventory.projectName(id));
    } else if (picker == "clusters"_L1 || picker == "flexClusters"_L1) {
        const RecordModel& clusters = inventory.clusters();
        const QString project = textAt(model, u"groupId"_s);
        for (int i = 0; i < clusters.totalCount(); ++i) {
            const QString name = clusters.recordText(i, "name");
            const bool isFlex = clusters.recordText(i, "instanceSize") == "FLEX"_L1;
            const bool isHere = project.isEmpty() || clusters.recordText(i, "groupId") == project;
            if (!name.isEmpty() && isHere && isFlex == (picker == "flexClusters"_L1))
                found.append(name);
        }
    }
    return found;
}

std::optional<PickerLists::Read> PickerLists::readFor(const PickerEntry& entry, const FormModel& model) const
{
    for (const QString& id : entry.operationIds) {
        Read read;
        read.operation = m_session.catalog().find(id);
        bool hasAll = read.operation != nullptr;
        read.key = id;
        for (qsizetype i = 0; hasAll && i < qsizetype(read.operation->parameters.size()); ++i) {
            const Parameter& parameter = read.operation->parameters[size_t(i)];
            if (!parameter.isRequired)
                continue;
            const QString value = textAt(model, parameter.name);
            hasAll = !value.isEmpty() && model.violationsAt("/parameters/"_L1 + parameter.name).isEmpty();
            read.parameters.insert(parameter.name, value);
            read.key += u'\n' + value;
        }
        if (!hasAll)
            continue;
        if (read.operation->parameter(u"itemsPerPage"))
            read.parameters.insert(u"itemsPerPage"_s, valuesAtOnce);
        return read;
    }
    return std::nullopt;
}

QStringList PickerLists::values(const QString& picker, const QString& field, const FormModel& model) const
{
    const PickerEntry* entry = pickerEntry(picker);
    if (!entry || entry->operationIds.isEmpty())
        return loadedValues(picker, model);
    const std::optional<Read> read = readFor(*entry, model);
    if (!read)
        return {};
    QStringList found;
    const QJsonArray records = m_read.value(read->key);
    const QString member = entry->memberOfField.value(field, entry->idMember);
    const bool isId = member == entry->idMember;
    for (const QJsonValue& each : records) {
        const QString value = each[member].toString();
        QStringList label;
        for (const QString& name : entry->labelMembers) {
            if (isId && !each[name].toString().isEmpty())
                label.append(each[name].toString());
        }
        const QString line = label.isEmpty() ? value : QString(value + u'\t' + label.join(u" · "_s));
        if (!value.isEmpty() && !found.contains(line))
            found.append(line);
    }
    return found;
}

void PickerLists::request(
    const QString& picker, const FormModel& model, QObject* receiver, std::function<void()> arrived)
{
    const PickerEntry* entry = pickerEntry(picker);
    if (!entry || entry->operationIds.isEmpty())
        return; // what the console has loaded is there, or comes without being asked for
    const std::optional<Read> read = readFor(*entry, model);
    if (!read || m_read.contains(read->key))
        return;
    ApiCall*& call = m_running[read->key];
    if (!call) {
        call = m_session.client().call(*read->operation, {read->parameters, {}}, this);
        const QString key = read->key;
        connect(call, &ApiCall::finished, this, [this, key](ApiCall* ended) { take(key, *ended); });
    }
    connect(call, &ApiCall::finished, receiver, [arrived = std::move(arrived)] { arrived(); });
}

// What cannot be read has to be typed: the picker is a convenience, and says nothing.
void PickerLists::take(const QString& key, const ApiCall& call)
{
    const QJsonDocument answer = QJsonDocument::fromJson(call.answer().body);
    QJsonArray records = answer.isArray() ? answer.array() : answer.object().value("results"_L1).toArray();
    if (records.isEmpty() && answer.isObject() && !answer.object().contains("results"_L1))
        records.append(answer.object());
    m_read.insert(key, call.problem() ? QJsonArray() : records);
    m_running.value(key)->deleteLater();
    m_running.remove(key);
}

} // namespace Telamon
