// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QGlyphRun>
#include <QString>

namespace Telamon {

// A single line of text as it is drawn.
struct TextLine {
    QList<QGlyphRun> runs; // from the line's left end; y 0 is its top
    qreal width = 0;
};

// Lines of text that need not be laid out again when they are drawn again. Of one font: another one begins
// anew.
class TextLines {
public:
    // Elided where it has not enough room. Valid until the next call.
    const TextLine& line(const QString& text, const QFont& font, int room, Qt::TextElideMode mode);

private:
    struct Key {
        QString text;
        int room = -1; // -1: enough
        Qt::TextElideMode mode = Qt::ElideNone;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.text, key.room, int(key.mode));
        }
    };
    const TextLine& kept(const Key& key);

    QFont m_font;
    QCache<Key, TextLine> m_lines {16384}; // letters
};

} // namespace Telamon
