// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordpage.h"

#include "api/catalog/operation.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "models/totals.h"
#include "ui/export/exportbar.h"
#include "ui/pages/detailreader.h"
#include "ui/pages/pageactions.h"
#include "ui/pages/pagefollow.h"
#include "ui/pages/pageload.h"
#include "ui/pages/pagetext.h"
#include "ui/widgets/countdown.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"
#include "ui/widgets/savedfilters.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

RecordPage::RecordPage(
    const PageDescription& description, Session& session, Place place, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_description(description),
      m_session(session),
      m_place(std::move(place)),
      m_settings(settings),
      m_filter(new FilterBar(this)),
      m_savedFilters(new SavedFilters(settings, description.id, *m_filter)),
      m_progress(new QProgressBar(this)),
      m_message(new MessageBar(this)),
      m_pause(new Countdown(this)),
      m_exportBar(new ExportBar(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_stack(new CurrentStack),
      m_view(new RecordView(this)),
      m_state(new QLabel(this)),
      m_detail(new DetailPane(this)),
      m_detailReader(new DetailReader(session, this))
{
    // Of one record, its facts say most already.
    m_isDetailWanted = !description.isSingle || !description.detailTables.empty();
    m_model = description.shared ? &description.shared(session.inventory()) : nullptr;
    if (!m_model && description.kept)
        m_model = description.kept(session, this);
    if (!m_model)
        m_model = description.newModel(this);
    m_model->setClock([&session] { return session.now(); });
    m_model->setWatched(false);
    m_view->setRecordModel(m_model);
    m_view->setAccessibleName(pageText(description.title));
    arrangeColumns();
    m_actions = new PageActions(description, session, m_place, *m_view, this);
    buildLayout();
    m_load = new PageLoad(description, session, *m_model, this);
    connect(m_load, &PageLoad::progressed, this, &RecordPage::showProgress);
    connect(m_load, &PageLoad::finished, this, &RecordPage::finishLoad);
    connect(m_load, &PageLoad::waiting, this, &RecordPage::showPause);
    buildChoices();
    if (!description.kept)
        m_follow = new PageFollow(*this, session.client());
    buildDetail();
    m_detail->setFieldWords(description.fieldWords);
    if (description.isSingle)
        m_detail->showTablesFirst(); // its facts say what the fields do
    connectParts();
    m_hasLoaded = m_model->totalCount() > 0;
    m_filter->setText(m_model->filter());
    showDetail(-1);
    updateCounts();
    tidyColumns();
    if (description.shared && m_hasLoaded && !session.inventory().isLoading())
        finishLoad(session.inventory().problems(), session.inventory().wasAborted());
}

RecordPage::~RecordPage() = default;

PageQuery RecordPage::query() const
{
    return {m_session, m_place, m_choices};
}

void RecordPage::updateCounts()
{
    m_filter->setCounts(m_model->rowCount(), m_model->totalCount());
    m_filter->setTotals(totalTexts(*m_model), totalLines(*m_model));
    m_view->selectCurrent();
    if (m_description.isSingle && m_model->rowCount() > 0 && !m_view->currentIndex().isValid())
        m_view->selectRow(0);
    updateState();
    m_actions->updateActions();
}

void RecordPage::updateState()
{
    const bool loading = isLoading();
    m_progress->setVisible(loading);
    QString sentence;
    if (m_model->rowCount() == 0) {
        if (!m_hindrance.isEmpty())
            sentence = m_hindrance;
        else if (m_model->totalCount() > 0)
            sentence = tr("%1 Press Esc in the filter to show all %2.")
                           .arg(m_filter->mistake().isEmpty() ? tr("No row matches the filter.")
                                                              : m_filter->mistake(),
                               QLocale().toString(m_model->totalCount()));
        else if (loading || m_model->isLoading())
            sentence = tr("Reading %1…").arg(m_session.client().transport().origin().host);
        else if (m_hasFailed)
            sentence =
                m_load->mistakes().isEmpty() ? tr("Nothing could be read.") : tr("Nothing was asked for.");
        else if (m_hasLoaded)
            sentence = pageText(m_description.emptyText);
    }
    m_state->setText(sentence);
    m_stack->setCurrentIndex(sentence.isEmpty() ? 0 : 1);
    const bool isEmpty = m_hasLoaded && m_model->totalCount() == 0 && m_description.choices.empty();
    m_filter->setVisible(!m_facts && !isEmpty);
    m_detail->setVisible(m_isDetailWanted && m_view->currentIndex().isValid() && sentence.isEmpty());
    fitFacts();
}

QString RecordPage::stateSentence() const
{
    const QString message = m_message->text();
    const QString separator = message.isEmpty() || m_state->text().isEmpty() ? QString() : u"\n"_s;
    return message + separator + m_state->text();
}

void RecordPage::focusTable()
{
    m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void RecordPage::activate(int row)
{
    if (m_description.target) {
        if (const auto place = m_description.target(*m_model, row))
            Q_EMIT placeRequested(*place);
        return;
    }
    setDetailShown(true);
}

void RecordPage::setDetailShown(bool isShown)
{
    m_isDetailWanted = isShown;
    if (isShown && m_view->currentIndex().isValid())
        showDetail(m_view->currentIndex().row());
    updateState();
    if (!isShown)
        m_view->setFocus(Qt::OtherFocusReason);
}

void RecordPage::showDetail(int row)
{
    m_detailReader->stop();
    m_actions->updateActions();
    if (row < 0) {
        m_detail->showNothing();
        m_detail->hide();
        return;
    }
    if (m_isDetailWanted) {
        showRecord(row);
        m_detail->show();
        scrollToCurrent();
    }
}

void RecordPage::showRecord(int row)
{
    m_listed = shownJson(row);
    m_detail->setNow(m_session.now());
    m_detail->showRecord(titleOf(row), m_listed, fieldTitlesOf(row));
    readDetail(row);
}

void RecordPage::readDetail(int row)
{
    if (!m_description.detail)
        return;
    if (const Read read = m_description.detail(query(), *m_model, row); !read.operationId.isEmpty())
        m_detailReader->readSoon(read);
}

// The list was read again: the record that is shown may have changed, or be gone.
void RecordPage::refreshDetail()
{
    const QModelIndex current = m_view->currentIndex();
    if (!m_isDetailWanted || !current.isValid() || m_detail->isHidden())
        return;
    if (shownJson(current.row()) != m_listed)
        showRecord(current.row());
    else
        readDetail(current.row());
    m_actions->updateActions();
}

void RecordPage::scrollToCurrent()
{
    QTimer::singleShot(0, m_view, [this] { m_view->scrollTo(m_view->currentIndex()); });
}

// The ages of a page that is kept, but not looked at, are counted when it is looked at again.
void RecordPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model->setWatched(true);
}

void RecordPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_model->setWatched(false);
}

// The page's own action counts before those of others, which know no row.
OperationRequest RecordPage::requestOf(const Operation& operation) const
{
    const int row = m_view->isOneMeant() ? m_view->currentIndex().row() : -1;
    const auto isFor = [&operation](const PageAction& action) {
        return !action.make && operation.id == QLatin1StringView(action.operationId);
    };
    const PageAction* found = nullptr;
    bool isOwn = false;
    for (const PageAction& action : m_description.actions) {
        isOwn = isFor(action)
            && (!action.needsRow || (row >= 0 && unmetCondition(action, *m_model, row) == nullptr));
        if (isOwn) {
            found = &action;
            break;
        }
    }
    for (const PageDescription& page : pageTable()) {
        const auto action = std::find_if(page.actions.cbegin(), page.actions.cend(), isFor);
        if (!found && action != page.actions.cend())
            found = &*action;
    }
    const bool isOther = !isOwn && row >= 0; // at most the row's place is meant
    const Place place =
        isOther && m_description.target ? m_description.target(*m_model, row).value_or(m_place) : m_place;
    const OperationRequest plain = requestAt(place, operation);
    OperationRequest request = found ? requestFor(*found, place, *m_model, isOwn ? row : -1) : plain;
    for (auto it = plain.fixed.cbegin(); it != plain.fixed.cend(); ++it) {
        if (!request.fixed.contains(it.key()))
            request.fixed.insert(it.key(), it.value());
    }
    if (!isOther || !m_description.detail)
        return request;
    // What reads the row knows how it is named.
    const Read read = m_description.detail(query(), *m_model, row);
    for (const Parameter& each : operation.parameters) {
        const QJsonValue value = read.arguments.parameters.value(each.name, QJsonValue::Undefined);
        if (each.in == Parameter::In::Path && !value.isUndefined() && !request.fixed.contains(each.name))
            request.fixed.insert(each.name, value);
    }
    return request;
}

void RecordPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isLoading()) {
        cancel();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_detail->isVisible()) {
        setDetailShown(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Telamon
