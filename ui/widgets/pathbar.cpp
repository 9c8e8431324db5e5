// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pathbar.h"

#include "api/records/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

PathBar::PathBar(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    QToolButton measure;
    measure.setAutoRaise(true);
    measure.setText(u"x"_s);
    setMinimumHeight(measure.sizeHint().height()); // the same with buttons and without
    m_inset = std::max(0, (measure.sizeHint().width() - measure.fontMetrics().horizontalAdvance(u'x')) / 2);
}

void PathBar::clear()
{
    while (const QLayoutItem* item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the button that was pressed
        }
        delete item;
    }
}

void PathBar::setSentence(const QString& sentence)
{
    clear();
    auto* label = new QLabel(sentence, this);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(m_inset, 0, 0, 0);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(label);
    m_layout->addStretch(1);
}

void PathBar::setParts(const QList<Part>& parts)
{
    clear();
    constexpr int longest = 40; // characters
    for (const Part& part : parts) {
        if (m_layout->count() > 0) {
            auto* divider = new QLabel(u"›"_s, this);
            divider->setForegroundRole(QPalette::PlaceholderText);
            m_layout->addWidget(divider);
        }
        const QString name = visibleText(part.name);
        const QString shown =
            fontMetrics().elidedText(name, Qt::ElideMiddle, fontMetrics().averageCharWidth() * longest);
        auto* button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setText(QString(shown).replace(u'&', "&&"_L1));
        button->setAccessibleName(name);
        // Qt itself decides whether a tool tip is markup: a name that looks like it has none.
        if (shown != name && !Qt::mightBeRichText(name))
            button->setToolTip(name);
        connect(
            button, &QToolButton::clicked, this, [this, place = part.place] { Q_EMIT placeChosen(place); });
        m_layout->addWidget(button);
    }
    m_layout->addStretch(1);
}

} // namespace Telamon
