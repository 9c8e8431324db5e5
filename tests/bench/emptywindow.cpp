// SPDX-License-Identifier: GPL-3.0-or-later
// What any Qt Widgets program costs: the baseline for start and memory.
#include "app/firstpaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1200, 800);
    new Telamon::FirstPaint(window);
    window.show();
    return QApplication::exec();
}
