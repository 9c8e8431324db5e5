// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/hostiletexts.h"

namespace Telamon {

using namespace Qt::StringLiterals;

QString hostileMarker()
{
    return u"zq7"_s;
}

QList<QString> hostileTexts(const QString& pictureFile)
{
    const QString image = u"<img src=\"file://%1\">"_s.arg(pictureFile);
    QList<QString> texts {u"<b>zq7 bold</b>"_s, image + u" zq7"_s, u"zq7 <img src='%1'/>"_s.arg(pictureFile),
        u"<a href=\"https://evil.example\">zq7 sign in</a>"_s, u"<html><body>zq7</body></html>"_s,
        u"<!DOCTYPE html>zq7"_s, u"<p>zq7<p style='font-size:90px'>x"_s, u"zq7<br>second line"_s,
        u"<table><tr><td>zq7</td></tr></table>"_s, u"<script>alert('zq7')</script>"_s,
        u"<style>*{display:none}</style>zq7"_s, u"zq7 &lt;b&gt; &amp; &#8238;"_s,
        u"<font color=white>zq7</font>"_s, u"<b zq7 never closed"_s, u"![zq7](file://%1)"_s.arg(pictureFile),
        u"# zq7 **markdown**"_s, u"zq7 \u202E gnp.exe"_s, u"\u2066zq7\u2069\u2067right\u2069"_s,
        u"zq7\u200Bzero\u200Dwidth\u2060\uFEFF"_s, u"zq7\u061C\u200E\u200F"_s, u"zq7\u00ADsoft\u180Ehyphen"_s,
        u"zq7 ends\u2028here\u2029"_s, QString(u"zq7 nul"_s).insert(3, QChar(QChar::Null)),
        u"zq7\u0007\u0008\u001B[2J\u001B[31mred"_s, u"zq7\u007F\u0085\u009B31m"_s, u"zq7\nsecond\r\nthird"_s,
        u"\n\n\n\n\n\n\n\nzq7"_s, u"zq7\ttab\ttab"_s, u"   zq7   "_s,
        u"zq7 Z"_s + QString(200, QChar(0x0301)) + u"a\u0337\u0332"_s,
        u"zq7 \u05E9\u05DC\u05D5\u05DD \u0645"_s, u"zq7 "_s + QChar(0xD800),
        u"zq7 "_s + QChar(0xDC00) + u" low first"_s, u"zq7 \U000E0041\U000E0042 tags"_s,
        u"zq7 \U0001F600\U0001F468\u200D\U0001F469"_s, u"zq7 %n %1 %2 %99 %L1"_s, u"%1zq7%1"_s,
        u"&zq7 &mnemonic &&"_s, u"zq7 [*] changed"_s, u"zq7 {0} ${jndi:ldap://x} $(reboot) `id`"_s,
        u"=cmd|'/c calc'!A1 zq7"_s, u"@SUM(zq7)"_s, u"'; DROP TABLE zq7; --"_s, u"../../zq7/../.."_s,
        u"zq7\\u202e\\n\\\""_s, u"\"zq7\": {\"a\": [1]}"_s, u"zq7\uFFF9a\uFFFAb\uFFFB\uFFFF"_s,
        u"zq7\u3164\u115F\u00A0blank"_s, u"zq7 "_s + QString(100000, u'W'),
        u"zq7 "_s + QString(u"<b>"_s).repeated(20000)};
    Q_ASSERT(texts.size() >= 50);
    return texts;
}

namespace {

QByteArray jsonString(const QString& text, char16_t firstEscaped)
{
    QString json = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            json += u'\\';
        if (c.unicode() >= 0x20 && c.unicode() < firstEscaped)
            json += c;
        else
            json += "\\u"_L1 + QString::number(c.unicode(), 16).rightJustified(4, u'0');
    }
    return (json + u'"').toUtf8();
}

} // namespace

QByteArray toJsonString(const QString& text)
{
    return jsonString(text, 0x7f);
}

QByteArray toRawJsonString(const QString& text)
{
    return jsonString(text, 0xffff);
}

} // namespace Telamon
