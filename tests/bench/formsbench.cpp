// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/formsbench.h"

#include "api/catalog/catalog.h"
#include "models/forms/formmodel.h"
#include "tests/bench/report.h"
#include "ui/forms/formview.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Telamon;
using namespace Qt::StringLiterals;

namespace {

constexpr int Turns = 9;
constexpr QSize WindowSize(900, 800);

// A form in a window of its own, as the dialog shows it.
struct ShownForm {
    explicit ShownForm(const Operation& operation) : model(operation), view(new FormView(model, {}, &window))
    {
        (new QVBoxLayout(&window))->addWidget(view);
        window.resize(WindowSize);
        window.show();
        (void)window.grab(); // laid out and painted whole
    }
    ~ShownForm() { delete view; } // before its model

    FormModel model;
    QWidget window;
    FormView* view;
};

QWidget* plainWindow()
{
    auto* window = new QWidget;
    (new QVBoxLayout(window))->addWidget(new QLineEdit(window));
    window->resize(WindowSize);
    window->show();
    (void)window->grab();
    return window;
}

// The form with the most fields that can be written in.
const Operation* largestOf(const Catalog& catalog)
{
    const Operation* largest = nullptr;
    qsizetype most = 0;
    for (const auto& operation : catalog.operations()) {
        const ShownForm form(*operation);
        const qsizetype count = form.window.findChildren<QLineEdit*>().size();
        if (count > most) {
            most = count;
            largest = operation.get();
        }
    }
    return largest;
}

double keystroke(ShownForm& form)
{
    const QList<QLineEdit*> edits = form.window.findChildren<QLineEdit*>();
    const auto found = std::find_if(edits.cbegin(), edits.cend(),
        [](const QLineEdit* each) { return each->isVisible() && each->isEnabled() && !each->isReadOnly(); });
    if (found == edits.cend())
        return 0;
    QLineEdit* edit = *found;
    edit->setFocus();
    return medianTimeOf(25, [edit, &form] {
        QTest::keyClick(edit, Qt::Key_A);
        QCoreApplication::sendPostedEvents();
        (void)form.window.grab(edit->geometry());
    });
}

} // namespace

void benchForms(Report& report)
{
    report.begin(u"Forms"_s);
    auto catalog = Catalog::builtIn();
    if (!catalog)
        return report.say(u"The built-in document cannot be read."_s);
    const Operation* slowest = nullptr;
    double longest = 0;
    for (const auto& operation : catalog.value().operations()) {
        const double time = medianTimeOf(3, [&operation] { const ShownForm form(*operation); });
        if (time > longest) {
            longest = time;
            slowest = operation.get();
        }
    }
    report.add(u"open the slowest form, "_s + slowest->id,
        inPairs(
            Turns, [slowest] { return timeOf([slowest] { const ShownForm form(*slowest); }); },
            [] { return timeOf([] { delete plainWindow(); }); }),
        u"a window with one line"_s, Aim::under(50));
    const Operation* largest = largestOf(catalog.value());
    ShownForm form(*largest);
    const std::unique_ptr<QWidget> plain(plainWindow());
    auto* line = plain->findChild<QLineEdit*>();
    report.add(u"a keystroke in the largest form, "_s + largest->id,
        inPairs(
            Turns, [&form] { return keystroke(form); },
            [&plain, line] {
                return medianTimeOf(25, [&plain, line] {
                    QTest::keyClick(line, Qt::Key_A);
                    QCoreApplication::sendPostedEvents();
                    (void)plain->grab(line->geometry());
                });
            }),
        u"a line alone"_s, Aim::under(8));
}
