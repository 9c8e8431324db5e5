// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordload.h"
#include "ui/pages/pagedescription.h"

#include <QMap>
#include <QObject>
#include <QPointer>

namespace Telamon {

class RecordModel;
class Session;

// What fills a page's table: a load of its own, or the inventory's, which several pages share. Owned by the
// page.
class PageLoad : public QObject {
    Q_OBJECT
public:
    PageLoad(const PageDescription& description, Session& session, RecordModel& model, QObject* parent);

    // A load under way gives way. What reads several projects waits until the inventory knows them.
    void start(const PageQuery& query);
    void startMore(const Read& read); // beside what is there
    void abort();
    bool isRunning() const;
    Read lastRead() const; // of a load of its own
    // What was typed and is not sent: by PageChoice::key, a sentence each.
    const QMap<QByteArray, QString>& mistakes() const { return m_mistakes; }
    PageJoin::Joint joint() const { return m_joint; } // of the last load, when the model has finished it

Q_SIGNALS:
    void progressed(int finished, int total);
    void waiting(const QString& why, std::chrono::milliseconds pause);
    void finished(const QStringList& problems, bool wasAborted);

private:
    void followInventory();
    void startOwn(const PageQuery& query);
    RecordLoad* newLoad();
    QMap<QByteArray, QString> mistakesOf(const PageQuery& query, const Read& read) const;
    std::vector<quint8> join(const Read& last, const std::vector<quint8>& named, std::size_t before);

    const PageDescription& m_description;
    Session& m_session;
    RecordModel& m_model;
    QPointer<RecordLoad> m_load;
    QMap<QByteArray, QString> m_mistakes;
    PageJoin::Joint m_joint = PageJoin::Joint::None;
    QMetaObject::Connection m_waiting; // for the inventory, which names the projects to read
};

} // namespace Telamon
