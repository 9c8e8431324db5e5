// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/catalog/operation.h"
#include "api/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <memory>
#include <vector>

namespace Telamon {

// Why a document cannot be used: one sentence and the JSON Pointer of the place.
struct CatalogError {
    QString pointer;
    QString sentence;
};

// All operations known, read from an OpenAPI 3.0 or 3.1 document. Owns its operations and schemas, which
// never move.
class Catalog {
public:
    // Of an operation's versions the newest is taken that is not sunset `today`.
    static Result<Catalog, CatalogError> fromJson(
        const QByteArray& document, QDate today = QDate::currentDate());
    // The document that ships with the program (resources/atlas.openapi.json).
    static Result<Catalog, CatalogError> builtIn();

    Catalog(Catalog&&) noexcept;
    Catalog& operator=(Catalog&&) noexcept;
    ~Catalog();

    // Takes over the operations that are not known yet, by id or by method and path: those that were there
    // first stay, where they are. Returns how many came.
    qsizetype add(Catalog other);
    // Forgets what add() has taken over; whoever still holds such an operation may go on using it.
    void withdrawAdded();

    const Operation* find(QStringView operationId) const; // null where unknown
    const Operation& operation(QStringView operationId) const; // asserts that it is known
    const std::vector<std::unique_ptr<Operation>>& operations() const;

private:
    class Private;
    explicit Catalog(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Telamon
