// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <QString>

namespace Telamon {

// What a person reads for a word of the service: "Replica set" for REPLICASET. A word that is not known is
// made readable ("SOME_WORD": "Some word"); what does not look like a word stays as it is.
QString enumWords(const QString& word);

// The same for the text of a column, which may hold several.
QString enumWords(const Column& column, const QString& text);

// "In progress" for inProgress; no word is taken for another one.
QString humpWords(const QString& name);

} // namespace Telamon
