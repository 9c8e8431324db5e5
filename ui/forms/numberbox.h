// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>
#include <QJsonValue>

#include <optional>

namespace Telamon {

struct Schema;

// A spin box that may be empty, holds 64-bit whole numbers exactly and lets a person type what is out of its
// range: the form says so. The arrows stay within it.
class NumberBox : public QAbstractSpinBox {
    Q_OBJECT
public:
    NumberBox(const Schema& schema, QWidget* parent);

    QString text() const;
    void setText(const QString& text);
    void setPlaceholderText(const QString& text);
    // The text as the number it is; nothing where it is none.
    std::optional<QJsonValue> number() const;
    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(); // by a person

protected:
    StepEnabled stepEnabled() const override;

private:
    bool m_isWhole;
    double m_minimum;
    double m_maximum;
    std::optional<qint64> m_usual; // where the first step from nothing goes
};

} // namespace Telamon
