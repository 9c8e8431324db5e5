// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/timebox.h"

#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telamon {

TimeBox::TimeBox(QWidget* parent) : QAbstractSpinBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(lineEdit(), &QLineEdit::textEdited, this, &TimeBox::edited);
}

QString TimeBox::text() const
{
    return lineEdit()->text();
}

void TimeBox::setText(const QString& text)
{
    lineEdit()->setText(text);
}

void TimeBox::setPlaceholderText(const QString& text)
{
    lineEdit()->setPlaceholderText(text);
}

std::optional<QDateTime> TimeBox::time() const
{
    return timeFrom(text());
}

void TimeBox::setTime(const QDateTime& time)
{
    const QDateTime utc = time.toUTC();
    const QString form =
        utc.time().msec() == 0 ? u"yyyy-MM-dd HH:mm:ss 'UTC'"_s : u"yyyy-MM-dd HH:mm:ss.zzz 'UTC'"_s;
    setText(QLocale::c().toString(utc, form));
}

// Strict: a text that is not read as a whole is not read at all, so that no other time comes of it.
std::optional<QDateTime> TimeBox::timeFrom(const QString& text)
{
    static const QRegularExpression shape(
        u"\\A([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})"
        "(?:(?:T| +)([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,3})0*)?)?)?"
        " *(?:Z|UTC|([+-])([0-9]{2}):?([0-9]{2})?)?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const QDate date(number(1), number(3), number(4));
    const QTime time(number(5), number(6), number(7), match.captured(8).leftJustified(3, u'0').toInt());
    if (!date.isValid() || !time.isValid() || number(10) > 23 || number(11) > 59)
        return std::nullopt;
    const int offset = (number(10) * 60 + number(11)) * 60;
    return QDateTime(date, time, Qt::UTC).addSecs(match.captured(9) == "-"_L1 ? offset : -offset);
}

void TimeBox::stepBy(int days)
{
    const std::optional<QDateTime> now = time();
    if (!now)
        return;
    const QDateTime next = now->addDays(days);
    if (next.date().year() < 1 || next.date().year() > 9999) // more than four digits are not read
        return;
    setTime(next);
    selectAll();
    Q_EMIT edited();
}

QAbstractSpinBox::StepEnabled TimeBox::stepEnabled() const
{
    return time() ? StepUpEnabled | StepDownEnabled : StepEnabled(StepNone);
}

QSize TimeBox::sizeHint() const
{
    QSize size = QAbstractSpinBox::sizeHint();
    size.setWidth(fontMetrics().averageCharWidth() * 32);
    return size;
}

QSize TimeBox::minimumSizeHint() const
{
    QSize size = QAbstractSpinBox::minimumSizeHint();
    size.setWidth(fontMetrics().averageCharWidth() * 26);
    return size;
}

} // namespace Telamon
