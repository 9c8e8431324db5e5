// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

class QDateTime;
class QPushButton;
class QStackedWidget;

namespace Telamon {

class ElidedLabel;
class TimeBox;

// A point in time in UTC, with the local time beside it; may be unset.
class TimeEditor : public FieldEditor {
    Q_OBJECT
public:
    TimeEditor(const FieldContext& context, const QString& pointer, QWidget* parent);
    void refresh(const FieldChange& change) override;
    QWidget* control() const override;
    virtual QJsonValue written(const QDateTime& time) const; // as the field takes it

protected:
    virtual QDateTime read(const QJsonValue& value) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool paste();
    void begin();
    void take();
    void showWhole();

    QStackedWidget* m_pages;
    QPushButton* m_set;
    TimeBox* m_time;
    ElidedLabel* m_local;
};

// The same for milliseconds since 1970.
class EpochTimeEditor : public TimeEditor {
    Q_OBJECT
public:
    EpochTimeEditor(const FieldContext& context, const QString& pointer, QWidget* parent);

    QJsonValue written(const QDateTime& time) const override;

protected:
    QDateTime read(const QJsonValue& value) const override;
};

// Whether a whole number is a time, by its format or by what its description says.
bool isEpochTime(const Schema& schema, const QString& description);

} // namespace Telamon
