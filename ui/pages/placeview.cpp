// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/placeview.h"

#include "api/records/plaintext.h"
#include "models/inventory.h"
#include "models/session.h"
#include "ui/export/exportbar.h"
#include "ui/pages/pagetabs.h"
#include "ui/pages/pagetext.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/pathbar.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr qsizetype keptPages = 24;
}

PlaceView::PlaceView(Session& session, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_settings(settings),
      m_title(new QLabel(this)),
      m_kind(new QLabel(this)),
      m_path(new PathBar(this)),
      m_tabs(new PageTabs(this)),
      m_stack(new CurrentStack)
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setMinimumWidth(1); // a long name must not make the window wider
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.45);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_kind->setTextFormat(Qt::PlainText);
    m_kind->setForegroundRole(QPalette::PlaceholderText);
    m_path->setAccessibleName(tr("Places around this one"));
    m_tabs->setAccessibleName(tr("Pages"));
    const int margin = fontMetrics().height() / 2;
    auto* top = new QVBoxLayout;
    top->setContentsMargins(0, margin, 0, 0);
    top->setSpacing(margin / 4);
    auto* path = new QHBoxLayout; // its text above that of the title
    path->setContentsMargins(std::max(0, margin - m_path->inset()), 0, 0, 0);
    path->addWidget(m_path);
    top->addLayout(path);
    auto* name = new QHBoxLayout;
    name->setContentsMargins(margin, 0, 0, 0);
    name->setSpacing(margin);
    name->addWidget(m_title);
    name->addWidget(m_kind, 0, Qt::AlignBottom);
    name->addStretch(1);
    top->addLayout(name);
    top->addSpacing(margin / 4);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(margin, 0, 0, 0);
    tabs->addWidget(m_tabs);
    top->addLayout(tabs);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PlaceView::showPage);
    connect(m_path, &PathBar::placeChosen, this, &PlaceView::placeRequested);
    connect(&session.inventory(), &Inventory::finished, this, &PlaceView::updateTitle);
}

PlaceView::~PlaceView() = default;

QByteArray PlaceView::pageId() const
{
    return m_current ? m_current->description().id : QByteArray();
}

void PlaceView::show(const Place& place, const QByteArray& pageId)
{
    const QByteArray wanted = pageId.isEmpty() ? m_lastPage.value(int(place.kind)) : pageId;
    m_place = place;
    updateTitle();
    int tab = 0;
    {
        const QScopedValueRollback<bool> switching(m_isSwitching, true);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        const QList<const PageDescription*> pages = pagesOf(place.kind);
        for (const PageDescription* page : pages) {
            const int added =
                m_tabs->addTab(themedIcon(QString::fromLatin1(page->iconName)), pageText(page->title));
            m_tabs->setTabData(added, page->id);
            if (page->id == wanted)
                tab = added;
        }
        m_tabs->setCurrentIndex(tab);
    }
    showPage(tab);
}

void PlaceView::showPage(int tab)
{
    if (m_isSwitching || tab < 0)
        return;
    const QByteArray id = m_tabs->tabData(tab).toByteArray();
    m_lastPage.insert(int(m_place.kind), id);
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(), [this, &id](const RecordPage* page) {
        return page->description().id == id && page->place() == m_place;
    });
    RecordPage* page = found == m_pages.cend() ? nullptr : *found;
    const bool isNew = page == nullptr;
    if (isNew) {
        const std::vector<PageDescription>& table = pageTable();
        const auto description = std::find_if(
            table.cbegin(), table.cend(), [&id](const PageDescription& each) { return each.id == id; });
        page = new RecordPage(*description, m_session, m_place, m_settings, this);
        connect(page, &RecordPage::placeRequested, this, &PlaceView::placeRequested);
        connect(page, &RecordPage::operationRequested, this, &PlaceView::operationRequested);
        connect(page, &RecordPage::addressRequested, this, &PlaceView::follow);
        connect(page, &RecordPage::noticeRequested, this, &PlaceView::noticeRequested);
        connect(page, &RecordPage::loadingChanged, this, &PlaceView::loadingChanged);
        // What became stale while it was being read. Queued: the reading ends first.
        connect(
            page, &RecordPage::loadingChanged, this,
            [this] {
                if (m_current)
                    m_current->refreshIfStale();
            },
            Qt::QueuedConnection);
        m_stack->addWidget(page);
    }
    m_pages.removeOne(page);
    m_pages.append(page);
    m_current = page;
    m_stack->setCurrentWidget(page);
    dropOldPages();
    if (isNew && !page->description().shared)
        page->refresh();
    else
        page->refreshIfStale();
    Q_EMIT shown(m_place, id);
    Q_EMIT loadingChanged();
}

void PlaceView::follow(const PlaceAddress& address)
{
    Q_EMIT addressRequested(address);
    const bool isThere = m_current && m_place == address.place && pageId() == address.pageId;
    if (isThere && !address.filter.isEmpty())
        m_current->filterBar().setText(address.filter);
}

void PlaceView::readAgain(const QString& projectId)
{
    for (RecordPage* page : std::as_const(m_pages)) {
        const QString& around = page->place().projectId; // empty: a page of several projects
        if (projectId.isEmpty() || around.isEmpty() || around == projectId)
            page->markStale();
    }
    if (m_current)
        m_current->refreshIfStale();
}

void PlaceView::dropOldPages()
{
    for (qsizetype i = 0; i < m_pages.size() - 1 && m_pages.size() > keptPages;) {
        if (m_pages.at(i)->exportBar().isRunning())
            ++i; // a file that was asked for is written to its end
        else
            delete m_pages.takeAt(i);
    }
}

void PlaceView::updateTitle()
{
    const Inventory& inventory = m_session.inventory();
    const QString organization = inventory.organizationName(m_place.organizationId);
    const QString project = inventory.projectName(m_place.projectId);
    const PathBar::Part fleet {tr("Fleet"), {}};
    const PathBar::Part around {organization, {Place::Kind::Organization, m_place.organizationId, {}, {}}};
    QString title;
    QString kind;
    QList<PathBar::Part> path;
    switch (m_place.kind) {
    case Place::Kind::Fleet:
        title = tr("Fleet");
        break;
    case Place::Kind::Organization:
        title = organization;
        kind = tr("Organization");
        path = {fleet};
        break;
    case Place::Kind::Project:
        title = project;
        kind = tr("Project");
        path = {fleet, around};
        break;
    case Place::Kind::Cluster:
    case Place::Kind::FlexCluster:
        title = m_place.clusterName;
        kind = m_place.kind == Place::Kind::Cluster ? tr("Cluster") : tr("Flex cluster");
        path = {
            fleet, around, {project, {Place::Kind::Project, m_place.organizationId, m_place.projectId, {}}}};
        break;
    }
    m_title->setText(visibleText(title));
    m_kind->setText(kind);
    if (path.isEmpty())
        m_path->setSentence(tr("Everything this connection sees"));
    else
        m_path->setParts(path);
}

void PlaceView::showNextPage(int step)
{
    if (m_tabs->count() > 0)
        showPageAt((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
}

void PlaceView::showPageAt(int tab)
{
    if (tab >= m_tabs->count())
        return;
    m_tabs->setCurrentIndex(tab);
    m_current->focusTable();
}

} // namespace Telamon
