// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <simdjson.h>

namespace Telamon {

// The parser of this thread, for as long as one answer is parsed. Its buffers are larger than the answer, and
// to get them anew for each answer costs as much as parsing; so they are kept, unless the answer was large.
class ThreadParser {
public:
    ThreadParser() = default;
    ~ThreadParser()
    {
        if (parser().capacity() > LargestKept)
            parser() = simdjson::ondemand::parser();
    }
    Q_DISABLE_COPY_MOVE(ThreadParser)

    simdjson::ondemand::parser& parser() const
    {
        static thread_local simdjson::ondemand::parser kept;
        return kept;
    }

private:
    static constexpr std::size_t LargestKept = 2 * 1024 * 1024; // bytes of the answer
};

} // namespace Telamon
