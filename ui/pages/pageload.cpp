// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pageload.h"

#include "api/catalog/catalog.h"
#include "api/catalog/validation.h"
#include "models/inventory.h"
#include "models/session.h"
#include "ui/pages/pagetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

PageLoad::PageLoad(const PageDescription& description, Session& session, RecordModel& model, QObject* parent)
    : QObject(parent), m_description(description), m_session(session), m_model(model)
{
    if (description.shared)
        followInventory();
}

void PageLoad::followInventory()
{
    Inventory& inventory = m_session.inventory();
    connect(&inventory, &Inventory::progressed, this, &PageLoad::progressed);
    connect(&inventory, &Inventory::waiting, this, &PageLoad::waiting);
    connect(&inventory, &Inventory::finished, this, [this] {
        const Inventory& read = m_session.inventory();
        Q_EMIT finished(read.problems(), read.wasAborted());
    });
}

void PageLoad::start(const PageQuery& query)
{
    if (m_description.shared) {
        m_session.inventory().refresh();
        return;
    }
    disconnect(m_waiting);
    m_waiting = {};
    m_mistakes.clear();
    const bool isOfOneProject = !query.place.projectId.isEmpty();
    if (isOfOneProject || !m_session.inventory().isLoading()) {
        startOwn(query);
        return;
    }
    m_waiting = connect(&m_session.inventory(), &Inventory::finished, this, [this, query] {
        disconnect(m_waiting);
        m_waiting = {};
        startOwn(query);
    });
}

void PageLoad::startOwn(const PageQuery& query)
{
    RecordLoad* load = newLoad();
    m_description.load(query, *load);
    m_mistakes = mistakesOf(query, load->lastRead());
    if (!m_mistakes.isEmpty()) {
        Q_EMIT finished(m_mistakes.values(), false);
        return;
    }
    if (m_description.join)
        load->setStaying([this, last = load->lastRead()](const std::vector<quint8>& named,
                             std::size_t before) { return join(last, named, before); });
    load->start();
}

// What was typed and breaks the contract is not sent: the service would not say as well what it wants.
QMap<QByteArray, QString> PageLoad::mistakesOf(const PageQuery& query, const Read& read) const
{
    const Operation* operation = m_session.catalog().find(read.operationId);
    QMap<QByteArray, QString> mistakes;
    if (!operation)
        return mistakes;
    const Violations violations = validate(*operation, read.arguments);
    for (const PageChoice& choice : m_description.choices) {
        if (!choice.values.empty() || query.choices.value(choice.key).isEmpty())
            continue;
        const QString pointer = "/parameters/"_L1 + QString::fromLatin1(choice.key);
        const auto broken = std::find_if(violations.cbegin(), violations.cend(),
            [&pointer](const Violation& each) { return each.pointer == pointer && !each.isUnchecked; });
        if (broken != violations.cend())
            mistakes.insert(choice.key,
                tr("%1: %2. Nothing was asked for.").arg(pageText(choice.label), broken->sentence));
    }
    return mistakes;
}

std::vector<quint8> PageLoad::join(const Read& last, const std::vector<quint8>& named, std::size_t before)
{
    const PageJoin join = m_description.join(last, m_model, named, before);
    m_joint = join.joint;
    return join.stays;
}

void PageLoad::startMore(const Read& read)
{
    RecordLoad* load = newLoad();
    load->setAdding(true);
    load->add(read);
    load->start();
}

RecordLoad* PageLoad::newLoad()
{
    if (RecordLoad* old = m_load) {
        old->disconnect(this);
        old->abort();
        old->deleteLater();
    }
    m_joint = PageJoin::Joint::None;
    auto* load = new RecordLoad(m_session.client(), m_session.catalog(), &m_model, this);
    m_load = load;
    connect(load, &RecordLoad::progressed, this, &PageLoad::progressed);
    connect(load, &RecordLoad::waiting, this, &PageLoad::waiting);
    connect(load, &RecordLoad::finished, this,
        [this, load] { Q_EMIT finished(load->problems(), load->wasAborted()); });
    return load;
}

Read PageLoad::lastRead() const
{
    const RecordLoad* load = m_load;
    return load ? load->lastRead() : Read();
}

void PageLoad::abort()
{
    if (m_description.shared) {
        m_session.inventory().abort();
    } else if (m_waiting) {
        disconnect(m_waiting);
        m_waiting = {};
        Q_EMIT finished({}, true);
    } else if (RecordLoad* load = m_load) {
        load->abort();
    }
}

bool PageLoad::isRunning() const
{
    if (m_description.shared)
        return m_session.inventory().isLoading();
    const RecordLoad* load = m_load;
    return m_waiting || (load && load->isRunning());
}

} // namespace Telamon
