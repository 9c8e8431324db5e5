// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitydock.h"

#include "models/journalmodel.h"
#include "models/session.h"
#include "ui/widgets/recordview.h"

#include <QLabel>
#include <QMenu>
#include <QStackedLayout>

#include <utility>

namespace Telamon {

ActivityDock::ActivityDock(QWidget* parent)
    : QDockWidget(tr("Activity"), parent),
      m_stack(new QStackedLayout),
      m_view(new RecordView(this)),
      m_nothing(new QLabel(tr("Nothing is under way."), this))
{
    setObjectName(QStringLiteral("activityDock"));
    m_view->setAccessibleName(tr("Under way"));
    connect(m_view, &RecordView::menuRequested, this, &ActivityDock::offerForgetting);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto* whole = new QWidget(this);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_view);
    whole->setLayout(m_stack);
    setWidget(whole);
}

void ActivityDock::setSession(Session* session)
{
    m_stack->setCurrentWidget(m_nothing);
    m_view->setRecordModel(nullptr);
    delete std::exchange(m_model, nullptr);
    if (session && session->journal()) {
        m_model = new JournalModel(
            *session->journal(), JournalModel::Which::Active, [session] { return session->now(); }, this);
        m_view->setRecordModel(m_model);
        m_view->sortByColumn(m_model->columnOf("created"), Qt::DescendingOrder); // as in the journal
        connect(m_model, &RecordModel::countsChanged, this, &ActivityDock::updateCount);
        connect(m_model, &RecordModel::loadFinished, this, &ActivityDock::updateCount);
    }
    updateCount();
}

int ActivityDock::count() const
{
    return m_model ? m_model->activeCount() : 0;
}

void ActivityDock::offerForgetting(QMenu* menu)
{
    QAction* forget = menu->addAction(tr("Remove what has &ended"));
    forget->setEnabled(m_model->totalCount() > count());
    connect(forget, &QAction::triggered, m_model, &JournalModel::forgetEnded);
}

void ActivityDock::updateCount()
{
    const bool isAnyThere = m_model && m_model->totalCount() > 0;
    m_stack->setCurrentWidget(isAnyThere ? static_cast<QWidget*>(m_view) : m_nothing);
    setWindowTitle(count() > 0 ? tr("Activity (%1 in progress)").arg(count()) : tr("Activity"));
    Q_EMIT countChanged(count());
}

} // namespace Telamon
