// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/pickerlists.h"

#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"
#include "models/celltext.h"
#include "models/enumwords.h"
#include "models/forms/formmodel.h"
#include "models/listcache.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/forms/pickertable.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString textAt(const FormModel& model, const QString& pointer)
{
    return model.value(pointer).toString();
}

QString parameterPointer(const QString& name)
{
    return childPointer(u"/parameters"_s, name);
}

// The project that is chosen beside the field, else that of the place.
QString projectOf(const QString& pointer, const FormModel& model)
{
    if (!isInside(pointer, u"/parameters"_s)) {
        for (const QString& name : {u"groupId"_s, u"targetProjectId"_s}) {
            const QString beside = childPointer(parentPointer(pointer), name);
            if (beside != pointer && !textAt(model, beside).isEmpty())
                return textAt(model, beside);
        }
    }
    return textAt(model, parameterPointer(u"groupId"_s));
}

// Whether the record belongs to what is chosen in other fields; what is not chosen yet leaves everything.
bool isWanted(const PickerEntry& entry, const QJsonValue& record, const FormModel& model)
{
    for (auto it = entry.match.cbegin(); it != entry.match.cend(); ++it) {
        for (const QString& pointer : it.value()) {
            const QString chosen = textAt(model, pointer);
            if (!chosen.isEmpty() && record[it.key()].toString() != chosen)
                return false;
        }
    }
    for (auto it = entry.only.cbegin(); it != entry.only.cend(); ++it) {
        if (record[it.key()].toString() != it.value())
            return false;
    }
    return true;
}

// As it stands in tables: a time, or a word of the service.
QString labelText(const QString& member, const QString& text)
{
    static const QSet<QString> words {u"eventTypeName"_s, u"providerName"_s, u"state"_s, u"status"_s};
    if (words.contains(member))
        return enumWords(text);
    static const QRegularExpression shape(u"\\A\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\\z"_s);
    const QDateTime time =
        shape.match(text).hasMatch() ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
    return time.isValid() ? momentText(time.toMSecsSinceEpoch()) : text;
}

QString lineOf(const PickerEntry& entry, const QString& field, const QJsonValue& record)
{
    if (record.isString())
        return record.toString();
    const QString member = entry.memberOfField.value(field, entry.idMember);
    const QString value = record[member].toString();
    QStringList name;
    QStringList label;
    if (member == entry.idMember) { // else the value says itself what it is
        for (const QString& each : entry.nameMembers)
            name.append(record[each].toString());
        for (const QString& each : entry.labelMembers)
            label.append(labelText(each, record[each].toString()));
    }
    label.prepend(name.join(u'.'));
    label.removeAll(QString());
    return value.isEmpty() || label.isEmpty() ? value : QString(value + u'\t' + label.join(u" · "_s));
}

QStringList linesOf(
    const PickerEntry& entry, const QString& field, const QJsonArray& records, const FormModel& model)
{
    QStringList lines;
    QSet<QString> known;
    for (const QJsonValue& record : records) {
        if (!isWanted(entry, record, model))
            continue;
        QJsonArray picked;
        if (entry.inside.isEmpty())
            picked.append(record);
        for (const QString& member : entry.inside) {
            const QJsonArray inside = record[member].toArray();
            for (const QJsonValue& each : inside)
                picked.append(each);
        }
        for (const QJsonValue& each : std::as_const(picked)) {
            const QString line = lineOf(entry, field, each);
            if (line.isEmpty() || known.contains(line))
                continue;
            known.insert(line);
            lines.append(line);
        }
    }
    return lines;
}

} // namespace

PickerSource PickerLists::source() const
{
    return {[lists = *this](const QString& picker, const QString& pointer, const FormModel& model) {
                return lists.list(picker, pointer, model);
            },
        [lists = *this](const QString& picker, const FormModel& model, bool isAgain, QObject* receiver,
            std::function<void()> arrived) {
            return lists.request(picker, model, isAgain, receiver, std::move(arrived));
        }};
}

QStringList PickerLists::loadedValues(
    const QString& picker, const QString& pointer, const FormModel& model) const
{
    Inventory& inventory = m_session.inventory();
    QStringList found;
    if (picker == "organizations"_L1) {
        for (int i = 0; i < inventory.organizations().totalCount(); ++i) {
            const QString id = inventory.organizations().recordText(i, "id");
            found.append(id + u'\t' + inventory.organizationName(id));
        }
    } else if (picker == "projects"_L1) {
        const QStringList ids = inventory.projectIds(textAt(model, parameterPointer(u"orgId"_s)));
        for (const QString& id : ids)
            found.append(id + u'\t' + inventory.projectName(id));
    } else if (picker == "clusters"_L1 || picker == "flexClusters"_L1) {
        const RecordModel& clusters = inventory.clusters();
        const QString project = projectOf(pointer, model);
        for (int i = 0; i < clusters.totalCount(); ++i) {
            const QString name = clusters.recordText(i, "name");
            const bool isFlex = clusters.recordText(i, "instanceSize") == "FLEX"_L1;
            const bool isHere = project.isEmpty() || clusters.recordText(i, "groupId") == project;
            if (!name.isEmpty() && isHere && isFlex == (picker == "flexClusters"_L1) && !found.contains(name))
                found.append(name);
        }
    }
    return found;
}

// Lists of an organisation are asked for in a project's place too.
QString PickerLists::parameterText(const FormModel& model, const QString& name) const
{
    QString text = textAt(model, parameterPointer(name));
    if (!text.isEmpty() || name != "orgId"_L1)
        return text;
    const QString project = textAt(model, parameterPointer(u"groupId"_s));
    return project.isEmpty() ? QString() : m_session.inventory().organizationOf(project);
}

std::optional<PickerLists::Read> PickerLists::readFor(const PickerEntry& entry, const FormModel& model) const
{
    for (const QString& id : entry.operationIds) {
        Read read;
        read.operation = m_session.catalog().find(id);
        bool hasAll = read.operation != nullptr;
        for (size_t i = 0; hasAll && i < read.operation->parameters.size(); ++i) {
            const Parameter& parameter = read.operation->parameters[i];
            if (!parameter.isRequired)
                continue;
            const QString value = parameterText(model, parameter.name);
            hasAll = !value.isEmpty() && model.violationsAt(parameterPointer(parameter.name)).isEmpty();
            read.parameters.insert(parameter.name, value);
        }
        if (hasAll)
            return read;
    }
    return std::nullopt;
}

PickList PickerLists::list(const QString& picker, const QString& pointer, const FormModel& model) const
{
    const PickerEntry* entry = pickerEntry(picker);
    if (!entry)
        return {};
    if (entry->operationIds.isEmpty())
        return {PickList::State::Read, loadedValues(picker, pointer, model)};
    const std::optional<Read> read = readFor(*entry, model);
    const ListCache::List* found =
        read ? m_session.lists().find(*read->operation, read->parameters) : nullptr;
    if (!found)
        return {};
    const QStringList tokens = pointerTokens(pointer);
    switch (found->state) {
    case ListCache::List::State::Reading:
        return {PickList::State::Reading};
    case ListCache::List::State::Failed:
        return {PickList::State::Failed, {}, false, found->sentence};
    case ListCache::List::State::Read:
        break;
    }
    return {PickList::State::Read, linesOf(*entry, tokens.constLast(), found->records, model), found->hasMore,
        {}, entry->isWhole};
}

bool PickerLists::request(const QString& picker, const FormModel& model, bool isAgain, QObject* receiver,
    std::function<void()> arrived) const
{
    const PickerEntry* entry = pickerEntry(picker);
    if (!entry || entry->operationIds.isEmpty())
        return false; // what the console has loaded is there, or comes without being asked for
    const std::optional<Read> read = readFor(*entry, model);
    if (!read)
        return false;
    ListCache& lists = m_session.lists();
    const ListCache::List* known = lists.find(*read->operation, read->parameters);
    if (known && known->state != ListCache::List::State::Reading && !isAgain)
        return false;
    const QString key = ListCache::keyOf(*read->operation, read->parameters);
    const auto connection = std::make_shared<QMetaObject::Connection>();
    *connection = QObject::connect(&lists, &ListCache::listChanged, receiver,
        [connection, key, arrived = std::move(arrived)](const QString& changed) {
            if (changed != key)
                return;
            QObject::disconnect(*connection);
            arrived();
        });
    if (isAgain)
        lists.readAgain(*read->operation, read->parameters);
    else
        lists.read(*read->operation, read->parameters);
    return true;
}

} // namespace Telamon
