// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/numberbox.h"

#include "api/catalog/schema.h"

#include <QLineEdit>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Telamon {

NumberBox::NumberBox(const Schema& schema, QWidget* parent)
    : QAbstractSpinBox(parent),
      m_isWhole(schema.types == Schema::Type::Integer),
      m_minimum(schema.minimum.value_or(schema.exclusiveMinimum.value_or(-9.0e18))),
      m_maximum(schema.maximum.value_or(schema.exclusiveMaximum.value_or(9.0e18)))
{
    if (schema.minimum)
        m_usual = qint64(std::ceil(*schema.minimum));
    setFocusPolicy(Qt::StrongFocus);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::edited);
}

QString NumberBox::text() const
{
    return lineEdit()->text();
}

void NumberBox::setText(const QString& text)
{
    lineEdit()->setText(text);
}

void NumberBox::setPlaceholderText(const QString& text)
{
    lineEdit()->setPlaceholderText(text);
}

std::optional<QJsonValue> NumberBox::number() const
{
    const QString typed = text().trimmed();
    bool isNumber = false;
    const qint64 whole = QLocale::c().toLongLong(typed, &isNumber);
    if (isNumber)
        return QJsonValue(whole);
    const double real = QLocale::c().toDouble(typed, &isNumber);
    if (!isNumber || !std::isfinite(real) || m_isWhole)
        return std::nullopt;
    return QJsonValue(real);
}

void NumberBox::stepBy(int steps)
{
    bool isWhole = false;
    const qint64 from = QLocale::c().toLongLong(text().trimmed(), &isWhole);
    const std::optional<QJsonValue> now = number();
    if (isWhole || !now) {
        const auto low = qint64(std::ceil(m_minimum));
        const auto high = qint64(std::floor(m_maximum));
        // The first step from nothing goes to where the range begins.
        const qint64 next = !isWhole ? m_usual.value_or(0)
            : steps > 0              ? (from > high - steps ? high : from + steps)
                                     : (from < low - steps ? low : from + steps);
        setText(QString::number(std::clamp(next, low, high)));
    } else {
        setText(QLocale::c().toString(
            std::clamp(now->toDouble() + steps, m_minimum, m_maximum), 'g', QLocale::FloatingPointShortest));
    }
    selectAll();
    Q_EMIT edited();
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    const std::optional<QJsonValue> now = number();
    StepEnabled enabled = StepNone;
    if (!now || now->toDouble() < m_maximum)
        enabled |= StepUpEnabled;
    if (!now || now->toDouble() > m_minimum)
        enabled |= StepDownEnabled;
    return enabled;
}

QSize NumberBox::sizeHint() const
{
    QSize size = QAbstractSpinBox::sizeHint();
    size.setWidth(fontMetrics().averageCharWidth() * 24);
    return size;
}

QSize NumberBox::minimumSizeHint() const
{
    QSize size = QAbstractSpinBox::minimumSizeHint();
    size.setWidth(fontMetrics().averageCharWidth() * 12);
    return size;
}

} // namespace Telamon
