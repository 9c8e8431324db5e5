// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <string_view>
#include <vector>

namespace Telamon {

// One text of a record: UTF-8 that lies in the answer or in a TextArena, which outlive it. A text with
// characters beyond ASCII has its case-folded form right behind it, so that a filter never folds while it
// scans.
struct TextCell {
    const char* data = nullptr; // null: unknown
    quint32 size = 0;
    quint32 foldedSize = 0; // 0: ASCII

    bool isKnown() const { return data != nullptr; }
    bool isAscii() const { return foldedSize == 0; }
    std::string_view view() const { return {data, size}; }
    std::string_view folded() const { return {data + size, foldedSize}; }
};

// Bytes that never move, so that TextCells may point at them.
class TextArena {
public:
    char* take(std::size_t size);
    TextCell store(std::string_view text); // a copy, with its folded form where that differs from ASCII
    std::size_t capacity() const { return m_capacity; }

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_free = nullptr;
    std::size_t m_left = 0;
    std::size_t m_capacity = 0;
};

bool isAscii(std::string_view text);
bool isPlainJson(std::string_view token); // ASCII, and nothing escaped
QByteArray foldedText(std::string_view text); // composed, case folded UTF-8

// Whether the text contains the needle (folded, not empty) without regard to case.
bool containsFolded(const TextCell& text, std::string_view needle);

// Bytes whose plain order is the order in which a person expects texts: without regard to case and accents,
// numbers by value ("shard-2" before "shard-10"). Appended to `out`.
void appendSortKey(const TextCell& text, QByteArray& out);

} // namespace Telamon
