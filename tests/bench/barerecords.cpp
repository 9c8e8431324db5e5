// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barerecords.h"

#include <simdjson.h>

#include <array>
#include <vector>

std::size_t parseBarely(const QByteArrayList& answers)
{
    static constexpr std::array<std::string_view, 8> keys {"username", "ipAddress", "hostname", "authSource",
        "timestamp", "failureReason", "authResult", "groupId"};
    std::array<std::vector<std::string_view>, keys.size()> columns;
    std::size_t count = 0;
    simdjson::ondemand::parser parser;
    for (const QByteArray& answer : answers) {
        const simdjson::padded_string padded(answer.constData(), static_cast<std::size_t>(answer.size()));
        simdjson::ondemand::document document;
        if (parser.iterate(padded).get(document))
            continue;
        simdjson::ondemand::array records;
        if (document["accessLogs"].get_array().get(records))
            continue;
        for (auto record : records) {
            simdjson::ondemand::object object;
            if (record.get_object().get(object))
                continue;
            ++count;
            for (auto field : object) {
                const std::string_view key = field.unescaped_key().value_unsafe();
                for (std::size_t i = 0; i < keys.size(); ++i) {
                    if (keys[i] == key)
                        columns[i].push_back(field.value().raw_json_token().value_unsafe());
                }
            }
        }
    }
    return count;
}
