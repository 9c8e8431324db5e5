// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/pagefacts.h"

namespace Telamon {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Walks the members of the outermost object; values are skipped by their brackets and quotes.
class Walker {
public:
    explicit Walker(QByteArrayView json) : m_json(json) { }

    PageFacts walk()
    {
        PageFacts facts;
        skipSpace();
        if (!take('{'))
            return facts;
        while (m_at < m_json.size() && peek() != '}') {
            const QByteArrayView name = string();
            skipSpace();
            if (!take(':'))
                break;
            skipSpace();
            if (name == "results" && peek() == '[') {
                const qsizetype from = m_at;
                facts.records = countRecords();
                facts.results = m_json.sliced(from, m_at - from).trimmed();
            } else if (name == "totalCount") {
                facts.totalCount = number();
            } else {
                skipValue();
            }
            skipSpace();
            if (!take(','))
                break;
            skipSpace();
        }
        facts.isWhole = take('}') && m_at == m_json.size();
        return facts;
    }

private:
    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }

    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        skipSpace();
        return true;
    }

    void skipSpace()
    {
        while (isSpace(peek()))
            ++m_at;
    }

    // With the quotes behind it afterwards; empty where there is none.
    QByteArrayView string()
    {
        if (peek() != '"')
            return {};
        const qsizetype from = ++m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        const qsizetype end = qMin(m_at, m_json.size());
        m_at = qMin(end + 1, m_json.size());
        return m_json.sliced(from, end - from);
    }

    void skipValue()
    {
        int depth = 0;
        while (m_at < m_json.size()) {
            const char c = peek();
            if (depth == 0 && (c == ',' || c == '}' || c == ']'))
                return;
            if (c == '"') {
                string();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= c == '}' || c == ']' ? 1 : 0;
            ++m_at;
        }
    }

    qint64 number()
    {
        const qsizetype from = m_at;
        skipValue();
        bool isNumber = false;
        const qint64 value = m_json.sliced(from, m_at - from).trimmed().toByteArray().toLongLong(&isNumber);
        return isNumber ? value : -1;
    }

    qsizetype countRecords()
    {
        qsizetype count = 0;
        take('[');
        while (m_at < m_json.size() && peek() != ']') {
            skipValue();
            ++count;
            if (!take(','))
                break;
        }
        take(']');
        return count;
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

} // namespace

PageFacts pageFacts(const QByteArray& json)
{
    return Walker(json).walk();
}

} // namespace Telamon
