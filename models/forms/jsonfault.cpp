// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/jsonfault.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Telamon {

using namespace Qt::StringLiterals;

namespace {

class FaultFinder {
    Q_DECLARE_TR_FUNCTIONS(JsonFault)

public:
    explicit FaultFinder(const QByteArray& text) : m_text(text) { }

    std::optional<JsonFault> find()
    {
        if (readValue(0) && (skipSpace(), m_at < m_text.size()))
            fail(tr("there is %1 after the end of the value").arg(met()));
        return m_fault;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
    }
    bool isAt(char sign) const { return m_at < m_text.size() && m_text.at(m_at) == sign; }
    bool fail(const QString& sentence)
    {
        if (!m_fault)
            m_fault = JsonFault {m_at, sentence};
        return false;
    }

    // Up to what separates.
    QByteArray word() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !QByteArrayView(",:[]{}\" \t\r\n").contains(m_text.at(end)))
            ++end;
        return m_text.mid(m_at, end - m_at);
    }
    // What stands here, for a person.
    QString met() const
    {
        constexpr qsizetype mostLetters = 24;
        if (m_at >= m_text.size())
            return tr("nothing more");
        const QString whole = QString::fromUtf8(word());
        if (whole.isEmpty())
            return isAt('"') ? tr("a text in quotes") : QString(QChar::fromLatin1(m_text.at(m_at)));
        return whole.size() > mostLetters ? QString(whole.left(mostLetters) + u'…') : whole;
    }
    static QString anyValue() { return tr("true, false, null, a number, a text in quotes, {…} or […]"); }

    bool readValue(int depth)
    {
        constexpr int deepest = 500;
        skipSpace();
        if (depth > deepest)
            return fail(tr("it is too deep"));
        if (isAt('{'))
            return readMembers(depth);
        if (isAt('['))
            return readItems(depth);
        if (isAt('"'))
            return readText();
        static const QRegularExpression number(u"\\A-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"_s);
        const QByteArray here = word();
        if (here == "true" || here == "false" || here == "null") {
            m_at += here.size();
            return true;
        }
        if (number.match(QString::fromUtf8(here)).hasMatch()) {
            bool isHeld = false;
            here.toDouble(&isHeld);
            if (!isHeld)
                return fail(tr("%1 is too large a number").arg(met()));
            m_at += here.size();
            return true;
        }
        return fail(tr("there is %1, expected is %2").arg(met(), anyValue()));
    }

    // After a member or an item: the next one, the end, or neither.
    bool goesOn(char end, bool* isEnd)
    {
        skipSpace();
        *isEnd = isAt(end);
        if (!*isEnd && !isAt(','))
            return fail(tr("there is %1, expected is , or %2").arg(met(), QChar::fromLatin1(end)));
        ++m_at;
        skipSpace();
        if (!*isEnd && isAt(end))
            return fail(tr("there is %1, expected is what comes after the ,").arg(met()));
        return true;
    }

    bool readMembers(int depth)
    {
        ++m_at;
        skipSpace();
        bool isEnd = isAt('}');
        if (isEnd)
            ++m_at;
        while (!isEnd) {
            skipSpace();
            if (!isAt('"'))
                return fail(tr("there is %1, expected is a name in quotes").arg(met()));
            if (!readText())
                return false;
            skipSpace();
            if (!isAt(':'))
                return fail(tr("there is %1, expected is : after the name").arg(met()));
            ++m_at;
            if (!readValue(depth + 1) || !goesOn('}', &isEnd))
                return false;
        }
        return true;
    }

    bool readItems(int depth)
    {
        ++m_at;
        skipSpace();
        bool isEnd = isAt(']');
        if (isEnd)
            ++m_at;
        while (!isEnd) {
            if (!readValue(depth + 1) || !goesOn(']', &isEnd))
                return false;
        }
        return true;
    }

    bool readText()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_text.size() && m_text.at(m_at) != '"' && m_text.at(m_at) != '\n') {
            if (m_text.at(m_at) == '\\' && !readEscape())
                return false;
            ++m_at;
        }
        if (isAt('"')) {
            ++m_at;
            return true;
        }
        m_at = begin;
        return fail(tr("the text that begins here has no closing quote on its line"));
    }
    // To the last sign of it.
    bool readEscape()
    {
        const auto isHex = [](char sign) { return QByteArrayView("0123456789abcdefABCDEF").contains(sign); };
        const char sign = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : '\0';
        const QByteArray digits = m_text.mid(m_at + 2, 4);
        const bool isCode =
            sign == 'u' && digits.size() == 4 && std::all_of(digits.begin(), digits.end(), isHex);
        if (!isCode && (sign == '\0' || !QByteArrayView("\"\\/bfnrt").contains(sign)))
            return fail(tr("a \\ in a text is written \\\\"));
        m_at += isCode ? 5 : 1;
        return true;
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
    std::optional<JsonFault> m_fault;
};

} // namespace

std::optional<JsonFault> jsonFaultIn(const QByteArray& text)
{
    return FaultFinder(text).find();
}

} // namespace Telamon
