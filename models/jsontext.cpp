// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontext.h"

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
        || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

QString escaped(QChar c)
{
    return u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
}

bool isBracketPair(QChar open, QChar close)
{
    return (open == u'{' && close == u'}') || (open == u'[' && close == u']');
}

qsizetype skipBlanks(const QString& text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

class Layout {
public:
    explicit Layout(const QString& text) : m_text(text) { m_out.reserve(text.size() * 3 / 2); }

    QString run()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at)
            m_inString ? inString() : outside();
        return m_out;
    }

private:
    void inString()
    {
        const QChar c = m_text[m_at];
        if (isInvisible(c)) {
            m_out += escaped(c);
            return;
        }
        if (c.isHighSurrogate() && m_at + 1 < m_text.size() && m_text[m_at + 1].isLowSurrogate()) {
            const QChar low = m_text[++m_at];
            const bool isHidden =
                QChar::category(QChar::surrogateToUcs4(c, low)) == QChar::Other_Format; // tags
            m_out += isHidden ? QString(escaped(c) + escaped(low)) : QString(QString(c) + low);
            return;
        }
        m_out += c;
        if (c == u'\\' && m_at + 1 < m_text.size())
            m_out += m_text[++m_at];
        else if (c == u'"')
            m_inString = false;
    }

    void outside()
    {
        const QChar c = m_text[m_at];
        if (c.isSpace())
            return;
        if (c == u'{' || c == u'[') {
            open(c);
        } else if (c == u'}' || c == u']') {
            m_depth = qMax(0, m_depth - 1);
            newLine();
            m_out += c;
        } else if (c == u',') {
            m_out += c;
            newLine();
        } else if (c == u':') {
            m_out += u": "_s;
        } else {
            m_inString = c == u'"';
            m_out += isInvisible(c) ? escaped(c) : QString(c);
        }
    }

    void open(QChar bracket)
    {
        m_out += bracket;
        const qsizetype next = skipBlanks(m_text, m_at + 1);
        if (next < m_text.size() && isBracketPair(bracket, m_text[next])) {
            m_out += m_text[next];
            m_at = next;
            return;
        }
        ++m_depth;
        newLine();
    }

    void newLine()
    {
        m_out += u'\n';
        m_out += QString(qMin(m_depth, 64) * 2, u' ');
    }

    const QString& m_text;
    QString m_out;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_inString = false;
};

} // namespace

QString prettyJson(const QByteArray& json)
{
    const QString text = QString::fromUtf8(json);
    return Layout(text).run();
}

} // namespace Telamon
