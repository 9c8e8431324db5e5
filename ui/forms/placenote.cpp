// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/placenote.h"

#include "api/catalog/jsonpointer.h"
#include "api/records/plaintext.h"
#include "models/forms/formmodel.h"
#include "ui/forms/fieldcontext.h"

using namespace Qt::StringLiterals;

namespace Telamon {

bool isShown(const Violation& violation)
{
    return !violation.isUnchecked || violation.rule == "service"_L1;
}

PlaceNote::PlaceNote(FormModel& model, const QString& pointer, QWidget* editor, QWidget* parent)
    : FieldNote(editor, parent), m_model(model), m_pointer(pointer)
{
    showViolations();
}

void PlaceNote::coversInside(bool covers)
{
    m_coversInside = covers;
    showViolations();
}

void PlaceNote::touch()
{
    m_model.touch(m_pointer);
    if (m_coversInside) {
        const Violations all = m_model.violations();
        for (const Violation& each : all) {
            if (isInside(each.pointer, m_pointer))
                m_model.touch(each.pointer);
        }
    }
    showViolations();
}

void PlaceNote::showViolations()
{
    if (!m_model.isTouched(m_pointer)) {
        setMistake({});
        return;
    }
    Violations violations = m_model.violationsAt(m_pointer);
    if (m_coversInside) {
        const Violations all = m_model.violations();
        for (const Violation& each : all) {
            if (isInside(each.pointer, m_pointer) && !violations.contains(each))
                violations.append(each);
        }
    }
    QStringList sentences;
    for (const Violation& each : std::as_const(violations)) {
        const QString sentence =
            each.rule == "service"_L1 ? visibleText(each.sentence) : sentenceText(each.sentence);
        if (isShown(each) && !sentences.contains(sentence))
            sentences += sentence;
    }
    QString mistake;
    for (const QString& each : std::as_const(sentences))
        mistake += (mistake.isEmpty() ? u""_s : mistake.endsWith(u'.') ? u" "_s : u". "_s) + each;
    setMistake(mistake);
}

} // namespace Telamon
