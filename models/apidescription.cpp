// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apidescription.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QSettings>
#include <QtConcurrentRun>

#include <memory>
#include <utility>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

using Reading = Result<Catalog, CatalogError>;

constexpr QLatin1StringView settingsKey("api/description");

std::shared_ptr<Reading> read(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::make_shared<Reading>(CatalogError {{}, file.errorString()});
    if (file.size() > ApiDescription::largest)
        return std::make_shared<Reading>(
            CatalogError {{}, ApiDescription::tr("The document is larger than 64 MiB.")});
    return std::make_shared<Reading>(Catalog::fromJson(file.readAll()));
}

QString mistakeIn(const QString& file, const CatalogError& error)
{
    const QString name = QFileInfo(file).fileName();
    return error.pointer.isEmpty()
        ? ApiDescription::tr("%1: %2").arg(name, error.sentence)
        : ApiDescription::tr("%1: %2 (%3)").arg(name, error.sentence, error.pointer);
}

} // namespace

ApiDescription::ApiDescription(Catalog& catalog, QSettings& settings, QObject* parent)
    : QObject(parent), m_catalog(catalog), m_settings(settings)
{
}

QString ApiDescription::remembered(const QSettings& settings)
{
    return settings.value(settingsKey).toString();
}

void ApiDescription::forget()
{
    m_settings.remove(settingsKey);
    m_catalog.withdrawAdded();
}

void ApiDescription::addRemembered()
{
    if (const QString last = file(); !last.isEmpty())
        add(last);
}

QString ApiDescription::addRememberedNow(Catalog& catalog, const QSettings& settings)
{
    const QString file = remembered(settings);
    if (file.isEmpty())
        return {};
    const std::shared_ptr<Reading> reading = read(file);
    if (!*reading)
        return mistakeIn(file, reading->error());
    catalog.add(std::move(*reading).value());
    return {};
}

void ApiDescription::add(const QString& file)
{
    auto* watcher = new QFutureWatcher<std::shared_ptr<Reading>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, file] {
        watcher->deleteLater();
        const std::shared_ptr<Reading> reading = watcher->result();
        if (!*reading) {
            Q_EMIT said(mistakeIn(file, reading->error()));
            return;
        }
        const QString name = QFileInfo(file).fileName();
        m_catalog.withdrawAdded(); // the newer file replaces the older one
        const qsizetype count = m_catalog.add(std::move(*reading).value());
        m_settings.setValue(settingsKey, file);
        Q_EMIT added(count);
        Q_EMIT said(tr("Operations that %1 adds: %2. Ctrl+K finds them.").arg(name).arg(count));
    });
    watcher->setFuture(QtConcurrent::run(read, file));
}

} // namespace Telamon
