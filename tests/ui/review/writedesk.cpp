// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/writedesk.h"

#include "models/forms/formmodel.h"
#include "models/session.h"
#include "ui/forms/formview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// The path's values, by the template's names.
QMap<QString, QJsonValue> pathValues(const Operation& operation, const QByteArray& target)
{
    QMap<QString, QJsonValue> values;
    const QStringList wanted = operation.path.split(u'/');
    const QStringList given = QString("/api/atlas/v2/"_L1 + QString::fromUtf8(target)).split(u'/');
    for (qsizetype i = 0; i < std::min(wanted.size(), given.size()); ++i) {
        const qsizetype open = wanted.at(i).indexOf(u'{');
        const qsizetype close = wanted.at(i).indexOf(u'}');
        if (open < 0)
            continue;
        const qsizetype suffix = wanted.at(i).size() - close - 1; // ":pinFeatureCompatibilityVersion"
        values.insert(wanted.at(i).mid(open + 1, close - open - 1), given.at(i).chopped(suffix));
    }
    return values;
}

} // namespace

WriteDesk::WriteDesk(bool isReadOnly)
{
    if (!console.connectToSandbox(isReadOnly))
        return;
    journal = console.recordChanges();
    if (!journal)
        return;
    m_raw = std::make_unique<RawClient>(console.server());
    m_places = std::make_unique<Places>(*m_raw);
}

bool WriteDesk::open(const SampleRequest& sample)
{
    const Operation& operation = console.catalog().operation(QString::fromLatin1(sample.operation));
    const QMap<QString, QJsonValue> path = pathValues(operation, filled(sample.target));
    console.watchdog().restart(); // what filled in the names waits on a socket
    dialog = new ChangeDialog(
        console.session(), console.drafts(), {.operation = &operation, .fixed = path}, &console.window());
    dialog->open();
    // Where there is nothing to say the review comes at once.
    return QTest::qWaitFor([this] {
        const ChangeDialog::Step step = dialog->step();
        return step == ChangeDialog::Step::Form || step == ChangeDialog::Step::Review;
    });
}

bool WriteDesk::isReadingNames() const
{
    static const QRegularExpression bareId(u"\\A[0-9a-f]{24}\\z"_s);
    const QList<QLineEdit*> edits = dialog->findChildren<QLineEdit*>();
    const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
    return std::any_of(edits.cbegin(), edits.cend(),
               [](const QLineEdit* each) { return each->placeholderText().startsWith("Reading"_L1); })
        || std::any_of(labels.cbegin(), labels.cend(),
            [](const QLabel* each) { return each->isVisible() && bareId.match(each->text()).hasMatch(); });
}

void WriteDesk::picture(const QString& what) const
{
    if (!isPictured())
        return;
    // Names for what is picked come when their lists do; what no list knows stays an id.
    (void)QTest::qWaitFor([this] { return !isReadingNames(); }, 2000);
    QTRY_VERIFY(dialog->form()); // it is made and laid out in the turns after the state has come
    const QString name =
        qEnvironmentVariable("TELAMON_PICTURES") + u'/' + dialog->model().operation().id + u'-' + what;
    for (const auto& [theme, ending] :
        {std::pair(Theme::Dark, "-dark.png"_L1), std::pair(Theme::Light, "-light.png"_L1)}) {
        applyTheme(*qApp, theme);
        // What is laid out in one turn has its scroll bars in a later one.
        constexpr int turns = 4;
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::sendPostedEvents();
        QVERIFY2(dialog->grab().save(name + ending), qPrintable(name));
    }
}

void WriteDesk::pictureOfWholeForm(const QString& what) const
{
    if (!isPictured())
        return;
    const QList<QScrollArea*> areas = dialog->form()->findChildren<QScrollArea*>();
    const auto area =
        std::find_if(areas.cbegin(), areas.cend(), [](const QScrollArea* each) { return each->isVisible(); });
    QVERIFY(area != areas.cend());
    QScrollBar* bar = (*area)->verticalScrollBar();
    bar->setValue(bar->minimum());
    picture(what);
    constexpr char16_t last = u'h';
    for (char16_t part = u'b'; part <= last && bar->value() < bar->maximum(); ++part) {
        bar->setValue(bar->value() + bar->pageStep() * 9 / 10);
        picture(what + u'-' + part);
    }
}

} // namespace Telamon
