// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldtitles.h"

namespace Telamon {

FieldTitles FieldTitles::joined(const QList<QPair<QString, FieldTitles>>& parts)
{
    QList<QPair<QString, RecordShape>> shapes;
    for (const auto& [name, titles] : parts)
        shapes.append({name, titles.m_records});
    return FieldTitles(RecordShape::joined(shapes));
}

} // namespace Telamon
