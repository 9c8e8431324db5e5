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
    QString title {}; // one of them, as a field is called; may be empty
    QStringList
        operationIds {}; // the first whose parameters the form has; empty: what the console has loaded
    QString idMember {};
    QMap<QString, QString> memberOfField {}; // field -> member, where the field wants another than the id
    QStringList labelMembers {};
};

const PickerEntry* pickerEntry(const QString& picker); // null: not known
QString pickedTitle(const QString& picker);

} // namespace Telamon
