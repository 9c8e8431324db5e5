// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/connectiontest.h"

#include "api/http/origin.h"
#include "api/profiles/connectioncheck.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace Telamon {

ConnectionTest::ConnectionTest(const Catalog& catalog, RequestLog& log, QWidget* parent)
    : QWidget(parent),
      m_catalog(catalog),
      m_log(log),
      m_busy(new QProgressBar(this)),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this))
{
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumHeight(fontMetrics().height() / 2);
    m_busy->setAccessibleName(tr("The connection is being tested"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(m_busy, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    hide();
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const Profile& profile, const QByteArray& secret)
{
    delete m_check;
    m_isWaiting = false;
    m_check = new ConnectionCheck(profile, secret, m_catalog, m_log, this);
    connect(m_check, &ConnectionCheck::finished, this, &ConnectionTest::showVerdict);
    show(tr("Connecting to %1…").arg(Origin::of(profile.baseUrl).toString()), themedIcon(u"connect"_s));
}

void ConnectionTest::showWaiting(const QString& sentence)
{
    delete m_check;
    m_isWaiting = true;
    show(sentence, themedIcon(u"connect"_s));
}

void ConnectionTest::showFailure(const QString& sentence)
{
    delete m_check;
    m_isWaiting = false;
    show(sentence, attentionIcon(Attention::Critical));
}

void ConnectionTest::clear()
{
    delete m_check;
    m_isWaiting = false;
    hide();
    Q_EMIT runningChanged();
}

bool ConnectionTest::isRunning() const
{
    return m_check || m_isWaiting;
}

QString ConnectionTest::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void ConnectionTest::showVerdict()
{
    using Verdict = ConnectionCheck::Verdict;
    ConnectionCheck* check = m_check;
    if (!check)
        return;
    const Verdict verdict = check->verdict();
    const QString sentence = check->sentence();
    check->deleteLater();
    m_check.clear();
    show(sentence,
        verdict == Verdict::Fine           ? themedIcon(u"ok"_s)
            : verdict == Verdict::NoAccess ? attentionIcon(Attention::Warning)
                                           : attentionIcon(Attention::Critical));
}

void ConnectionTest::show(const QString& sentence, const QIcon& icon)
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(sentence);
    m_busy->setVisible(isRunning());
    QWidget::show();
    Q_EMIT runningChanged();
}

} // namespace Telamon
