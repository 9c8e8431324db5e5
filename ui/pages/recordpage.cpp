// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recordpage.h"

#include "api/catalog/catalog.h"
#include "api/http/apicall.h"
#include "models/inventory.h"
#include "models/recordmodel.h"
#include "models/session.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/recordview.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString pageText(const char* text)
{
    return QCoreApplication::translate("Page", text);
}

} // namespace

RecordPage::RecordPage(
    const PageDescription& description, Session& session, Place place, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_description(description),
      m_session(session),
      m_place(std::move(place)),
      m_settings(settings),
      m_filter(new FilterBar(this)),
      m_progress(new QProgressBar(this)),
      m_message(new MessageBar(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_stack(new QStackedLayout),
      m_view(new RecordView(this)),
      m_state(new QLabel(this)),
      m_detail(new DetailPane(this))
{
    m_model = description.shared ? &description.shared(session.inventory()) : description.newModel(this);
    m_model->setNow(session.now());
    m_view->setRecordModel(m_model);
    m_view->setAccessibleName(pageText(description.title));
    m_view->restoreColumns(settings, u"columns/"_s + QString::fromLatin1(description.id));
    m_view->sortByColumn(
        m_view->horizontalHeader()->sortIndicatorSection(), m_view->horizontalHeader()->sortIndicatorOrder());
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(fontMetrics().height() / 4);
    m_progress->setAccessibleName(tr("Reading"));
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setMargin(fontMetrics().height() * 2);

    auto* table = new QWidget(m_splitter);
    table->setLayout(m_stack);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_state);
    m_splitter->addWidget(table);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->restoreState(settings.value("detail/splitter"_L1).toByteArray());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addWidget(m_splitter, 1);

    buildChoices();
    buildDetail();
    connect(m_filter, &FilterBar::filterChanged, this, [this](const QString& text) {
        m_filter->setMistake(m_model->setFilter(text));
        updateState();
    });
    connect(m_filter, &FilterBar::leaveRequested, this, [this] {
        m_view->setFocus(Qt::ShortcutFocusReason);
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
            m_view->selectRow(0);
    });
    connect(m_filter, &FilterBar::columnsRequested, m_view, &RecordView::showColumnMenu);
    connect(m_model, &RecordModel::countsChanged, this, &RecordPage::updateCounts);
    connect(m_model, &RecordModel::answerRejected, this, [this](const QString& why) {
        m_hasFailed = true;
        m_message->showMessage(MessageBar::Kind::Failure, why, tr("Try again"));
    });
    connect(m_view, &RecordView::recordActivated, this, &RecordPage::activate);
    connect(m_view, &RecordView::currentRecordChanged, this, &RecordPage::showDetail);
    connect(m_message, &MessageBar::actionTriggered, this, &RecordPage::refresh);
    if (description.shared)
        followSharedLoad();
    m_filter->setText(m_model->filter());
    showDetail(-1);
    updateCounts();
}

RecordPage::~RecordPage()
{
    m_view->saveColumns(m_settings, u"columns/"_s + QString::fromLatin1(m_description.id));
    m_settings.setValue("detail/splitter"_L1, m_splitter->saveState());
}

PageQuery RecordPage::query() const
{
    return {m_session, m_place, m_choices};
}

void RecordPage::buildChoices()
{
    for (const PageChoice& choice : m_description.choices) {
        auto* combo = new QComboBox(m_filter);
        for (const PageChoice::Value& value : choice.values)
            combo->addItem(pageText(value.label), QString::fromLatin1(value.value));
        combo->setObjectName(QString::fromLatin1(choice.key));
        m_choices.insert(choice.key, combo->currentData().toString());
        m_filter->addChoice(pageText(choice.label), combo);
        connect(combo, &QComboBox::currentIndexChanged, this, [this, combo, key = choice.key] {
            m_choices.insert(key, combo->currentData().toString());
            m_model->clear(); // rows of another status are not rows that went away
            refresh();
        });
    }
}

void RecordPage::setChoice(const QByteArray& key, const QString& value)
{
    if (auto* combo = m_filter->findChild<QComboBox*>(QString::fromLatin1(key)))
        combo->setCurrentIndex(combo->findData(value));
}

void RecordPage::buildDetail()
{
    for (const PageDetailTable& table : m_description.detailTables)
        m_detail->addTable(pageText(table.title), table.table(), table.sourceId);
    for (const PageDetailJson& part : m_description.detailJson)
        m_detail->addJson(pageText(part.title), QString::fromLatin1(part.pointer));
    connect(m_detail, &DetailPane::closeRequested, this, [this] { setDetailShown(false); });
}

void RecordPage::followSharedLoad()
{
    Inventory& inventory = m_session.inventory();
    connect(&inventory, &Inventory::progressed, this, &RecordPage::showProgress);
    connect(&inventory, &Inventory::waiting, this,
        [this](const QString& sentence) { m_message->showMessage(MessageBar::Kind::Warning, sentence); });
    connect(&inventory, &Inventory::finished, this,
        [this] { finishLoad(m_session.inventory().problems(), m_session.inventory().wasAborted()); });
    if (!inventory.isLoading())
        m_hasLoaded = m_model->totalCount() > 0;
    updateState();
}

void RecordPage::refresh()
{
    m_message->hide();
    m_hasFailed = false;
    m_model->setNow(m_session.now());
    m_progress->setRange(0, 0);
    if (m_description.shared) {
        m_session.inventory().refresh();
        updateState();
    } else {
        startLoad();
    }
    Q_EMIT loadingChanged(true);
}

void RecordPage::startLoad()
{
    if (m_load) {
        m_load->disconnect(this);
        m_load->abort();
        m_load->deleteLater();
    }
    m_load = new RecordLoad(m_session.client(), m_session.catalog(), m_model, this);
    connect(m_load, &RecordLoad::progressed, this, &RecordPage::showProgress);
    connect(m_load, &RecordLoad::waiting, this,
        [this](const QString& sentence) { m_message->showMessage(MessageBar::Kind::Warning, sentence); });
    connect(m_load, &RecordLoad::finished, this,
        [this, load = m_load.data()] { finishLoad(load->problems(), load->wasAborted()); });
    m_description.load(query(), *m_load);
    m_load->start();
    updateState();
}

void RecordPage::cancel()
{
    if (m_description.shared)
        m_session.inventory().abort();
    else if (m_load)
        m_load->abort();
}

bool RecordPage::isLoading() const
{
    if (m_description.shared)
        return m_session.inventory().isLoading();
    const RecordLoad* load = m_load;
    return load && load->isRunning();
}

bool RecordPage::hasFailed() const
{
    return m_hasFailed;
}

void RecordPage::showProgress(int finished, int total)
{
    m_progress->setRange(0, total > 1 ? total : 0);
    m_progress->setValue(finished);
    m_progress->setAccessibleDescription(tr("%1 of %2 lists read").arg(finished).arg(total));
    updateState();
}

void RecordPage::finishLoad(const QList<Problem>& problems, bool wasAborted)
{
    m_hasLoaded = true;
    m_hasFailed = !problems.isEmpty();
    m_message->hide();
    if (wasAborted)
        m_message->showMessage(
            MessageBar::Kind::Notice, tr("Stopped. What was read until then is shown."), tr("Read again"));
    else if (problems.size() == 1)
        m_message->showMessage(MessageBar::Kind::Failure, problems.first().sentence(), tr("Try again"));
    else if (!problems.isEmpty())
        m_message->showMessage(MessageBar::Kind::Failure,
            tr("%n lists could not be read. The first says: %1", nullptr, int(problems.size()))
                .arg(problems.first().sentence()),
            tr("Try again"));
    updateState();
    Q_EMIT loadingChanged(false);
}

void RecordPage::updateCounts()
{
    m_filter->setCounts(m_model->rowCount(), m_model->totalCount());
    updateState();
}

void RecordPage::updateState()
{
    const bool loading = isLoading();
    m_progress->setVisible(loading);
    QString sentence;
    if (m_model->rowCount() == 0) {
        if (m_model->totalCount() > 0)
            sentence = tr("No row matches the filter. Press Esc in the filter to show all %n.", nullptr,
                m_model->totalCount());
        else if (loading || m_model->isLoading())
            sentence = tr("Reading %1…").arg(m_session.client().transport().origin().host);
        else if (m_hasFailed)
            sentence = tr("Nothing could be read.");
        else if (m_hasLoaded)
            sentence = pageText(m_description.emptyText);
    }
    m_state->setText(sentence);
    m_stack->setCurrentWidget(sentence.isEmpty() ? static_cast<QWidget*>(m_view) : m_state);
    m_detail->setVisible(m_isDetailWanted && m_view->currentIndex().isValid() && sentence.isEmpty());
}

QString RecordPage::stateSentence() const
{
    const QString message = m_message->text();
    return message.isEmpty() ? m_state->text() : message;
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
    delete m_detailCall;
    if (row < 0) {
        m_detailId.clear();
        m_detail->showNothing();
        m_detail->hide();
        return;
    }
    m_detailId = m_model->idAt(row);
    if (m_isDetailWanted) {
        m_detail->showRecord(m_model->text(row, m_description.titleKey), m_model->json(row));
        m_detail->show();
        m_view->scrollTo(m_view->currentIndex());
        if (m_description.detail)
            readDetail(row);
    }
}

// The list may be minutes old: the one that a person looks at is read again.
void RecordPage::readDetail(int row)
{
    const Read read = m_description.detail(query(), *m_model, row);
    ApiCall* call =
        m_session.client().call(m_session.catalog().operation(read.operationId), read.arguments, this);
    m_detailCall = call;
    const QString title = m_model->text(row, m_description.titleKey);
    connect(call, &ApiCall::finished, this, [this, title, id = m_detailId](ApiCall* done) {
        done->deleteLater();
        if (id != m_detailId || done->problem())
            return; // the list's own record stays, the request log tells why
        m_detail->showRecord(title, {{m_description.id, done->answer().body}});
    });
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
