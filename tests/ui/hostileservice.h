// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Telamon {

namespace Sandbox {
class Faults;
}

// The id of the organisation, project and record that bears the text of this number.
QString hostileId(qsizetype number);

// From now on the service has one organisation and one project a text; the first project has a cluster a
// text, each cluster an index and a snapshot a text. `isRaw`: in UTF-8 rather than in JSON's escapes.
void serveHostileNames(Sandbox::Faults& faults, const QList<QString>& texts, bool isRaw);

// The next list of alerts is refused with the text in every field.
void refuseWithHostileText(Sandbox::Faults& faults, const QString& text);

} // namespace Telamon
