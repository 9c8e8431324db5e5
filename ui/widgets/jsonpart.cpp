// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonpart.h"

#include "api/catalog/jsonpointer.h"
#include "models/jsontext.h"
#include "models/linediff.h"
#include "ui/widgets/jsonview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// QJsonObject keeps its members sorted by name.
QByteArray toJson(const QJsonValue& value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact) : QByteArray();
}

QStringList linesOf(const QByteArray& json)
{
    return prettyJson(json).split(u'\n');
}

} // namespace

JsonPart::JsonPart(const QString& title, QString pointer, JsonComparison comparison, QWidget* parent)
    : QWidget(parent),
      m_pointer(std::move(pointer)),
      m_comparison(std::move(comparison)),
      m_choice(new QComboBox(this)),
      m_sentence(new QLabel(this)),
      m_text(new JsonView(title, this))
{
    m_choice->setAccessibleName(tr("Edition shown"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(24); // a host's whole name would make the window wider
    m_choice->hide();
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    if (!m_comparison.patterns.isEmpty()) {
        const int margin = fontMetrics().height() / 2;
        auto* top = new QHBoxLayout;
        top->setContentsMargins(margin, margin / 2, margin, margin / 2);
        top->addWidget(m_choice, 1);
        top->addWidget(m_sentence, 2);
        layout->addLayout(top);
    }
    layout->addWidget(m_text, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_wanted = m_choice->currentText();
        showChosen();
    });
}

void JsonPart::showRecord(const QJsonValue& record)
{
    m_own = toJson(valueAt(record, m_pointer));
    m_alternatives = alternativesIn(record, m_comparison.patterns);
    {
        const QSignalBlocker filling(m_choice);
        m_choice->clear();
        m_choice->addItem(m_comparison.own);
        for (const JsonAlternative& each : std::as_const(m_alternatives))
            m_choice->addItem(each.label);
        m_choice->setCurrentIndex(std::max(0, m_choice->findText(m_wanted)));
    }
    m_choice->setVisible(!m_alternatives.isEmpty());
    showChosen();
}

void JsonPart::showChosen()
{
    const int chosen = m_choice->currentIndex() - 1;
    QString sentence;
    if (chosen < 0 || chosen >= m_alternatives.size()) {
        m_text->showJson(m_own);
    } else if (const QByteArray json = toJson(m_alternatives.at(chosen).value); m_own.isEmpty()) {
        m_text->showJson(json);
        sentence = tr("There is nothing to compare it with.");
    } else if (json == m_own) {
        m_text->showJson(json);
        sentence = m_comparison.same;
    } else {
        const QList<DiffLine> lines = lineDiff(linesOf(m_own), linesOf(json));
        const auto count = [&lines](DiffLine::Kind kind) {
            return QString::number(std::count_if(
                lines.cbegin(), lines.cend(), [kind](const DiffLine& line) { return line.kind == kind; }));
        };
        m_text->showDiff(lines);
        sentence = m_comparison.difference.arg(count(DiffLine::Kind::Added), count(DiffLine::Kind::Removed));
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void JsonPart::clear()
{
    showRecord({});
}

} // namespace Telamon
