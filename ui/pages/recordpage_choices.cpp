// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "ui/pages/pageload.h"
#include "ui/pages/pagetext.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wordsedit.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

// RecordPage: the restrictions that the service applies.

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

QString tipOf(const PageChoice& choice)
{
    return choice.offered ? RecordPage::tr("Down shows what is known, Enter reads again with it")
                          : RecordPage::tr("Enter reads again with it");
}

} // namespace

void RecordPage::buildChoices()
{
    for (const PageChoice& choice : m_description.choices) {
        if (choice.places.isEmpty() || choice.places.contains(m_place.kind))
            buildChoice(choice);
    }
}

void RecordPage::buildChoice(const PageChoice& choice)
{
    const QString name = QString::fromLatin1(choice.key);
    if (choice.values.empty()) {
        QLineEdit* edit = choice.offered
            ? new WordsEdit([this, offered = choice.offered] { return offered(query()); }, m_filter)
            : new QLineEdit(m_filter);
        edit->setObjectName(name);
        edit->setClearButtonEnabled(true);
        edit->setPlaceholderText(pageText(choice.hint));
        edit->setToolTip(tipOf(choice));
        QAction* mark = edit->addAction(attentionIcon(Attention::Critical), QLineEdit::TrailingPosition);
        mark->setObjectName(u"mistake"_s);
        mark->setText(tr("Not accepted"));
        mark->setVisible(false);
        edit->setMinimumWidth(fontMetrics().averageCharWidth() * 8); // many choices leave little room
        edit->setMaximumWidth(fontMetrics().averageCharWidth() * 28);
        m_filter->addChoice(pageText(choice.label), edit);
        connect(edit, &QLineEdit::editingFinished, this,
            [this, edit, key = choice.key] { choose(key, edit->text().trimmed()); });
        connect(edit, &QLineEdit::textChanged, this, [this, key = choice.key](const QString& text) {
            if (text.isEmpty() && m_load->mistakes().contains(key))
                choose(key, {}); // emptied, it is no mistake any more
        });
        return;
    }
    auto* combo = new QComboBox(m_filter);
    for (const PageChoice::Value& value : choice.values)
        combo->addItem(pageText(value.label), QString::fromLatin1(value.value));
    combo->setObjectName(name);
    combo->setMinimumWidth(std::min(combo->sizeHint().width(), fontMetrics().averageCharWidth() * 12));
    m_choices.insert(choice.key, combo->currentData().toString());
    m_filter->addChoice(pageText(choice.label), combo);
    connect(combo, &QComboBox::currentIndexChanged, this,
        [this, combo, key = choice.key] { choose(key, combo->currentData().toString()); });
}

void RecordPage::choose(const QByteArray& key, const QString& value)
{
    if (m_choices.value(key) == value)
        return;
    m_choices.insert(key, value);
    m_model->clear(); // rows of another status are not rows that went away
    refresh();
}

void RecordPage::markMistakes()
{
    for (const PageChoice& choice : m_description.choices) {
        auto* edit = m_filter->findChild<QLineEdit*>(QString::fromLatin1(choice.key));
        if (!edit)
            continue;
        const QString mistake = m_load->mistakes().value(choice.key);
        edit->setAccessibleDescription(mistake);
        edit->setToolTip(mistake.isEmpty() ? tipOf(choice) : mistake);
        auto* mark = edit->findChild<QAction*>(u"mistake"_s);
        mark->setToolTip(mistake);
        mark->setVisible(!mistake.isEmpty());
    }
}

void RecordPage::setChoice(const QByteArray& key, const QString& value)
{
    if (auto* combo = m_filter->findChild<QComboBox*>(QString::fromLatin1(key)))
        combo->setCurrentIndex(combo->findData(value));
    if (auto* edit = m_filter->findChild<QLineEdit*>(QString::fromLatin1(key))) {
        edit->setText(value);
        choose(key, value);
    }
}

} // namespace Telamon
