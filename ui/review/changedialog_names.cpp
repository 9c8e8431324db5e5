// SPDX-License-Identifier: GPL-3.0-or-later
// What a person calls the change, and the things that a review speaks of by their ids.
#include "api/catalog/catalog.h"
#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "api/journal/journal.h"
#include "models/changeplace.h"
#include "models/forms/formmodel.h"
#include "models/review.h"
#include "models/session.h"
#include "ui/forms/fieldcontext.h"
#include "ui/forms/pickerlists.h"
#include "ui/forms/pickertable.h"
#include "ui/review/changedialog.h"
#include "ui/review/confirmationview.h"
#include "ui/review/reviewview.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

// "id\tname · more": the name.
QString nameInLine(const QString& line)
{
    return line.section(u'\t', 1).section(u" · "_s, 0, 0);
}

// What was begun from here and carries data, which the service tells no more of: from where to where.
QString wayOf(const Session& session, const QString& id)
{
    const QList<Change> changes =
        session.journal() && isServiceId(id) ? session.journal()->changes() : QList<Change>();
    const auto begun = std::find_if(changes.cbegin(), changes.cend(),
        [&id](const Change& each) { return each.answer["_id"_L1].toString() == id; });
    return begun == changes.cend() ? QString() : changeWay(*begun);
}

} // namespace

QString ChangeDialog::title() const
{
    const Operation& operation = *m_request.operation;
    if (!m_request.title.isEmpty())
        return m_request.title;
    return operation.title.isEmpty() ? operation.id : operation.title;
}

const Schema* ChangeDialog::stateSchema() const
{
    const std::optional<StateRead>& state = m_request.operation->state;
    if (!state || state->read.operationId.isEmpty() || state->read.list)
        return nullptr;
    return m_session.catalog().operation(state->read.operationId).answerSchema();
}

// What the button does, as the title begins: "Delete", "Restore", "Cut over".
QString ChangeDialog::verb() const
{
    static const QRegularExpression beginning(u"\\A\\p{L}{3,}(?: (?:over|on|off|out|up|down)\\b)?"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QString first =
        beginning.match(m_request.title.isEmpty() ? m_request.operation->title : title()).captured();
    return first.isEmpty() ? tr("&Send") : QString(u'&' + first);
}

// Those of the parameters, as far as lists that are loaded tell.
QMap<QString, QString> ChangeDialog::knownNames(Known known) const
{
    QMap<QString, QString> names;
    const PickerSource source = PickerLists(m_session).source();
    for (const Parameter& each : m_request.operation->parameters) {
        const QString pointer = childPointer(u"/parameters"_s, each.name);
        const QString id = m_model->value(pointer).toString();
        const QString picker = fieldPicker(*m_model, pointer);
        const bool isAsked = known != Known::Names || labelsAreNames(picker);
        const QStringList lines = isAsked ? source.list(picker, pointer, *m_model).values : QStringList();
        for (const QString& line : lines) {
            const QString name = nameInLine(line);
            if (!id.isEmpty() && line.section(u'\t', 0, 0) == id && !name.isEmpty())
                names.insert(pointer, name);
        }
        if (picker != "liveMigrations"_L1) // the journal is read for what no list names
            continue;
        if (const QString way = wayOf(m_session, id); !way.isEmpty())
            names.insert(pointer, way);
    }
    return names;
}

// The same of what the review's places may hold, by id.
QHash<QString, QString> ChangeDialog::namesInside() const
{
    QHash<QString, QString> names;
    const PickerSource source = PickerLists(m_session).source();
    for (auto it = m_pickers.cbegin(); it != m_pickers.cend(); ++it) {
        const QStringList known = source.list(it.value(), it.key(), *m_model).values;
        for (const QString& line : known) {
            if (const QString name = nameInLine(line); !name.isEmpty())
                names.insert(line.section(u'\t', 0, 0), name);
        }
    }
    return names;
}

// Lists that are not loaded yet are read.
void ChangeDialog::askForNames()
{
    const PickerSource source = PickerLists(m_session).source();
    QSet<QString> asked;
    for (auto it = m_pickers.cbegin(); it != m_pickers.cend(); ++it) {
        if (asked.contains(it.value()))
            continue;
        asked.insert(it.value());
        source.request(it.value(), *m_model, false, m_confirmation, [this] { showNames(); });
    }
}

void ChangeDialog::showNames()
{
    const QMap<QString, QString> names = knownNames();
    m_review->showNames(whereOf(*m_request.operation, m_arguments, names), namesInside());
    const QString named = m_request.operation->confirmPointer;
    if (labelsAreNames(fieldPicker(*m_model, named)))
        m_confirmation->offerName(names.value(named));
}

} // namespace Telamon
