// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/records/plaintext.h"

namespace Telamon {

namespace {
bool isHidden(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x00ad || c == 0x061c || c == 0x180e
        || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
}

void appendSymbol(QString& out, char16_t c)
{
    if (c < 0x20) {
        out += QChar(static_cast<char16_t>(0x2400 + c)); // the control pictures
    } else if (c == 0x7f) {
        out += QChar(u'␡');
    } else {
        out += u"⟨U+";
        out += QString::number(c, 16).toUpper().rightJustified(4, u'0');
        out += u'⟩';
    }
}
} // namespace

QString visibleText(QStringView text, qsizetype limit)
{
    bool isCut = text.size() > limit;
    if (isCut) {
        text = text.first(limit);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
    }
    QString out;
    out.reserve(text.size() + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t point = QChar::surrogateToUcs4(c, text[i + 1]);
            if (point >= 0xe0000 && point < 0xe0080) // tags: text that nobody sees
                out += u"⟨U+" + QString::number(point, 16).toUpper() + u'⟩';
            else
                out += text.sliced(i, 2);
            ++i;
        } else if (c.isSurrogate()) {
            out += QChar(QChar::ReplacementCharacter);
        } else if (isHidden(c.unicode())) {
            appendSymbol(out, c.unicode());
        } else {
            out += c;
        }
    }
    if (isCut)
        out += u'…';
    return out;
}

} // namespace Telamon
