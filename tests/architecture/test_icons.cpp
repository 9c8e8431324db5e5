// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QImage rendered(const QString& path, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(path).render(&painter);
    return image;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyIconIsThere_data();
    void everyIconIsThere();
    void canBeTinted_data();
    void canBeTinted();
    void whatStandsSideBySideIsToldApart_data();
    void whatStandsSideBySideIsToldApart();
};

void TestIcons::everyIconIsThere_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"access", "acknowledge", "activity", "add", "alert", "archive", "cloud",
             "delete", "edit", "event", "export", "federation", "journal", "key", "metrics", "migration",
             "bookmark", "network", "person", "pin", "pipeline", "policy", "restore", "resume", "robot",
             "schedule", "search", "undo", "unpin", "backup", "cluster", "columns", "connect", "copy",
             "critical", "filter", "fleet", "flex", "json", "locked", "log", "ok", "organization", "paused",
             "project", "refresh", "searchindex", "settings", "telamon", "unknown", "warning"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestIcons::everyIconIsThere()
{
    QFETCH(QString, name);
    const QString path = u":/telamon/icons/"_s % name % u".svg"_s;
    QVERIFY(QSvgRenderer(path).isValid());
    const QImage image = rendered(path, 16);
    int painted = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            painted += qAlpha(image.pixel(x, y)) > 64;
    QVERIFY2(painted >= 20, "too faint to be seen at 16 pixels");
}

void TestIcons::canBeTinted_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(u":/telamon/icons"_s);
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString& name : names)
        if (name != "telamon.svg"_L1)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

// Where something is painted, it is black: the window replaces the colour and keeps the shape.
void TestIcons::canBeTinted()
{
    QFETCH(QString, path);
    const QImage image = rendered(path, 48);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixel(x, y) & 0x00ffffffu, 0u);
}

void TestIcons::whatStandsSideBySideIsToldApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("clusters and federation") << u"cluster"_s << u"federation"_s;
    QTest::newRow("federation and network") << u"federation"_s << u"network"_s;
}

void TestIcons::whatStandsSideBySideIsToldApart()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    const QImage first = rendered(u":/telamon/icons/"_s % one % u".svg"_s, 16);
    const QImage second = rendered(u":/telamon/icons/"_s % other % u".svg"_s, 16);
    int both = 0;
    int any = 0;
    for (int y = 0; y < first.height(); ++y) {
        for (int x = 0; x < first.width(); ++x) {
            const bool isFirst = qAlpha(first.pixel(x, y)) > 64;
            const bool isSecond = qAlpha(second.pixel(x, y)) > 64;
            both += isFirst && isSecond ? 1 : 0;
            any += isFirst || isSecond ? 1 : 0;
        }
    }
    QVERIFY2(both * 2 < any, qPrintable(u"%1 of %2"_s.arg(both).arg(any)));
}

TELAMON_GUI_TEST(TestIcons)
#include "test_icons.moc"
