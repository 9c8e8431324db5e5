// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlines.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <memory>

namespace Telamon {

namespace {

TextLine laidOut(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return {layout.glyphRuns(), line.isValid() ? line.naturalTextWidth() : 0};
}

} // namespace

const TextLine& TextLines::line(const QString& text, const QFont& font, int room, Qt::TextElideMode mode)
{
    if (font != m_font) {
        m_lines.clear();
        m_font = font;
    }
    const TextLine& whole = kept({text});
    return whole.width <= room ? whole : kept({text, room, mode});
}

const TextLine& TextLines::kept(const Key& key)
{
    if (const TextLine* line = m_lines.object(key))
        return *line;
    const bool isWhole = key.room < 0;
    auto line = std::make_unique<TextLine>(
        laidOut(isWhole ? key.text : QFontMetricsF(m_font).elidedText(key.text, key.mode, key.room), m_font));
    TextLine* const made = line.get();
    m_lines.insert(key, line.release(), std::min(m_lines.maxCost(), key.text.size() + 1));
    return *made;
}

} // namespace Telamon
