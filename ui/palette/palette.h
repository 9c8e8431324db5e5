// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placeaddress.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QTreeView;

namespace Telamon {

class PaletteModel;
struct PaletteEntry;
struct PalettePage;

// A line to write in and what its letters find: any place, page or operation. Closes itself when something
// was chosen.
class Palette : public QDialog {
    Q_OBJECT
public:
    Palette(std::vector<PaletteEntry> entries, const std::vector<PalettePage>& pages, QWidget* parent);

    QLineEdit* lineEdit() const { return m_edit; }
    QTreeView* list() const { return m_list; }

Q_SIGNALS:
    void placeChosen(const Telamon::PlaceAddress& address);
    void operationChosen(const QString& operationId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void step(int rows);
    void showFound();
    void fitColumns();

    PaletteModel* m_model;
    QLineEdit* m_edit;
    QTreeView* m_list;
    QLabel* m_nothing; // in its place
};

} // namespace Telamon
