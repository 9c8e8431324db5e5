// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/exportchoice.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace Telamon {

class MessageBar;

// What of a table is to be written where: format, rows, columns, file. Says before the choice is confirmed
// that a file will be replaced, and why a file cannot be written there.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    // What the table has to offer.
    struct Offer {
        int shownRows = 0;
        int allRows = 0;
        QList<int> shownColumns {}; // in their order on the screen
        int columnCount = 0;
        bool hasManySources = false; // several answers may tell of one row
        QString folder {};
        QString name {}; // of the file, without its ending
        ExportChoice::Format format = ExportChoice::Format::Csv;
    };

    explicit ExportDialog(const Offer& offer, QWidget* parent = nullptr);

    ExportChoice choice() const;

Q_SIGNALS:
    void chosen(const Telamon::ExportChoice& choice);

private:
    void buildLayout();
    void takeFormat();
    void chooseFile();
    void updateNotes();
    void exportNow();
    QString mistake() const; // why nothing can be written there; empty: it can

    Offer m_offer;
    QComboBox* m_format;
    QComboBox* m_rows;
    QComboBox* m_columns;
    QLineEdit* m_file;
    QLabel* m_note;
    MessageBar* m_message;
    QDialogButtonBox* m_buttons;
};

} // namespace Telamon
