// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>
#include <QDateTime>

#include <optional>

namespace Telamon {

// A point in time as ISO 8601 writes it, typed as one text: with or without time and seconds, in UTC or with
// a zone. The arrows go a day on or back. What is no time stays for the person to mend.
class TimeBox : public QAbstractSpinBox {
    Q_OBJECT
public:
    explicit TimeBox(QWidget* parent);

    QString text() const;
    void setText(const QString& text);
    void setPlaceholderText(const QString& text);
    std::optional<QDateTime> time() const; // in UTC; nothing where the text is none
    void setTime(const QDateTime& time);
    void stepBy(int days) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // "2026-01-31T12:00:00Z", "2026-01-31 12:00 UTC", "2026-01-31": what says no zone is UTC, as the field
    // is.
    static std::optional<QDateTime> timeFrom(const QString& text);

Q_SIGNALS:
    void edited(); // by a person

protected:
    StepEnabled stepEnabled() const override;
};

} // namespace Telamon
