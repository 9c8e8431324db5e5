// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/timeeditor.h"

#include "api/catalog/schema.h"
#include "models/celltext.h"
#include "models/forms/formmodel.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/timebox.h"
#include "ui/forms/valuetext.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Telamon {

bool isEpochTime(const Schema& schema, const QString& description)
{
    return schema.format.contains("epoch"_L1, Qt::CaseInsensitive)
        || (description.contains("millisecond"_L1, Qt::CaseInsensitive)
            && (description.contains("epoch"_L1, Qt::CaseInsensitive) || description.contains("1970"_L1)));
}

TimeEditor::TimeEditor(const FieldContext& context, const QString& pointer, QWidget* parent)
    : FieldEditor(context, pointer)
{
    auto* widget = new QWidget(parent);
    setWidget(widget);
    m_pages = new QStackedWidget(widget);
    m_set = new QPushButton(tr("Set a time…"), m_pages);
    m_set->setAutoDefault(false);
    m_set->setAccessibleName(tr("Set %1").arg(label()));
    m_time = new TimeBox(m_pages);
    m_time->setAccessibleName(label());
    leaveWheelToForm(*m_time);
    m_time->installEventFilter(this);
    m_set->installEventFilter(this);
    m_local = new ElidedLabel(widget); // a form is no wider than its window
    m_local->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_set);
    m_pages->addWidget(m_time);
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    layout->addWidget(m_local, 1);
    connect(m_set, &QPushButton::clicked, this, &TimeEditor::begin);
    connect(m_time, &TimeBox::edited, this, &TimeEditor::take);
    connect(m_time, &TimeBox::editingFinished, this, &TimeEditor::showWhole);
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
    m_time->selectAll(); // another is typed over it
}

// A date that was copied elsewhere is taken whole, wherever the cursor is.
bool TimeEditor::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPaste =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste);
    return (isPaste && paste()) || FieldEditor::eventFilter(watched, event);
}

bool TimeEditor::paste()
{
    const std::optional<QDateTime> time = TimeBox::timeFrom(QGuiApplication::clipboard()->text());
    if (!time)
        return false;
    setValue(written(*time));
    refresh({pointer()});
    showWhole();
    return true;
}

void TimeEditor::take()
{
    const QString typed = m_time->text().trimmed();
    if (typed.isEmpty())
        setValue(QJsonValue(QJsonValue::Undefined));
    else if (const std::optional<QDateTime> time = m_time->time())
        setValue(written(*time));
    else
        model().setUnreadable(pointer(), typed, tr("Give a date as in 2026-01-31 or 2026-01-31 12:00:00."));
}

// A date alone is midnight, and another zone's time is another in UTC: what was taken is seen.
void TimeEditor::showWhole()
{
    if (const std::optional<QDateTime> time = m_time->time())
        m_time->setTime(*time);
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
    const QString unreadable = model().unreadableText(pointer());
    const bool hadFocus = m_pages->currentWidget()->hasFocus();
    // Who has emptied it to type another is not sent to the button.
    const bool isEmptied = m_time->hasFocus() && m_time->text().trimmed().isEmpty() && !now.isString();
    const bool isTyped = !unreadable.isEmpty() || isEmptied;
    m_pages->setCurrentWidget(time.isValid() || isTyped ? static_cast<QWidget*>(m_time) : m_set);
    if (hadFocus)
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    m_time->setPlaceholderText(absence());
    if (time.isValid()) {
        if (m_time->time() != time) // "2026-01-31" stays as it is typed
            m_time->setTime(time);
        m_local->setText(time.toLocalTime().offsetFromUtc() == 0
                ? QString()
                : tr("%1 local time").arg(momentText(time.toMSecsSinceEpoch())));
        return;
    }
    if (m_time->text().trimmed() != unreadable)
        m_time->setText(unreadable);
    m_local->setText(isTyped    ? QString()
            : now.isUndefined() ? (isRequired() ? QString() : tr("not set"))
                                : valueText(now));
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
