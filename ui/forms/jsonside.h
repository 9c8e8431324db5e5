// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forms/formjson.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;
class QScrollArea;

namespace Telamon {

class FieldNote;
class FormModel;
class JsonTextEdit;

// The form's value as JSON: shows it, takes it, says at which line and column it cannot be taken, and marks
// what breaks a rule. A secret is a placeholder that stands for the one that the form holds.
class JsonSide : public QWidget {
    Q_OBJECT
public:
    explicit JsonSide(FormModel& model, QWidget* parent = nullptr);

    bool hasMistake() const { return m_mistake.has_value(); }
    QString mistake() const;
    void showValue(); // the form's; what was not taken is gone
    void takeNow(); // does not wait until nothing more is typed
    void focusPlace(const QString& pointer);
    JsonTextEdit* edit() const { return m_text; }

Q_SIGNALS:
    void mistakeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    void touchWhatIsThere();
    void mark();
    void showNote(bool isLong);

    FormModel& m_model;
    JsonTextEdit* m_text;
    QScrollArea* m_scroll;
    FieldNote* m_note;
    QPushButton* m_all; // opens a long note
    QTimer m_pause;
    bool m_isEdited = false; // since it was shown
    bool m_isUntaken = false; // edited since it was last taken
    bool m_isTaking = false;
    bool m_isAllShown = false;
    std::optional<JsonMistake> m_mistake;
};

} // namespace Telamon
