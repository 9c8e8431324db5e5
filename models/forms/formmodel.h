// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/argumentsjson.h"
#include "api/catalog/validation.h"
#include "models/forms/formjson.h"
#include "models/forms/formshape.h"
#include "models/forms/formstate.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Telamon {

struct FormDraft;

// The state of one operation's arguments while a person edits them: what is set, what that may be, what is
// wrong with it, and what of it would be sent. A place is named by a JSON Pointer into {"parameters": {...},
// "body": ...}. Undefined is unset; null, empty and false are values.
class FormModel : public QObject {
    Q_OBJECT

public:
    using Mistake = JsonMistake;

    explicit FormModel(const Operation& operation, QObject* parent = nullptr);

    const Operation& operation() const { return m_operation; }

    // From the place that the form was opened at: shown, not edited.
    void fixParameter(const QString& name, const QJsonValue& value);
    // What the service has, as the operation's x-state reads and picks it. The writable part of it, in the
    // shape of the body, becomes the value, and of a PATCH only what differs from it is sent.
    void startFrom(const QJsonValue& state);
    QJsonValue state() const { return m_serviceState; }

    QJsonValue value(const QString& pointer) const;
    // Makes the objects on the way; they go again when they are left empty. An object that was set as such
    // stays. Ignored at a fixed parameter.
    void setValue(const QString& pointer, const QJsonValue& value);
    // Sets what the value names inside the place and leaves the rest; lists, and what travels whole, whole.
    void layOver(const QString& pointer, const QJsonValue& value);
    QJsonValue startValue(const QString& pointer) const;
    bool isChanged(const QString& pointer) const;
    void resetToStart(const QString& pointer);

    const Schema* schema(const QString& pointer) const; // null where nothing is described
    bool isRequired(const QString& pointer) const;
    bool isFixed(const QString& pointer) const;
    bool isEditable(const QString& pointer) const; // not fixed, not readOnly, not a wire option
    // Names inside an object, or of "/parameters", in the order to show. Those of the chosen variant and of
    // the rules that hold are among them, and members that no schema describes (their schema is null). Left
    // out: readOnly, wire options, and what choosing a variant sets by itself (violations of it are at the
    // union: violationsAt).
    QStringList fields(const QString& pointer) const;

    // Empty: not a union.
    QList<const Schema*> variants(const QString& pointer) const;
    int variant(const QString& pointer) const; // -1: not decided, and never guessed
    // Values that both variants know survive; the others come back on switching back. -1 takes the value
    // away.
    void setVariant(const QString& pointer, int index);

    int itemCount(const QString& pointer) const;
    // Undefined: an empty one of its type.
    void insertItem(const QString& pointer, int index, const QJsonValue& value = {QJsonValue::Undefined});
    void removeItem(const QString& pointer, int index);
    void moveItem(const QString& pointer, int from, int to);

    // Members of an object whose names a person chooses (additionalProperties, free-form). False where the
    // name is empty or there already.
    bool takesKeys(const QString& pointer) const;
    bool insertKey(
        const QString& pointer, const QString& name, const QJsonValue& value = {QJsonValue::Undefined});
    void removeKey(const QString& pointer, const QString& name);
    bool renameKey(const QString& pointer, const QString& from, const QString& to);

    // Text that is not (yet) a value of the field's type. The place is unset and stops sending until it gets
    // a value or the text is empty.
    void setUnreadable(const QString& pointer, const QString& text, const QString& sentence);
    QString unreadableText(const QString& pointer) const;
    bool isUnreadable(const QString& pointer) const; // also where nothing is, and something has to be

    // A person has begun something at the place that is no part of its value yet: it stops sending until that
    // is finished or taken back (an empty sentence).
    void setUnfinished(const QString& pointer, const QString& sentence);
    // Advice on the value that is there now, and on no other.
    void setDoubt(const QString& pointer, const QString& sentence);

    // Of everything, up to date. Unchecked ones do not stop sending, and neither do the service's (rule
    // "service"): it may think otherwise the next time.
    const Violations& violations() const;
    // Of this very place, and of what inside it has no field of its own.
    Violations violationsAt(const QString& pointer) const;
    int missingCount() const; // values that stop sending, as toldOnce names them
    Violations advice() const; // what does not, and should be looked at
    int adviceCount() const;
    // A name for what is told and counted once: the place, or a text that several entries of one list have.
    QString toldOnce(const QString& pointer) const;
    // The next field with one that stops sending (if there is none, with any), in the order of the fields and
    // from the first again; empty: none.
    QString violationAfter(const QString& pointer) const;
    QString firstViolation() const { return violationAfter({}); }
    bool isTouched(const QString& pointer) const;
    void touch(const QString& pointer);
    void touchAll();
    void untouchAll(); // it is begun anew
    // The service's field errors at their fields, until those change. What belongs to no field is at "/body".
    void takeProblem(const Problem& problem);
    // What may stand there, before it is broken: "3 to 40 characters".
    QString ruleSentence(const QString& pointer) const;
    bool canSend() const { return missingCount() == 0; }

    // What is sent. Of a PATCH that began with a state: what is required and what changed, arrays, unions and
    // definitions whole; else everything that is set.
    Arguments arguments() const;
    Arguments maskedArguments() const;
    // Everything that is set, with placeholders for secrets.
    QJsonObject json() const;
    // Nothing changes where there is a mistake. A placeholder stands for the secret held at that place.
    std::optional<Mistake> setJson(const QByteArray& text);
    // What the person did, without secrets and fixed parameters; text that is no value only where that would
    // be no object or list, in which secrets may be.
    QJsonObject draft() const;
    // After startFrom: what changed there since stays. What is restored counts as touched.
    void restoreDraft(const QJsonObject& draft);
    bool isDirty() const; // other than it began
    void beginHere(); // what is set by now was not typed by a person

Q_SIGNALS:
    void valueChanged(const QString& pointer); // this place or something inside it
    void structureChanged(const QString& pointer); // other fields, variant or items: rebuild its editor
    void violationsChanged();

private:
    bool isKeptAsTyped(const QString& pointer) const;
    void touchRestored(const FormDraft& draft);
    FormShape shapeOf(const FormState& state) const;
    void change(const QString& pointer, const FormState& next);
    bool hideAndBringBack(const QString& pointer, const FormShape& before);
    void takeUse(const QJsonObject& use);
    void announceStructure(const QString& pointer, const FormShape& before);
    void invalidate();
    void announceViolations();
    void recompute() const;
    void spreadMissing(Violations& found) const;
    void judgeChosen(Violations& found) const;
    void nameVariants(Violations& found) const;
    void addReadings(Violations& found, const Arguments& arguments) const;
    bool isAsked(const QString& pointer) const;
    QSet<QString> requiredNear(const QString& pointer) const; // beside the place and around it
    void addAsked(Violations& found) const;
    void placeTogether(Violations& found) const;
    void addBroughtForward(Violations& found) const;
    QString shownPlace(const QString& pointer) const;
    std::vector<int> orderOf(const QString& pointer) const;
    void replaceItems(const QString& pointer, const QJsonValue& items, const QList<int>& origins);

    const Operation& m_operation;
    QJsonValue m_serviceState {QJsonValue::Undefined};
    QJsonValue m_serviceBody {QJsonValue::Undefined}; // the same in the shape of the body
    FormState m_state;
    QJsonValue m_start;
    QJsonValue m_begun; // the start, with what the form was opened for
    FormShape m_shape;
    QSet<QString> m_fixed;
    Violations m_serviceViolations;
    QSet<QString> m_touched;
    QMap<QString, QString> m_unfinished;
    QMap<QString, QPair<QJsonValue, QString>> m_doubts; // the value and what is said of it
    bool m_isAllTouched = false;
    QTimer m_timer;
    mutable bool m_isStale = true;
    mutable Violations m_violations;
    mutable std::optional<Violations> m_violationsAtStart; // of the service's own state
    mutable bool m_isOther = false; // somebody may have seen others than those announced
    Violations m_announced;
};

} // namespace Telamon
