// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldcontext.h"

#include <QFrame>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace Telamon {

class FieldNote;
class ValuePane;

// One element of a list or one member by name: a heading that opens it, buttons, and its form.
class ItemFrame : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Element, Member };
    static constexpr int mostOpened = 2; // as many open by themselves where they come together
    ItemFrame(const FieldContext& context, const QString& pointer, Kind kind, QWidget* parent);

    const QString& pointer() const { return m_pointer; }
    bool isOpen() const { return m_pane != nullptr; }
    void setOpen(bool isOpen);
    void setMovable(bool up, bool down);
    void refresh(const FieldChange& change);
    void keepName(const QString& sentence); // why it cannot have the one that was typed
    void takeFocusOf(const ItemFrame& other);
    QWidget* reveal(const QString& place);

Q_SIGNALS:
    void removeRequested();
    void moveRequested(int by);
    void renameRequested(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addButton(const QString& text, const QString& purpose);
    QString heading() const;
    void updateHeading();

    const FieldContext& m_context;
    QString m_pointer;
    Kind m_kind;
    QVBoxLayout* m_layout;
    QToolButton* m_heading;
    QLineEdit* m_name = nullptr;
    FieldNote* m_nameNote = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_remove = nullptr;
    ValuePane* m_pane = nullptr;
};

} // namespace Telamon
