// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/operation.h"

#include <algorithm>

namespace Telamon {

const Parameter* Operation::parameter(QStringView name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
        [name](const Parameter& parameter) { return parameter.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

const Schema* Operation::answerSchema() const
{
    const auto found =
        std::find_if(responses.begin(), responses.end(), [](const ResponseDescription& response) {
            return response.status >= 200 && response.status < 300 && response.schema != nullptr;
        });
    return found == responses.end() ? nullptr : found->schema;
}

} // namespace Telamon
