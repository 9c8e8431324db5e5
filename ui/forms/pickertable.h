// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace Telamon {

// A list that values are picked from (x-picker), and the operation that reads it. Its path parameters are
// taken from the form.
struct PickerEntry {
    QString picker {};
    QStringList
        operationIds {}; // the first whose parameters the form has; empty: what the console has loaded
    QString idMember {};
    QMap<QString, QString> memberOfField {}; // field -> member, where the field wants another than the id
    QStringList nameMembers {}; // with dots between them, what a person calls it
    QStringList labelMembers {}; // what is told besides; may be said of others too
    QStringList inside {}; // the members of a record that list what is picked; empty: the record itself
    // Member of a record -> places in the form. Where such a place has a value, the record has the same.
    QMap<QString, QStringList> match {};
    QMap<QString, QString> only {}; // member of a record -> the value that it has to have
    bool isWhole = false; // the list says all that there is: another value is doubtful
};

const PickerEntry* pickerEntry(const QString& picker); // null: not known
// Whether a label begins with what a person calls the thing; a comment, a date or a kind may be another's
// too.
bool labelsAreNames(const QString& picker);

} // namespace Telamon
