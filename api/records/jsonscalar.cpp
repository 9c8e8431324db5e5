// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/jsonscalar.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace Telamon {

namespace {
bool isNumberStart(std::string_view token)
{
    const std::size_t digit = !token.empty() && token.front() == '-' ? 1 : 0;
    return digit < token.size() && token[digit] >= '0' && token[digit] <= '9';
}

// Four hexadecimal digits at `at`, or -1.
int codeUnit(std::string_view text, std::size_t at)
{
    if (at + 4 > text.size())
        return -1;
    int value = 0;
    const char* end = text.data() + at + 4;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value, 16);
    return error == std::errc() && stop == end ? value : -1;
}

void appendUtf8(std::string& out, unsigned point)
{
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (point & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | (point >> 18));
        out += static_cast<char>(0x80 | ((point >> 12) & 0x3f));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (point & 0x3f));
    }
}

// Reads the hexadecimal digits behind "\u", and the other half of a pair; returns where to go on.
std::size_t appendCodeUnits(std::string_view text, std::size_t at, std::string& out)
{
    constexpr unsigned Replacement = 0xfffd;
    const int first = codeUnit(text, at);
    if (first < 0) {
        appendUtf8(out, Replacement);
        return at;
    }
    at += 4;
    if (first < 0xd800 || first > 0xdfff) {
        appendUtf8(out, static_cast<unsigned>(first));
        return at;
    }
    const int second = first < 0xdc00 && text.substr(at, 2) == "\\u" ? codeUnit(text, at + 2) : -1;
    if (second < 0xdc00 || second > 0xdfff) {
        appendUtf8(out, Replacement);
        return at;
    }
    appendUtf8(out, static_cast<unsigned>(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)));
    return at + 6;
}
} // namespace

std::optional<qint64> jsonInteger(std::string_view token)
{
    if (!isNumberStart(token))
        return {};
    qint64 value = 0;
    const char* end = token.data() + token.size();
    const auto [stop, error] = std::from_chars(token.data(), end, value);
    if (error == std::errc() && stop == end)
        return value == std::numeric_limits<qint64>::min() ? std::nullopt : std::optional(value);
    const std::optional<double> number = error == std::errc() ? jsonNumber(token) : std::nullopt;
    constexpr double Limit = 9007199254740992.0; // beyond 2^53 a double is no longer exact
    if (!number || std::abs(*number) > Limit || std::trunc(*number) < *number
        || std::trunc(*number) > *number)
        return {};
    return static_cast<qint64>(*number);
}

std::optional<double> jsonNumber(std::string_view token)
{
    if (!isNumberStart(token))
        return {};
    double value = 0;
    const char* end = token.data() + token.size();
    const auto [stop, error] = std::from_chars(token.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value))
        return {};
    return value;
}

std::string unescapedJson(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i++];
            continue;
        }
        const char escape = text[i + 1];
        i += 2;
        switch (escape) {
        case 'b':
            out += '\b';
            break;
        case 'f':
            out += '\f';
            break;
        case 'n':
            out += '\n';
            break;
        case 'r':
            out += '\r';
            break;
        case 't':
            out += '\t';
            break;
        case 'u':
            i = appendCodeUnits(text, i, out);
            break;
        default:
            out += escape;
        }
    }
    return out;
}

} // namespace Telamon
