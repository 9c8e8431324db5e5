// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
#endif

#include <type_traits>

namespace Telamon {

// One test of a program that holds those of a folder. They share a program because to build and to link one
// for each takes longer than all else that they need; each run is of one test alone ("tests_ui test_charts
// [QTest's arguments]").
class TestOfProgram {
public:
    using Run = int (*)(int argumentCount, char** arguments);

    // `file`: the test's own, whose name without its folder and ending is the test's.
    TestOfProgram(const char* file, Run runOne);

    static const TestOfProgram* find(QByteArrayView name); // null: there is none of this name
    static QByteArrayList names();

    int run(int argumentCount, char** arguments) const { return m_run(argumentCount, arguments); }

private:
    QByteArray m_name;
    Run m_run;
};

template <typename Application, typename Test> int runTest(int argumentCount, char** arguments)
{
    const Application application(argumentCount, arguments);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
#if defined(QT_WIDGETS_LIB)
    if constexpr (std::is_same_v<Application, QApplication>)
        QApplication::setDoubleClickInterval(0); // a test need not read each step before it goes on
#endif
    Test test;
    return QTest::qExec(&test, argumentCount, arguments);
}

} // namespace Telamon

#define TELAMON_TEST_WITH(Application, Test)                                                                 \
    static const Telamon::TestOfProgram programHas##Test(__FILE__, Telamon::runTest<Application, Test>);

// At the end of a test's file, in place of QTEST_GUILESS_MAIN and QTEST_MAIN.
#define TELAMON_TEST(Test) TELAMON_TEST_WITH(QCoreApplication, Test)
#define TELAMON_WIDGET_TEST(Test) TELAMON_TEST_WITH(QApplication, Test)
#define TELAMON_GUI_TEST(Test) TELAMON_TEST_WITH(QGuiApplication, Test)
