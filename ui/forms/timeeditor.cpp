// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/timeeditor.h"

#include "api/catalog/schema.h"
#include "models/celltext.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/valuetext.h"

#include <QClipboard>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Telamon {

bool isEpochTime(const Schema& schema, const QString& description)
{
    return schema.format.contains("epoch"_L1, Qt::CaseInsensitive)
        || (description.contains("millisecond"_L1, Qt::CaseInsensitive)
            && (description.contains("epoch"_L1, Qt::CaseInsensitive) || description.contains("1970"_L1)));
}

namespace {

// "2026-01-31T12:00:00Z", "2026-01-31 12:00 UTC", "2026-01-31": what says no zone is UTC, as the field is.
QDateTime timeFrom(const QString& pasted)
{
    QString text = pasted.trimmed();
    if (text.endsWith("UTC"_L1))
        text = text.chopped(3).trimmed();
    if (text.size() > 10 && text.at(10) == u' ')
        text[10] = u'T';
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

} // namespace

TimeEditor::TimeEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer)
{
    auto* widget = new QWidget(parent);
    setWidget(widget);
    m_pages = new QStackedWidget(widget);
    m_set = new QPushButton(tr("Set a time…"), m_pages);
    m_set->setAutoDefault(false);
    m_set->setAccessibleName(tr("Set %1").arg(label()));
    m_time = new QDateTimeEdit(m_pages);
    m_time->setTimeSpec(Qt::UTC);
    m_time->setLocale(QLocale::c()); // as dates stand everywhere
    m_time->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    m_time->setCalendarPopup(true);
    m_time->setAccessibleName(label());
    leaveWheelToForm(*m_time);
    m_time->installEventFilter(this);
    m_set->installEventFilter(this);
    m_local = new QLabel(widget);
    m_local->setTextFormat(Qt::PlainText);
    m_local->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_set);
    m_pages->addWidget(m_time);
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    layout->addWidget(m_local, 1);
    connect(m_set, &QPushButton::clicked, this, &TimeEditor::begin);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &TimeEditor::take);
    TimeEditor::refresh({pointer});
}

QWidget* TimeEditor::control() const
{
    return m_pages->currentWidget();
}

// From the next full hour: a time in the past is rarely meant.
void TimeEditor::begin()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime next = QDateTime(now.date(), QTime(now.time().hour(), 0), Qt::UTC).addSecs(3600);
    setValue(written(next));
    refresh({pointer()});
    m_time->setFocus(Qt::OtherFocusReason);
}

// A date that was copied elsewhere is taken whole, whatever section the cursor is in.
bool TimeEditor::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPaste =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste);
    return (isPaste && paste()) || FieldEditor::eventFilter(watched, event);
}

bool TimeEditor::paste()
{
    const QDateTime time = timeFrom(QGuiApplication::clipboard()->text());
    if (!time.isValid())
        return false;
    setValue(written(time));
    refresh({pointer()});
    return true;
}

void TimeEditor::take()
{
    setValue(written(m_time->dateTime()));
}

QJsonValue TimeEditor::written(const QDateTime& time) const
{
    return time.toUTC().toString(time.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QDateTime TimeEditor::read(const QJsonValue& value) const
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

void TimeEditor::refresh(const FieldChange& /*change*/)
{
    const QJsonValue now = value();
    const QDateTime time = read(now);
    const bool hadFocus = m_pages->currentWidget()->hasFocus();
    m_pages->setCurrentWidget(time.isValid() ? static_cast<QWidget*>(m_time) : m_set);
    if (hadFocus)
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    if (!time.isValid()) {
        m_local->setText(now.isUndefined() ? (isRequired() ? QString() : tr("not set")) : valueText(now));
        return;
    }
    if (m_time->dateTime() != time) {
        const QSignalBlocker quiet(m_time);
        m_time->setDateTime(time);
    }
    m_local->setText(tr("%1 local time").arg(momentText(time.toMSecsSinceEpoch())));
}

EpochTimeEditor::EpochTimeEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : TimeEditor(context, pointer, parent)
{
    TimeEditor::refresh({pointer});
}

QJsonValue EpochTimeEditor::written(const QDateTime& time) const
{
    return time.toMSecsSinceEpoch();
}

QDateTime EpochTimeEditor::read(const QJsonValue& value) const
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
}

} // namespace Telamon
