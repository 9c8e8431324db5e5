// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tourscenes.h"

#include "models/forms/formmodel.h"
#include "models/recordmodel.h"
#include "models/series/seriesmodel.h"
#include "ui/activity/activitydock.h"
#include "ui/charts/chartpanel.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagechart.h"
#include "ui/pages/pagedescription.h"
#include "ui/pages/recordpage.h"
#include "ui/review/changedialog.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/recordview.h"

#include <QAction>
#include <QJsonObject>
#include <QJsonValue>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

using Step = TourScene::Step;
using FormStep = ChangeDialog::Step;

ChangeDialog* dialogOf(const MainWindow& window)
{
    const auto dialogs = window.findChildren<ChangeDialog*>();
    const auto shown = std::find_if(
        dialogs.cbegin(), dialogs.cend(), [](const ChangeDialog* dialog) { return dialog->isVisible(); });
    return shown == dialogs.cend() ? nullptr : *shown;
}

// On the first row that it is for.
Step open(const QByteArray& operationId)
{
    return [operationId](MainWindow& window) {
        RecordPage& page = *window.currentPage();
        const std::vector<PageAction>& actions = page.description().actions;
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
            [&operationId](const PageAction& action) { return action.operationId == operationId; });
        if (found == actions.cend())
            return false;
        QAction* action = page.actions().pageActions().at(found - actions.cbegin());
        for (int row = 0; row < page.model().rowCount() && !action->isEnabled(); ++row)
            page.view().selectRow(row);
        action->trigger();
        return dialogOf(window) != nullptr;
    };
}

Step waitFor(FormStep step)
{
    return [step](MainWindow& window) {
        const ChangeDialog* dialog = dialogOf(window);
        return dialog && dialog->step() == step;
    };
}

Step fill(const QList<std::pair<QString, QJsonValue>>& values)
{
    return [values](MainWindow& window) {
        for (const auto& [pointer, value] : values)
            dialogOf(window)->model().setValue(pointer, value);
        return true;
    };
}

Step press(QPushButton* (ChangeDialog::*button)() const)
{
    return [button](MainWindow& window) {
        QPushButton* pressed = (dialogOf(window)->*button)();
        if (!pressed->isEnabled())
            return false;
        pressed->click();
        return true;
    };
}

// Without leaving a draft, which the next one would begin with.
bool closeForm(MainWindow& window)
{
    ChangeDialog* dialog = dialogOf(window);
    if (dialog->step() == FormStep::Form)
        dialog->model().resetToStart(u"/body"_s);
    dialog->reject();
    return true;
}

Step unfoldChart(bool isUnfolded)
{
    return [isUnfolded](MainWindow& window) {
        window.currentPage()->chart()->panel().setUnfolded(isUnfolded);
        return true;
    };
}

Step showChartAsTable(bool isTable)
{
    return [isTable](MainWindow& window) {
        window.currentPage()->chart()->panel().setTableShown(isTable);
        return true;
    };
}

// The middle of what the chart shows, once it shows something.
bool selectInChart(MainWindow& window)
{
    RecordPage& page = *window.currentPage();
    const SeriesModel& series = page.chart()->series();
    const auto filter = series.filterFor(series.rowCount() / 3, series.rowCount() / 2);
    if (filter)
        page.filterBar().setText(*filter);
    return filter.has_value();
}

bool clearFilter(MainWindow& window)
{
    window.currentPage()->filterBar().setText({});
    return true;
}

QList<std::pair<QString, QJsonValue>> index(const QString& name)
{
    return {{u"/body/database"_s, u"shop"_s}, {u"/body/collectionName"_s, u"products"_s},
        {u"/body/name"_s, name}, {u"/body/type"_s, u"search"_s},
        {u"/body/definition"_s,
            QJsonObject {
                {u"mappings"_s, QJsonObject {{u"dynamic"_s, true}}}, {u"analyzer"_s, u"lucene.german"_s}}}};
}

} // namespace

QWidget* openForm(const MainWindow& window)
{
    return dialogOf(window);
}

std::vector<TourScene> tourScenes(Theme theme)
{
    using Kind = Place::Kind;
    const bool isLight = theme == Theme::Light;
    const QString indexName = isLight ? u"catalogue"_s : u"suggestions"_s;
    const int days = isLight ? 45 : 60;
    const auto send = press(&ChangeDialog::primaryButton);
    return {
        {.name = u"filter"_s,
            .kind = Kind::Fleet,
            .pageId = "fleet",
            .before = {[](MainWindow& window) {
                window.currentPage()->filterBar().setText(u"openAlerts:>0"_s);
                return true;
            }},
            .after = {clearFilter}},
        {.name = u"chart"_s,
            .kind = Kind::Fleet,
            .pageId = "fleet",
            .before = {unfoldChart(true)},
            .after = {unfoldChart(false)}},
        {.name = u"chart-selection"_s,
            .kind = Kind::Cluster,
            .pageId = "accessHistory",
            .needsRows = true,
            .before = {selectInChart},
            .after = {clearFilter}},
        {.name = u"chart-as-table"_s,
            .kind = Kind::Cluster,
            .pageId = "snapshots",
            .needsRows = true,
            .before = {showChartAsTable(true)},
            .after = {showChartAsTable(false)}},
        {.name = u"form"_s,
            .kind = Kind::Cluster,
            .pageId = "searchIndexes",
            .before = {open("createGroupClusterSearchIndex"), waitFor(FormStep::Form),
                fill(index(indexName))},
            .after = {closeForm}},
        {.name = u"form-refused"_s,
            .kind = Kind::Cluster,
            .pageId = "searchIndexes",
            .before = {open("createGroupClusterSearchIndex"), waitFor(FormStep::Form),
                fill({{u"/body/database"_s, u"shop"_s}, {u"/body/name"_s, QString()},
                    {u"/body/definition"_s, QJsonObject {{u"numPartitions"_s, 3}}}}),
                press(&ChangeDialog::missingButton)},
            .after = {closeForm}},
        {.name = u"review"_s,
            .kind = Kind::Cluster,
            .pageId = "archives",
            .needsRows = true,
            .writes = true,
            .before = {open("updateGroupClusterOnlineArchive"), waitFor(FormStep::Form),
                fill({{u"/body/criteria/expireAfterDays"_s, days}}), send, waitFor(FormStep::Review)},
            .after = {send, waitFor(FormStep::End), closeForm}},
        {.name = u"activity"_s,
            .kind = Kind::Cluster,
            .pageId = "searchIndexes",
            .writes = true,
            .before = {open("createGroupClusterSearchIndex"), waitFor(FormStep::Form), fill(index(indexName)),
                send, waitFor(FormStep::Review), send, waitFor(FormStep::End), closeForm,
                [](MainWindow& window) {
                    window.activityDock()->show();
                    return window.activityDock()->count() > 0;
                }},
            .after = {[](MainWindow& window) {
                window.activityDock()->hide();
                return true;
            }}},
        {.name = u"journal"_s, .kind = Kind::Fleet, .pageId = "journal", .writes = true},
    };
}

} // namespace Telamon
