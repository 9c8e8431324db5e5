// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QStringList>

namespace Telamon {

class FormModel;

// What is told of a value beside its JSON: where, by line and column, and in one sentence for each place or
// for the entries of one list. Places are called as in JSON. Only of what is touched; mistakes come first.
struct JsonRemarks {
    QList<QPair<int, int>> mistakes;
    QList<QPair<int, int>> doubts;
    QStringList sentences;
    QList<int> counts; // of each sentence: how many are counted beside the button because of it

    int countAfter(qsizetype shown) const; // of the sentences that come after as many
};

JsonRemarks jsonRemarks(const FormModel& model, const QByteArray& json);

} // namespace Telamon
