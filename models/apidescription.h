// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/catalog.h"

#include <QObject>

class QSettings;

namespace Telamon {

// An OpenAPI document of a person's own: its operations beside those that the program knows. Read off the GUI
// thread, and remembered for the next start.
class ApiDescription : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 largest = qint64(64) * 1024 * 1024;

    // Both outlive it.
    ApiDescription(Catalog& catalog, QSettings& settings, QObject* parent = nullptr);

    void add(const QString& file); // said() follows; remembered only where it could be read
    void addRemembered(); // that of the last time, where there is one
    void forget();
    static QString remembered(const QSettings& settings); // the file; empty: none
    QString file() const { return remembered(m_settings); }

    // At once, for a program without an event loop: adds the operations of the remembered document. What went
    // wrong; empty where nothing did, or nothing is remembered.
    static QString addRememberedNow(Catalog& catalog, const QSettings& settings);

Q_SIGNALS:
    void added(qsizetype count); // new operations
    void said(const QString& sentence); // what came of it

private:
    Catalog& m_catalog;
    QSettings& m_settings;
};

} // namespace Telamon
