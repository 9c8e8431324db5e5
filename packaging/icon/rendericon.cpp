// SPDX-License-Identifier: GPL-3.0-or-later
// rendericon SVG TARGET...: draws the program's icon for what cannot show SVG. A target is NAME-SIZE.png,
// NAME.ico (Windows) or NAME.icns (macOS); the last two hold a PNG for each size. Run while building; never
// installed.
#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QtEndian>
#include <QTextStream>

#include <iterator>

using namespace Qt::StringLiterals;

namespace {

QByteArray png(QSvgRenderer& drawing, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        drawing.render(&painter);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

template <typename Number> QByteArray little(Number number)
{
    QByteArray bytes(sizeof number, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray big(qsizetype number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(number), bytes.data());
    return bytes;
}

// A directory of 16 bytes an image, then the images. 256 is written as 0.
QByteArray ico(QSvgRenderer& drawing)
{
    constexpr int sizes[] = {16, 20, 24, 32, 40, 48, 64, 128, 256};
    constexpr qsizetype headerSize = 6;
    constexpr qsizetype entrySize = 16;
    QByteArray directory = little(quint16(0)) + little(quint16(1)) + little(quint16(std::size(sizes)));
    QByteArray images;
    for (const int size : sizes) {
        const QByteArray image = png(drawing, size);
        const qsizetype offset = headerSize + entrySize * qsizetype(std::size(sizes)) + images.size();
        directory += little(quint8(size & 0xff)) + little(quint8(size & 0xff)) + little(quint16(0))
            + little(quint16(1)) + little(quint16(32)) + little(quint32(image.size()))
            + little(quint32(offset));
        images += image;
    }
    return directory + images;
}

QByteArray icns(QSvgRenderer& drawing)
{
    struct Kind {
        const char* name;
        int size;
    };
    constexpr Kind kinds[] = {{"icp4", 16}, {"icp5", 32}, {"ic07", 128}, {"ic08", 256}, {"ic09", 512},
        {"ic10", 1024}, {"ic11", 32}, {"ic12", 64}, {"ic13", 256}, {"ic14", 512}};
    constexpr qsizetype headerSize = 8;
    QByteArray images;
    for (const Kind& kind : kinds) {
        const QByteArray image = png(drawing, kind.size);
        images += QByteArray(kind.name) + big(headerSize + image.size()) + image;
    }
    return QByteArray("icns") + big(headerSize + images.size()) + images;
}

QByteArray contentOf(const QString& target, QSvgRenderer& drawing)
{
    if (target.endsWith(".ico"_L1))
        return ico(drawing);
    if (target.endsWith(".icns"_L1))
        return icns(drawing);
    static const QRegularExpression sized(u"-(\\d+)\\.png$"_s);
    const QRegularExpressionMatch match = sized.match(target);
    return match.hasMatch() ? png(drawing, match.captured(1).toInt()) : QByteArray();
}

} // namespace

int main(int argc, char** argv)
{
    QTextStream err(stderr);
    if (argc < 3) {
        err << "usage: rendericon SVG TARGET...\n";
        return 2;
    }
    QSvgRenderer drawing(QString::fromLocal8Bit(argv[1]));
    if (!drawing.isValid()) {
        err << argv[1] << " is no drawing\n";
        return 1;
    }
    for (int i = 2; i < argc; ++i) {
        const QString target = QString::fromLocal8Bit(argv[i]);
        const QByteArray content = contentOf(target, drawing);
        QFile file(target);
        if (content.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
            || !file.flush()) {
            err << target << " cannot be written\n";
            return 1;
        }
    }
    return 0;
}
