// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/consolestyle.h"

#include <QApplication>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QStyle>
#include <QSvgRenderer>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// Draws a one-colour SVG in a colour asked for at paint time: light, dark and selected come for free.
class TintedIconEngine : public QIconEngine {
public:
    using Tint = std::function<QColor(QIcon::Mode)>;
    TintedIconEngine(QString file, Tint tint) : m_file(std::move(file)), m_tint(std::move(tint)) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        const QSize pixels = (QSizeF(size) * scale).toSize();
        QPixmap pixmap(pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer renderer(m_file);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), m_tint(mode));
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine* clone() const override { return new TintedIconEngine(m_file, m_tint); }

private:
    QString m_file;
    Tint m_tint;
};

QString iconFile(const QString& name)
{
    return ":/telamon/icons/"_L1 + name + ".svg"_L1;
}

QColor textTint(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::Text);
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    QColor colour = palette.color(QPalette::Text);
    colour.setAlphaF(0.8F);
    return colour;
}

// The edge is for what has to be seen as an outline: at least 3 : 1 against what it stands on. The border
// only divides.
struct Colours {
    QRgb window, base, alternate, text, muted, disabled, button, border, edge, accent, accentText, link,
        toolTip;
};

constexpr Colours lightColours {0xfff4f6f7, 0xffffffff, 0xfff1f5f4, 0xff1c2b2a, 0xff5a6868, 0xff9aa6a6,
    0xfffafbfb, 0xffc9d2d2, 0xff7f8c8c, 0xff0b7a5c, 0xffffffff, 0xff00684a, 0xff21313c};
constexpr Colours darkColours {0xff1b2326, 0xff14191c, 0xff1b2327, 0xffe6eceb, 0xff93a1a1, 0xff69777a,
    0xff263034, 0xff3a474b, 0xff6c7e85, 0xff1f9d78, 0xff07110e, 0xff4fd1a5, 0xff33424a};

QPalette paletteOf(const Colours& colours)
{
    QPalette palette(QColor(colours.button), QColor(colours.window));
    const auto set = [&palette](
                         QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Window, colours.window);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.base);
    set(QPalette::AlternateBase, colours.alternate);
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.muted);
    set(QPalette::Button, colours.button);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.accentText);
    set(QPalette::Highlight, colours.accent);
    set(QPalette::HighlightedText, colours.accentText);
    set(QPalette::Link, colours.link);
    set(QPalette::LinkVisited, colours.link);
    set(QPalette::ToolTipBase, colours.toolTip);
    set(QPalette::ToolTipText, 0xfff4f6f7);
    set(QPalette::Mid, colours.border);
    set(QPalette::Midlight, colours.border);
    set(QPalette::Dark, colours.edge);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colours.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(colours.window));
    return palette;
}

} // namespace

void applyTheme(QApplication& application, Theme theme)
{
    static const QString systemStyle = application.style()->name();
    if (theme == Theme::System && systemStyle.compare("fusion"_L1, Qt::CaseInsensitive) != 0) {
        QApplication::setStyle(systemStyle);
        QApplication::setPalette(QPalette());
        return;
    }
    // Fusion without a desktop's palette looks grey and old; it gets ours.
    const bool wantsDark =
        theme == Theme::Dark || (theme == Theme::System && isDark(application.style()->standardPalette()));
    QApplication::setStyle(new ConsoleStyle);
    QApplication::setPalette(paletteOf(wantsDark ? darkColours : lightColours));
}

QIcon themedIcon(const QString& name)
{
    static QHash<QString, QIcon> cache; // GUI thread only
    auto found = cache.find(name);
    if (found == cache.end())
        found = cache.insert(name, QIcon(new TintedIconEngine(iconFile(name), textTint)));
    return *found;
}

QColor attentionColour(Attention attention, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (attention) {
    case Attention::Critical:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xc2, 0x2b, 0x2b);
    case Attention::Warning:
        return dark ? QColor(0xff, 0xc0, 0x61) : QColor(0xa8, 0x5a, 0x00);
    case Attention::Notice:
        return dark ? QColor(0x7c, 0xc4, 0xff) : QColor(0x1a, 0x5f, 0xb4);
    case Attention::None:
        break;
    }
    return palette.color(QPalette::Text);
}

QIcon attentionIcon(Attention attention)
{
    static QHash<int, QIcon> cache; // GUI thread only
    if (attention == Attention::None)
        return {};
    auto found = cache.find(int(attention));
    if (found == cache.end()) {
        const QString name = attention == Attention::Critical ? u"critical"_s
            : attention == Attention::Warning                 ? u"warning"_s
                                                              : u"notice"_s;
        const auto tint = [attention](QIcon::Mode mode) {
            return mode == QIcon::Selected ? QGuiApplication::palette().color(QPalette::HighlightedText)
                                           : attentionColour(attention, QGuiApplication::palette());
        };
        found = cache.insert(int(attention), QIcon(new TintedIconEngine(iconFile(name), tint)));
    }
    return *found;
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace Telamon
