// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/plaintext.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/pagetext.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

// How PageActions offers and follows links.

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// A name in it is no mnemonic.
QString actionText(const QString& label)
{
    return visibleText(label).replace(u'&', "&&"_L1);
}

} // namespace

LinkTargets PageActions::targetsOf(const PageLink& link) const
{
    const QModelIndex current = m_view.currentIndex();
    if (link.needsRow && !current.isValid())
        return tr("Choose a row first.");
    if (link.needsRow && !m_isOneMeant)
        return oneRowSentence();
    return link.targets(m_session, m_place, *m_view.recordModel(), current.isValid() ? current.row() : -1);
}

void PageActions::updateLinks()
{
    auto at = qsizetype(m_description.actions.size());
    for (const PageLink& link : m_description.links) {
        QAction* action = m_actions.at(at++);
        const LinkTargets targets = targetsOf(link);
        const bool isOne = targets && targets.value().size() == 1;
        const QString own = isOne ? targets.value().first().label : QString();
        action->setText(own.isEmpty() ? pageText(link.label) : actionText(own));
        action->setEnabled(targets.hasValue());
        explain(*action, action->text(), targets ? QString() : targets.error());
    }
}

void PageActions::follow(const PageLink& link)
{
    const LinkTargets targets = targetsOf(link);
    if (!targets) { // since it was offered
        Q_EMIT noticeRequested(targets.error());
        updateLinks();
        return;
    }
    if (targets.value().size() == 1) {
        followTo(targets.value().first());
        return;
    }
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(pageText(link.label));
    for (const LinkTarget& target : targets.value()) {
        const QAction* entry = menu->addAction(actionText(target.label));
        connect(entry, &QAction::triggered, this, [this, target] { followTo(target); });
    }
    popUp(*menu);
}

void PageActions::followTo(const LinkTarget& target)
{
    if (const auto* address = std::get_if<PlaceAddress>(&target.leads)) {
        Q_EMIT addressRequested(*address);
    } else if (const auto* filter = std::get_if<LinkTarget::Filter>(&target.leads)) {
        Q_EMIT filterRequested(filter->text);
    } else if (const auto* copy = std::get_if<LinkTarget::Copy>(&target.leads)) {
        QGuiApplication::clipboard()->setText(copy->text);
        Q_EMIT noticeRequested(tr("Copied: %1").arg(copy->text));
    } else if (const auto* url = std::get_if<QUrl>(&target.leads); url && !m_openUrl(*url)) {
        Q_EMIT noticeRequested(tr("No program was found that opens the address."));
    }
}

} // namespace Telamon
