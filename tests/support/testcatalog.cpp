// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcatalog.h"

#include <utility>

namespace Telamon {

Catalog catalogFrom(Result<Catalog, CatalogError> read)
{
    if (!read)
        qFatal("%s: %s", qPrintable(read.error().pointer), qPrintable(read.error().sentence));
    return std::move(read).value();
}

const Catalog& builtInCatalog()
{
    static const Catalog catalog = catalogFrom(Catalog::builtIn());
    return catalog;
}

} // namespace Telamon
