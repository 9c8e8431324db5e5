// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jsonalternatives.h"

#include <QByteArray>
#include <QJsonValue>
#include <QWidget>

class QComboBox;
class QLabel;

namespace Telamon {

class JsonView;

// What a part of a record can be compared with, and how that is said.
struct JsonComparison {
    QList<JsonAlternativePattern> patterns {}; // none: it stands for itself
    QString own {}; // what the part itself is called in the choice
    QString same {}; // a sentence: there is no difference
    QString difference {}; // a sentence, "%1" lines more and "%2" lines less than the part
};

// One part of a record as JSON, and where the record has other editions of it the choice of one, shown by
// what differs. The fields are in the same order in all of them, so that only real differences count.
class JsonPart : public QWidget {
    Q_OBJECT
public:
    JsonPart(const QString& title, QString pointer, JsonComparison comparison, QWidget* parent = nullptr);

    void showRecord(const QJsonValue& record);
    void clear();

private:
    void showChosen();

    QString m_pointer;
    JsonComparison m_comparison;
    QComboBox* m_choice;
    QLabel* m_sentence;
    JsonView* m_text;
    QString m_wanted; // label of what was chosen last: it is looked for in the next record too
    QByteArray m_own;
    QList<JsonAlternative> m_alternatives;
};

} // namespace Telamon
