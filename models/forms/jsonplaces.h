// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Telamon {

// Where each value of a JSON text begins, by its JSON Pointer. Counts from 1; columns are characters.
class JsonPlaces {
public:
    struct Place {
        int line = 0;
        int column = 0;
    };

    explicit JsonPlaces(const QByteArray& validJson);

    // Of the nearest place around it where the text does not have it.
    Place at(const QString& pointer) const;
    // The first member that an object has twice; empty where there is none.
    QString repeated() const { return m_repeated; }
    static Place ofByte(const QByteArray& text, qsizetype offset);

private:
    void skipSpace();
    void readValue(const QString& pointer);
    void readObject(const QString& pointer);
    void readArray(const QString& pointer);
    QString readText();

    QByteArray m_text;
    qsizetype m_at = 0;
    QHash<QString, qsizetype> m_offsets;
    QString m_repeated;
};

} // namespace Telamon
