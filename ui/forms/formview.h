// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldcontext.h"

#include <QWidget>

class QScrollArea;
class QTabWidget;
class QVBoxLayout;

namespace Telamon {

class FoldBox;
class JsonSide;
class MessageBar;
class ObjectFields;
class ValuePane;

// All fields of one operation: its parameters, its body, and the same as JSON. Says what is wrong with a
// field once it was left.
class FormView : public QWidget {
    Q_OBJECT
public:
    FormView(FormModel& model, const PickerSource& pickers, QWidget* parent = nullptr);
    ~FormView() override;

    // Opens what the field is folded into and gives it the focus.
    void focusField(const QString& pointer);
    void focusFirst(); // the first field that can be edited
    // What stops sending: broken rules, and JSON that cannot be taken.
    int missingCount() const;
    bool canSend() const { return missingCount() == 0; }
    // Shows everything that is wrong and goes to the first of it; again, to the next.
    void focusNextMissing();
    void takeTyped(); // what the JSON side has not taken yet
    bool isJsonShown() const;
    void setJsonShown(bool isShown);
    JsonSide& jsonSide() { return *m_json; }

Q_SIGNALS:
    void readinessChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildForm();
    void alignLabels();
    void follow(const FieldChange& change);
    void showViolations();
    void leave(QWidget* left, QWidget* entered);
    void openFieldMenu();
    void updateTabOrder();

    FormModel& m_model;
    FieldContext m_context;
    QTabWidget* m_tabs;
    QScrollArea* m_scroll;
    QWidget* m_page;
    QVBoxLayout* m_layout;
    MessageBar* m_message;
    JsonSide* m_json;
    ObjectFields* m_parameters = nullptr;
    ValuePane* m_body = nullptr;
    FoldBox* m_wireOptions = nullptr;
    bool m_isOrderStale = false;
    QString m_lastFound; // by focusNextMissing, until a person goes elsewhere
};

} // namespace Telamon
