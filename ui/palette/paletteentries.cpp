// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/paletteentries.h"

#include "api/catalog/catalog.h"
#include "models/fuzzymatch.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/pages/pagedescription.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

using Kind = PaletteEntry::Kind;

QString paletteText(const char* text)
{
    return QCoreApplication::translate("Palette", text);
}

QString joined(const QStringList& parts)
{
    return QStringList(parts).join(u"  ›  "_s);
}

// As the navigator orders them.
void sortByTitle(std::vector<PaletteEntry>& entries, std::size_t from)
{
    QCollator natural;
    natural.setNumericMode(true);
    natural.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(entries.begin() + qsizetype(from), entries.end(),
        [&natural](
            const PaletteEntry& a, const PaletteEntry& b) { return natural.compare(a.title, b.title) < 0; });
}

QString nameOf(const Inventory& inventory, const Place& place)
{
    switch (place.kind) {
    case Place::Kind::Organization:
        return inventory.organizationName(place.organizationId);
    case Place::Kind::Project:
        return inventory.projectName(place.projectId);
    case Place::Kind::Cluster:
    case Place::Kind::FlexCluster:
        return place.clusterName;
    case Place::Kind::Fleet:
        break;
    }
    return paletteText(QT_TRANSLATE_NOOP("Palette", "Fleet"));
}

void addPages(const Inventory& inventory, const Place& place, std::vector<PaletteEntry>& entries)
{
    const QString name = nameOf(inventory, place);
    QStringList around;
    if (!place.clusterName.isEmpty())
        around.append(inventory.projectName(place.projectId));
    if (!place.projectId.isEmpty())
        around.append(inventory.organizationName(place.organizationId));
    const QString note = paletteText(QT_TRANSLATE_NOOP("Palette", "Page of %1")).arg(name);
    const QList<const PageDescription*> pages = pagesOf(place.kind);
    for (const PageDescription* page : pages)
        entries.push_back({.kind = Kind::Page,
            .title = QCoreApplication::translate("Page", page->title),
            .note = note,
            .iconName = QString::fromLatin1(page->iconName),
            .address = {place, page->id},
            .moreWords = QString::fromLatin1(page->id),
            .placeName = name,
            .placePath = around.join(FuzzyText::Between)});
}

void addPlaces(Inventory& inventory, std::vector<PaletteEntry>& entries)
{
    const auto add = [&entries](
                         const Place& place, const QString& title, const QString& note, const char* icon) {
        entries.push_back({.kind = Kind::Place,
            .title = title,
            .note = note,
            .iconName = QString::fromLatin1(icon),
            .address = {place, {}},
            .moreWords = place.clusterName.isEmpty()
                ? (place.projectId.isEmpty() ? place.organizationId : place.projectId)
                : QString()});
    };
    std::size_t from = entries.size();
    const RecordModel& organizations = inventory.organizations();
    for (int record = 0; record < organizations.totalCount(); ++record)
        add({Place::Kind::Organization, organizations.recordText(record, "id"), {}, {}},
            organizations.recordText(record, "name"),
            paletteText(QT_TRANSLATE_NOOP("Palette", "Organization")), "organization");
    sortByTitle(entries, std::exchange(from, entries.size()));
    const RecordModel& projects = inventory.projects();
    for (int record = 0; record < projects.totalCount(); ++record) {
        const QString organizationId = projects.recordText(record, "orgId");
        add({Place::Kind::Project, organizationId, projects.recordText(record, "id"), {}},
            projects.recordText(record, "name"),
            joined({paletteText(QT_TRANSLATE_NOOP("Palette", "Project")),
                inventory.organizationName(organizationId)}),
            "project");
    }
    sortByTitle(entries, std::exchange(from, entries.size()));
    const RecordModel& clusters = inventory.clusters();
    for (int record = 0; record < clusters.totalCount(); ++record) {
        const QString name = clusters.recordText(record, "name");
        if (name.isEmpty())
            continue;
        const bool isFlex = clusters.recordText(record, "instanceSize") == "FLEX"_L1;
        add({isFlex ? Place::Kind::FlexCluster : Place::Kind::Cluster, clusters.recordText(record, "orgId"),
                clusters.recordText(record, "groupId"), name},
            name,
            joined({paletteText(isFlex ? QT_TRANSLATE_NOOP("Palette", "Flex cluster")
                                       : QT_TRANSLATE_NOOP("Palette", "Cluster")),
                clusters.recordText(record, "groupName"), clusters.recordText(record, "orgName")}),
            isFlex ? "flex" : "cluster");
    }
    sortByTitle(entries, from);
}

// By what its path names, the innermost.
QString placeKindOf(const Operation& operation)
{
    if (operation.path.contains("/flexClusters/{"_L1))
        return paletteText(QT_TRANSLATE_NOOP("Palette", "Flex cluster"));
    if (operation.parameter(u"clusterName"))
        return paletteText(QT_TRANSLATE_NOOP("Palette", "Cluster"));
    if (operation.parameter(u"groupId"))
        return paletteText(QT_TRANSLATE_NOOP("Palette", "Project"));
    return operation.parameter(u"orgId") ? paletteText(QT_TRANSLATE_NOOP("Palette", "Organization"))
                                         : paletteText(QT_TRANSLATE_NOOP("Palette", "Fleet"));
}

const char* iconOf(const Operation& operation)
{
    if (operation.isRead())
        return "json";
    return operation.method == "DELETE" ? "delete" : "edit";
}

void addOperations(const Session& session, std::vector<PaletteEntry>& entries)
{
    const std::size_t from = entries.size();
    for (const auto& operation : session.catalog().operations()) {
        const bool isHindered = session.profile().isReadOnly && !operation->isRead();
        QStringList note {placeKindOf(*operation), operation->tag};
        note.removeAll(QString());
        if (operation->isDeprecated)
            note.append(paletteText(QT_TRANSLATE_NOOP("Palette", "deprecated")));
        if (isHindered)
            note.append(paletteText(QT_TRANSLATE_NOOP("Palette", "this connection is read-only")));
        entries.push_back({.kind = Kind::Operation,
            .title = operation->title.isEmpty() ? operation->id : operation->title,
            .note = joined(note),
            .iconName = QString::fromLatin1(iconOf(*operation)),
            .operationId = operation->id,
            .moreWords =
                QStringList {operation->id, QString::fromLatin1(operation->method), operation->path}.join(
                    FuzzyText::Between)});
    }
    sortByTitle(entries, from);
}

} // namespace

std::vector<PaletteEntry> paletteEntries(Session& session, const Place& shown)
{
    std::vector<PaletteEntry> entries;
    const Place fleet;
    addPages(session.inventory(), shown, entries);
    if (shown != fleet)
        addPages(session.inventory(), fleet, entries);
    addPlaces(session.inventory(), entries);
    addOperations(session, entries);
    return entries;
}

std::vector<PalettePage> palettePages()
{
    std::vector<PalettePage> pages;
    for (const PageDescription& page : pageTable()) {
        for (const Place::Kind kind : page.places)
            pages.push_back({.kind = kind,
                .id = page.id,
                .title = QCoreApplication::translate("Page", page.title),
                .iconName = QString::fromLatin1(page.iconName)});
    }
    return pages;
}

} // namespace Telamon
