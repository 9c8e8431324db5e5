// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formview.h"

#include "api/catalog/jsonpointer.h"
#include "models/forms/formmodel.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/foldbox.h"
#include "ui/forms/jsonside.h"
#include "ui/forms/jsontextedit.h"
#include "ui/forms/mnemonics.h"
#include "ui/forms/objectfields.h"
#include "ui/forms/parameternames.h"
#include "ui/forms/placenote.h"
#include "ui/forms/taborder.h"
#include "ui/forms/valuepane.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

template <typename Container> Container* enclosing(QWidget* widget)
{
    for (QWidget* at = widget; at; at = at->parentWidget()) {
        if (auto* found = qobject_cast<Container*>(at))
            return found;
    }
    return nullptr;
}

// Across windows too: a combo box's list is a window of its own.
bool holds(const QWidget* ancestor, const QWidget* widget)
{
    for (const QWidget* at = widget; at; at = at->parentWidget()) {
        if (at == ancestor)
            return true;
    }
    return false;
}

} // namespace

FormView::FormView(FormModel& model, const PickerSource& pickers, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_context {model, pickers},
      m_tabs(new QTabWidget(this)),
      m_scroll(new QScrollArea(m_tabs)),
      m_page(new QWidget),
      m_layout(new QVBoxLayout(m_page)),
      m_message(new MessageBar(this)),
      m_json(new JsonSide(model, m_tabs))
{
    buildForm();
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Form or JSON"));
    m_tabs->addTab(m_scroll, tr("&Form"));
    m_tabs->addTab(m_json, tr("&JSON"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_message);
    layout->addWidget(m_tabs, 1);

    connect(&model, &FormModel::valueChanged, this, [this](const QString& at) { follow({at, false}); });
    connect(&model, &FormModel::structureChanged, this, [this](const QString& at) { follow({at, true}); });
    connect(&model, &FormModel::violationsChanged, this, &FormView::showViolations);
    connect(qApp, &QApplication::focusChanged, this, &FormView::leave);
    connect(m_json, &JsonSide::mistakeChanged, this, [this] {
        m_page->setEnabled(!m_json->hasMistake());
        if (m_json->hasMistake())
            m_message->showMessage(MessageBar::Kind::Failure,
                tr("The JSON side cannot be taken. %1").arg(m_json->mistake()), tr("Discard it"));
        else
            m_message->hide();
        Q_EMIT readinessChanged();
    });
    connect(m_message, &MessageBar::actionTriggered, m_json, &JsonSide::showValue);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_json->takeNow();
        if (isJsonShown() && !m_json->hasMistake())
            m_json->showValue();
    });
    auto* menu = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period), this);
    menu->setContext(Qt::WidgetWithChildrenShortcut);
    connect(menu, &QShortcut::activated, this, &FormView::openFieldMenu);
}

// A window that goes loses the focus, and what is told of that comes when this is no form any more.
FormView::~FormView()
{
    disconnect(qApp, nullptr, this, nullptr);
    disconnect(&m_model, nullptr, this, nullptr);
    disconnect(m_json, nullptr, this, nullptr);
    disconnect(m_tabs, nullptr, this, nullptr);
}

void FormView::buildForm()
{
    m_layout->setSpacing(m_page->fontMetrics().height() / 2);
    if (!parameterNames(m_model).isEmpty()) {
        m_parameters =
            new ObjectFields(m_context, u"/parameters"_s, m_page, [this] { return parameterNames(m_model); });
        m_layout->addWidget(m_parameters);
    }
    if (m_model.operation().requestSchema) {
        m_body = new ValuePane(m_context, u"/body"_s, ValuePane::Note::Here, m_page);
        m_layout->addWidget(m_body);
    }
    if (!m_parameters && !m_body)
        m_layout->addWidget(new QLabel(tr("There is nothing to fill in."), m_page));
    if (!wireOptions(m_model).isEmpty()) {
        m_wireOptions = new FoldBox(
            tr("Format of the answer"),
            [this](QWidget* parent) {
                return new ObjectFields(
                    m_context, u"/parameters"_s, parent, [this] { return wireOptions(m_model); }, false);
            },
            m_page);
        m_layout->addWidget(m_wireOptions);
    }
    m_layout->addStretch(1);
    alignLabels();
    // What is opened later comes into the order of the Tab key where it stands, and gets a letter for Alt.
    m_page->installEventFilter(this);
}

bool FormView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateTabOrder();
    return QWidget::eventFilter(watched, event);
}

void FormView::updateTabOrder()
{
    if (m_isOrderStale)
        return;
    m_isOrderStale = true;
    QTimer::singleShot(0, this, [this] {
        m_isOrderStale = false;
        setTabOrderAsShown(*m_page);
        giveMnemonics(*m_page);
    });
}

void FormView::follow(const FieldChange& change)
{
    if (m_parameters && isInside(change.pointer, u"/parameters"_s))
        m_parameters->refresh(change);
    else if (m_parameters && change.pointer.isEmpty())
        m_parameters->refresh({u"/parameters"_s, change.isStructural});
    if (m_wireOptions && m_wireOptions->content() && !isInside(change.pointer, u"/body"_s))
        static_cast<ObjectFields*>(m_wireOptions->content())->refresh(change);
    if (m_body)
        m_body->refresh(change);
    if (change.isStructural)
        alignLabels();
    Q_EMIT readinessChanged();
}

// Parameters and body are one form to whoever fills it in.
void FormView::alignLabels()
{
    ObjectFields* body = m_body ? m_body->fields() : nullptr;
    if (!m_parameters || !body)
        return;
    const int width = std::max(m_parameters->labelWidth(), body->labelWidth());
    m_parameters->setLeastLabelWidth(width);
    m_body->setLeastLabelWidth(width);
}

void FormView::showViolations()
{
    const QList<PlaceNote*> notes = m_page->findChildren<PlaceNote*>();
    for (PlaceNote* note : notes)
        note->showViolations();
    Q_EMIT readinessChanged();
}

// A field is judged once it was left, and never while its first letters are typed.
void FormView::leave(QWidget* left, QWidget* entered)
{
    if (entered && holds(m_page, entered) && m_scroll->isVisible())
        m_scroll->ensureWidgetVisible(entered);
    // A person who goes elsewhere begins with the first one again.
    const auto* here = entered && holds(m_page, entered) ? enclosing<FieldRow>(entered) : nullptr;
    if (here && !isInside(m_lastFound, here->pointer()) && !isInside(here->pointer(), m_lastFound))
        m_lastFound.clear();
    if (!left || !entered || !holds(m_page, left))
        return;
    for (auto* row = enclosing<FieldRow>(left); row; row = enclosing<FieldRow>(row->parentWidget())) {
        if (holds(row, entered))
            break;
        row->note()->touch();
    }
}

void FormView::openFieldMenu()
{
    if (auto* row = enclosing<FieldRow>(QApplication::focusWidget()))
        row->openMenu();
}

int FormView::missingCount() const
{
    return m_model.missingCount() + (m_json->hasMistake() ? 1 : 0);
}

void FormView::takeTyped()
{
    finishTypingIn(*m_page);
    m_json->takeNow();
}

void FormView::focusNextMissing()
{
    takeTyped();
    m_model.touchAll();
    showViolations();
    if (m_json->hasMistake()) {
        setJsonShown(true);
        m_json->edit()->setFocus(Qt::OtherFocusReason);
    } else if (const QString next = m_model.violationAfter(m_lastFound); !next.isEmpty()) {
        focusField(next);
        m_lastFound = next;
    }
}

void FormView::focusField(const QString& pointer)
{
    if (isJsonShown()) {
        m_json->focusPlace(pointer);
        return;
    }
    QWidget* found = nullptr;
    if (m_parameters && isInside(pointer, u"/parameters"_s))
        found = m_parameters->reveal(pointer);
    if (!found && m_wireOptions && isInside(pointer, u"/parameters"_s)) {
        m_wireOptions->setOpen(true);
        found = static_cast<ObjectFields*>(m_wireOptions->content())->reveal(pointer);
    }
    if (!found && m_body)
        found = m_body->reveal(pointer);
    if (!found)
        return;
    found->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(found);
}

void FormView::focusFirst()
{
    setTabOrderAsShown(*m_page);
    const QList<QWidget*> stops = tabStopsIn(*m_page);
    (stops.isEmpty() ? m_tabs : stops.first())->setFocus(Qt::OtherFocusReason);
}

bool FormView::isJsonShown() const
{
    return m_tabs->currentWidget() == m_json;
}

void FormView::setJsonShown(bool isShown)
{
    m_tabs->setCurrentWidget(isShown ? static_cast<QWidget*>(m_json) : m_scroll);
}

} // namespace Telamon
