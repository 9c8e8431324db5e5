// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/pickbox.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "ui/forms/searchablebox.h"
#include "ui/forms/valuetext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Telamon {

PickBox::PickBox(const FieldContext& context, const QString& pointer, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_pointer(pointer),
      m_box(new QComboBox(this)),
      m_note(new QLabel(this)),
      m_again(new QToolButton(this))
{
    makeSearchable(*m_box);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->lineEdit()->setMaxLength(std::numeric_limits<int>::max());
    leaveWheelToForm(*m_box);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_again->setText(tr("Try again"));
    m_again->setAccessibleName(tr("Read the list for %1 again").arg(fieldLabel(context.model, pointer)));
    auto* line = new QHBoxLayout;
    line->addWidget(m_note, 1);
    line->addWidget(m_again, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 5);
    layout->addWidget(m_box);
    layout->addLayout(line);
    showState({});
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &PickBox::typed);
    connect(m_box, &QComboBox::activated, this,
        [this](int index) { Q_EMIT picked(m_box->itemData(index).toString()); });
    connect(&context.model, &FormModel::valueChanged, this, &PickBox::followOtherFields);
    connect(m_again, &QToolButton::clicked, this, [this] {
        m_box->setFocus(Qt::OtherFocusReason);
        request(true);
        fill();
    });
}

void PickBox::open()
{
    m_box->showPopup();
    QAbstractItemView& list = *m_box->view();
    if (!list.currentIndex().isValid())
        list.setCurrentIndex(m_box->model()->index(0, m_box->modelColumn(), m_box->rootModelIndex()));
}

void PickBox::fill()
{
    const QString picker = fieldPicker(m_context.model, m_pointer);
    const PickerSource& source = m_context.pickers;
    PickList list = source.list ? source.list(picker, m_pointer, m_context.model) : PickList();
    if (list.state == PickList::State::Unknown || list.state == PickList::State::Reading) {
        request(false);
        if (m_isWaiting)
            list.state = PickList::State::Reading;
    }
    showState(list);
    if (list.values == m_shown)
        return;
    m_shown = list.values;
    const QString text = m_box->lineEdit()->text();
    m_box->clear();
    for (const QString& each : std::as_const(list.values)) {
        const QString id = each.section(u'\t', 0, 0);
        const QString name = each.section(u'\t', 1);
        m_box->addItem(
            name.isEmpty() || name == id ? valueText(id) : u"%1 (%2)"_s.arg(valueText(name), id), id);
    }
    m_box->setCurrentIndex(-1);
    m_box->lineEdit()->setText(text);
}

// What there is to pick may depend on any other field. Once for all that change together.
void PickBox::followOtherFields(const QString& changed)
{
    if (m_isStale || isInside(changed, m_pointer))
        return;
    m_isStale = true;
    QTimer::singleShot(0, this, [this] {
        m_isStale = false;
        const QStringList before = m_shown;
        fill();
        if (m_shown != before)
            Q_EMIT filled();
    });
}

void PickBox::request(bool isAgain)
{
    const PickerSource& source = m_context.pickers;
    if (m_isWaiting || !source.request)
        return;
    m_isWaiting =
        source.request(fieldPicker(m_context.model, m_pointer), m_context.model, isAgain, this, [this] {
            m_isWaiting = false;
            fill();
            Q_EMIT filled();
        });
}

void PickBox::showState(const PickList& list)
{
    m_isReading = list.state == PickList::State::Reading;
    m_isWhole = list.state == PickList::State::Read && list.isWhole && !list.hasMore;
    showAbsence();
    QString text;
    if (list.state == PickList::State::Failed)
        text = tr("What there is to pick could not be read: %1").arg(visibleText(list.sentence));
    else if (list.hasMore)
        text = tr("Only the first %1 are listed; type any other.").arg(list.values.size());
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_again->setVisible(list.state == PickList::State::Failed);
}

void PickBox::setAbsence(const QString& text)
{
    m_absence = text;
    showAbsence();
}

// In the box itself: nothing below it moves when the list has come.
void PickBox::showAbsence()
{
    m_box->lineEdit()->setPlaceholderText(m_isReading ? tr("Reading what there is to pick…") : m_absence);
}

QString PickBox::valueOf(const QString& text) const
{
    const int known = m_box->findText(text);
    if (known >= 0)
        return m_box->itemData(known).toString();
    if (text.isEmpty())
        return text;
    QString named;
    for (const QString& each : m_shown) {
        const QString id = each.section(u'\t', 0, 0);
        if (id == text)
            return text;
        if (each.section(u'\t', 1) != text)
            continue;
        if (!named.isEmpty())
            return text; // two have this name
        named = id;
    }
    return named.isEmpty() ? text : named;
}

bool PickBox::isDoubtful(const QString& value) const
{
    return m_isWhole && !value.isEmpty()
        && std::none_of(m_shown.cbegin(), m_shown.cend(),
            [&value](const QString& each) { return each.section(u'\t', 0, 0) == value; });
}

QString PickBox::textOf(const QString& value) const
{
    const int known = value.isEmpty() ? -1 : m_box->findData(value);
    return known >= 0 ? m_box->itemText(known) : value;
}

} // namespace Telamon
