// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"
#include "models/recordload.h"
#include "ui/pages/pagedescription.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QSettings;
class QSplitter;
class QStackedLayout;

namespace Telamon {

class Countdown;
class DetailPane;
class DetailReader;
class ExportBar;
class FactsView;
class FieldTitles;
class FilterBar;
class HealthBar;
class MessageBar;
class PageActions;
class PageChart;
class PageFollow;
class PageLoad;
class RecordView;
class SavedFilters;
class Session;

// One page: a table of records with its filter, its states (reading, failed, empty) and the detail of the
// current one.
class RecordPage : public QWidget {
    Q_OBJECT
public:
    RecordPage(const PageDescription& description, Session& session, Place place, QSettings& settings,
        QWidget* parent = nullptr);
    ~RecordPage() override;

    const PageDescription& description() const { return m_description; }
    const Place& place() const { return m_place; }
    RecordView& view() { return *m_view; }
    RecordModel& model() { return *m_model; }
    DetailPane& detail() { return *m_detail; }
    FilterBar& filterBar() { return *m_filter; }
    SavedFilters& savedFilters() { return *m_savedFilters; }
    PageActions& actions() { return *m_actions; }
    PageFollow* follow() { return m_follow; } // null where nothing is read from the service
    ExportBar& exportBar() { return *m_exportBar; }
    PageChart* chart() const { return m_chart; } // null: the page has none
    HealthBar* health() const { return m_health; } // null: the page has none

    void refresh();
    // What it shows may be otherwise by now: it is read again by refreshIfStale(), which its view calls once
    // the page is shown. A reading that was under way counts as too early.
    void markStale();
    void refreshIfStale();
    void cancel();
    bool isLoading() const;
    bool hasFailed() const; // the last load left a problem
    QString stateSentence() const; // what the page says instead of rows, or about them; empty: nothing
    // For an operation that was found by its name: what an action for it would ask for, and the current row
    // where that is of its kind.
    OperationRequest requestOf(const Operation& operation) const;
    void setDetailShown(bool isShown);
    void focusTable(); // or what stands in its place: it hands the focus on when the table comes
    void setChoice(const QByteArray& key, const QString& value);
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placeRequested(const Telamon::Place& place);
    void operationRequested(const Telamon::OperationRequest& request);
    void addressRequested(const Telamon::PlaceAddress& address);
    void noticeRequested(const QString& sentence);
    void loadingChanged(bool isLoading);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString columnsKey() const; // of the settings
    void arrangeColumns();
    void saveLayout();
    void tidyColumns();
    void buildFacts();
    void fitChart(); // into the room that all else leaves
    void fitFacts(); // as high as they are, until somebody moves what parts them from the detail
    QString titleOf(int row) const;
    QList<FieldTitles> fieldTitlesOf(int row) const; // as each source of the row describes them
    // What the sources told of the row, without what is secret in it.
    QList<QPair<QByteArray, QByteArray>> shownJson(int row) const;
    QStringList whatIsMissing(const QStringList& problems) const;
    void buildLayout();
    void connectParts();
    void buildChoices();
    void buildChoice(const PageChoice& choice);
    void choose(const QByteArray& key, const QString& value);
    void markMistakes(); // where they were typed
    void buildDetail();
    void forgetMessage();
    void readMore(const Read& read);
    void showNote();
    void followMessage(); // what its action does
    void finishLoad(const QStringList& problems, bool wasAborted);
    void showProgress(int finished, int total);
    void showRejection(const QString& why);
    void showPause(const QString& why, std::chrono::milliseconds pause); // before a list is read again
    void updateState();
    void updateCounts();
    void activate(int row);
    void showDetail(int row);
    void showRecord(int row); // in the detail pane
    void readDetail(int row); // of one record, where the service tells more of it
    void refreshDetail();
    void scrollToCurrent(); // once everything has its room
    PageQuery query() const;

    const PageDescription& m_description;
    Session& m_session;
    Place m_place;
    QSettings& m_settings;
    QHash<QByteArray, QString> m_choices;
    FilterBar* m_filter;
    SavedFilters* m_savedFilters;
    QProgressBar* m_progress;
    MessageBar* m_message;
    Countdown* m_pause;
    ExportBar* m_exportBar;
    QSplitter* m_splitter;
    QStackedLayout* m_stack;
    RecordView* m_view;
    FactsView* m_facts = nullptr; // instead of the view, where there is one record
    QLabel* m_state;
    DetailPane* m_detail;
    PageActions* m_actions;
    PageChart* m_chart = nullptr;
    HealthBar* m_health = nullptr;
    RecordModel* m_model = nullptr;
    PageLoad* m_load;
    PageFollow* m_follow = nullptr;
    DetailReader* m_detailReader;
    QList<QPair<QByteArray, QByteArray>> m_listed; // what the list told of the record that is shown
    QString m_hindrance; // why nothing is read for this place; empty: it is
    QString m_rejection; // why an answer could not be read; empty: none
    std::optional<PageNote> m_note; // of the last load that brought what it should
    bool m_isWhole = false; // nothing was said to be missing, the last time that this was known
    bool m_hasLoaded = false;
    bool m_isStale = false;
    bool m_hasFailed = false;
    bool m_isDetailWanted = true;
    bool m_isPartedByHand = false; // facts and detail
};

} // namespace Telamon
