// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/jsonpointer.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/pages/entries/links.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// Whoever has the address can download the data: only its host is ever shown.
struct Download {
    QUrl url;
    QString part; // the replica set, where there are several
    bool isPrivate = false;
};

QString downloadText(const char* text)
{
    return QCoreApplication::translate("DownloadLink", text);
}

// Only what a browser encrypts, and no host that a user name in front of it hides.
bool isSafe(const QUrl& url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty();
}

// As it is looked up: letters that only look like others are written out.
QString hostOf(const QUrl& url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return url.port(443) == 443 ? host : QString(host + u':' + QString::number(url.port()));
}

void addPrivate(const QJsonValue& of, const QString& part, QList<Download>& downloads)
{
    const QJsonArray all = of["privateDownloadDeliveryUrls"_L1].toArray();
    for (const QJsonValue& each : all)
        downloads.append({QUrl(each["deliveryUrl"_L1].toString(), QUrl::StrictMode), part, true});
}

QList<Download> downloadsOf(const QJsonObject& job)
{
    QList<Download> downloads;
    QList<Download> others;
    const auto add = [&downloads](const QJsonValue& url, const QString& part) {
        if (!url.toString().isEmpty())
            downloads.append({QUrl(url.toString(), QUrl::StrictMode), part, false});
    };
    const QJsonArray components = job.value("components"_L1).toArray();
    for (const QJsonValue& component : components) {
        const QString part = component["replicaSetName"_L1].toString();
        add(component["downloadUrl"_L1], part);
        addPrivate(component, part, others);
    }
    if (downloads.isEmpty()) {
        const QJsonArray urls = job.value("deliveryUrl"_L1).toArray();
        for (const QJsonValue& url : urls)
            add(url, {});
        add(job.value("snapshotUrl"_L1), {});
    }
    addPrivate(job, {}, others);
    return downloads + others;
}

QString labelOf(const Download& download)
{
    const QString host = hostOf(download.url);
    if (download.isPrivate)
        return download.part.isEmpty()
            ? downloadText(QT_TRANSLATE_NOOP("DownloadLink", "Download from %1 (private endpoint)…"))
                  .arg(host)
            : downloadText(QT_TRANSLATE_NOOP("DownloadLink", "Download from %1 (private endpoint): %2…"))
                  .arg(host, download.part);
    return download.part.isEmpty()
        ? downloadText(QT_TRANSLATE_NOOP("DownloadLink", "Download from %1…")).arg(host)
        : downloadText(QT_TRANSLATE_NOOP("DownloadLink", "Download from %1: %2…")).arg(host, download.part);
}

bool isExpired(const Session& session, const RecordModel& jobs, int row)
{
    const QDateTime expires = jobs.value(row, "expires").toDateTime();
    return jobs.value(row, "expired").toBool()
        || (expires.isValid() && expires.toMSecsSinceEpoch() <= session.now());
}

LinkTargets downloadTargets(Session& session, const Place& /*place*/, const RecordModel& jobs, int row)
{
    const auto sources = jobs.json(row);
    QList<Download> downloads;
    for (const auto& [source, json] : sources)
        downloads.append(downloadsOf(QJsonDocument::fromJson(json).object()));
    if (downloads.isEmpty())
        return downloadText(QT_TRANSLATE_NOOP("DownloadLink", "This job has no download link."));
    if (isExpired(session, jobs, row))
        return downloadText(QT_TRANSLATE_NOOP("DownloadLink", "The download link has expired."));
    QList<LinkTarget> targets;
    for (const Download& download : std::as_const(downloads)) {
        if (isSafe(download.url))
            targets.append({.leads = download.url, .label = labelOf(download)});
    }
    if (targets.isEmpty())
        return downloadText(QT_TRANSLATE_NOOP(
            "DownloadLink", "The download link is no plain https address and is not opened."));
    if (targets.size() == 1) // no part to tell from another
        targets.first().label = downloadText(QT_TRANSLATE_NOOP("DownloadLink", "Download from %1…"))
                                    .arg(hostOf(std::get<QUrl>(targets.first().leads)));
    return targets;
}

} // namespace

PageLink downloadLink()
{
    return {.id = "download",
        .label = QT_TRANSLATE_NOOP("Page", "Download…"),
        .iconName = "export",
        .targets = downloadTargets};
}

} // namespace Telamon
