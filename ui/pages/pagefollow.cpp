// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagefollow.h"

#include "api/http/httpclient.h"
#include "api/http/ratemeter.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"

#include <QComboBox>
#include <QEvent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Telamon {

namespace {

constexpr std::array<std::chrono::seconds, 6> intervals {0s, 10s, 30s, 60s, 300s, 900s};
constexpr int slowerBy = 4; // while few requests are left

bool isLow(const RateMeter& meter)
{
    const QMap<QString, RateBudget>& budgets = meter.budgets();
    return std::any_of(
        budgets.cbegin(), budgets.cend(), [](const RateBudget& budget) { return budget.isLow(); });
}

QString intervalText(std::chrono::seconds interval)
{
    if (interval == 0s)
        return PageFollow::tr("Off");
    return interval < 60s ? PageFollow::tr("Every %1 s").arg(interval.count())
                          : PageFollow::tr("Every %1 min").arg(interval.count() / 60);
}

} // namespace

PageFollow::PageFollow(RecordPage& page, const HttpClient& client)
    : QObject(&page), m_page(page), m_client(client), m_choices(new QComboBox(&page))
{
    for (const std::chrono::seconds each : intervals)
        m_choices->addItem(intervalText(each), int(each.count()));
    m_choices->setObjectName(u"follow"_s);
    page.filterBar().addChoice(tr("Follow"), m_choices);
    m_timer.setSingleShot(true);
    m_sinceRead.start();
    connect(m_choices, &QComboBox::activated, this,
        [this](int index) { setInterval(intervals.at(size_t(std::max(0, index)))); });
    connect(&m_timer, &QTimer::timeout, this, &PageFollow::readAgain);
    connect(&page, &RecordPage::loadingChanged, this, [this](bool isLoading) {
        if (isLoading)
            return;
        m_sinceRead.restart();
        wait();
    });
    connect(&client.rateMeter(), &RateMeter::changed, this, &PageFollow::updateHint);
    page.installEventFilter(this);
    updateHint();
}

void PageFollow::setInterval(std::chrono::seconds interval)
{
    if (m_interval == interval)
        return;
    m_interval = interval;
    m_choices->setCurrentIndex(m_choices->findData(int(interval.count())));
    updateHint();
    wait();
    Q_EMIT intervalChanged();
}

std::chrono::milliseconds PageFollow::pause() const
{
    const std::chrono::seconds most = intervals.back();
    return isLow(m_client.rateMeter()) ? std::min(m_interval * slowerBy, most) : m_interval;
}

// Nothing is read for a page that nobody sees: it waits until it is shown.
void PageFollow::wait()
{
    m_timer.stop();
    if (m_interval == 0s || !m_page.isVisible() || m_page.isLoading())
        return;
    const std::chrono::milliseconds since(m_sinceRead.elapsed());
    m_timer.start(std::max(std::chrono::milliseconds(0), pause() - since));
}

void PageFollow::readAgain()
{
    if (m_page.window()->isMinimized()) {
        m_sinceRead.restart();
        wait();
    } else if (!m_page.isLoading()) {
        m_page.refresh();
    }
}

void PageFollow::updateHint()
{
    QString hint = tr("Reads the page again by itself while it is in sight");
    if (m_interval != 0s && pause() != m_interval)
        hint = tr("Every %1 min for now: the service takes few more requests")
                   .arg(double(pause().count()) / 60000.0, 0, 'g', 2);
    m_choices->setToolTip(hint);
    m_choices->setAccessibleDescription(hint);
}

void PageFollow::showChoices()
{
    m_choices->setFocus(Qt::ShortcutFocusReason);
    m_choices->showPopup();
}

bool PageFollow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_page && event->type() == QEvent::Show)
        wait();
    else if (watched == &m_page && event->type() == QEvent::Hide)
        m_timer.stop();
    return QObject::eventFilter(watched, event);
}

} // namespace Telamon
