// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/schema.h"

#include <algorithm>

namespace Telamon {

const Schema* Schema::property(QStringView propertyName) const
{
    const auto found = std::find_if(properties.begin(), properties.end(),
        [propertyName](const Property& property) { return property.name == propertyName; });
    return found == properties.end() ? nullptr : found->schema;
}

} // namespace Telamon
