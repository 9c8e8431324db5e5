// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"

#include "api/catalog/documentreader.h"
#include "api/catalog/operationloader.h"
#include "api/catalog/schemaloader.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <deque>

// A static library's resources have to be asked for, outside of any namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(telamon_catalog);
}

namespace Telamon {

using namespace Qt::StringLiterals;

class Catalog::Private {
public:
    std::deque<Schema> schemas;
    std::vector<std::unique_ptr<Operation>> operations;
    QHash<QString, const Operation*> byId;
    std::vector<std::unique_ptr<Private>> added; // whose schemas the operations taken over use
    std::size_t ownCount = 0; // of the operations, those of the catalog's own document; they come first
    std::vector<std::unique_ptr<Operation>> withdrawn; // may still be in somebody's hands
};

Catalog::Catalog(std::unique_ptr<Private> other) : d(std::move(other))
{
}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

Result<Catalog, CatalogError> Catalog::fromJson(const QByteArray& document, QDate today)
{
    const Result<JsonTree, QString> tree = JsonTree::parse(document);
    if (!tree)
        return CatalogError {{}, tree.error()};
    auto d = std::make_unique<Private>();
    DocumentReader reader(tree.value());
    if (reader.hasFailed())
        return reader.failure();
    SchemaLoader schemas(reader, d->schemas);
    d->operations = OperationLoader(reader, schemas, today).load();
    schemas.finish();
    schemas.loadComponents(); // those that no operation uses are checked too
    schemas.finish();
    if (reader.hasFailed())
        return reader.failure();
    for (const std::unique_ptr<Operation>& operation : d->operations)
        d->byId.insert(operation->id, operation.get());
    d->ownCount = d->operations.size();
    return Catalog(std::move(d));
}

Result<Catalog, CatalogError> Catalog::builtIn()
{
    initialiseResources();
    QFile file(u":/telamon/atlas.openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return CatalogError {{}, QCoreApplication::translate("Catalog", "The built-in document is missing.")};
    return fromJson(file.readAll());
}

qsizetype Catalog::add(Catalog other)
{
    static const QRegularExpression parameter(u"\\{[^}]*\\}"_s); // what it is called does not matter
    const auto addressOf = [](const Operation& operation) {
        return QString(
            QString::fromLatin1(operation.method) + QString(operation.path).replace(parameter, u"{}"_s));
    };
    QSet<QString> addresses;
    for (const std::unique_ptr<Operation>& operation : d->operations)
        addresses.insert(addressOf(*operation));
    qsizetype count = 0;
    for (std::unique_ptr<Operation>& operation : other.d->operations) {
        if (d->byId.contains(operation->id) || addresses.contains(addressOf(*operation)))
            continue;
        d->byId.insert(operation->id, operation.get());
        d->operations.push_back(std::move(operation));
        ++count;
    }
    other.d->operations.clear();
    other.d->byId.clear();
    d->added.push_back(std::move(other.d));
    return count;
}

void Catalog::withdrawAdded()
{
    for (std::size_t i = d->ownCount; i < d->operations.size(); ++i) {
        d->byId.remove(d->operations[i]->id);
        d->withdrawn.push_back(std::move(d->operations[i]));
    }
    d->operations.resize(d->ownCount);
}

const Operation* Catalog::find(QStringView operationId) const
{
    return d->byId.value(operationId.toString(), nullptr);
}

const Operation& Catalog::operation(QStringView operationId) const
{
    const Operation* found = find(operationId);
    Q_ASSERT_X(found != nullptr, "Catalog::operation", qPrintable(operationId.toString()));
    return *found;
}

const std::vector<std::unique_ptr<Operation>>& Catalog::operations() const
{
    return d->operations;
}

} // namespace Telamon
