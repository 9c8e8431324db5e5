// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace Telamon {

namespace {
// Filled before main() by the tests' own files.
std::vector<const TestOfProgram*>& tests()
{
    static std::vector<const TestOfProgram*> all;
    return all;
}

QByteArray baseName(QByteArray file)
{
    file.replace('\\', '/');
    file = file.sliced(file.lastIndexOf('/') + 1);
    return file.left(file.lastIndexOf('.'));
}
} // namespace

TestOfProgram::TestOfProgram(const char* file, Run runOne) : m_name(baseName(file)), m_run(runOne)
{
    tests().push_back(this);
}

const TestOfProgram* TestOfProgram::find(QByteArrayView name)
{
    const auto found = std::find_if(
        tests().cbegin(), tests().cend(), [name](const TestOfProgram* test) { return name == test->m_name; });
    return found == tests().cend() ? nullptr : *found;
}

QByteArrayList TestOfProgram::names()
{
    QByteArrayList names;
    for (const TestOfProgram* test : tests())
        names.append(test->m_name);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace Telamon

int main(int argumentCount, char** arguments)
{
    using Telamon::TestOfProgram;
    const TestOfProgram* test = argumentCount > 1 ? TestOfProgram::find(arguments[1]) : nullptr;
    if (!test) {
        std::fprintf(stderr, "usage: %s TEST [ARGUMENTS OF QTEST], where TEST is one of\n  %s\n",
            arguments[0], TestOfProgram::names().join("\n  ").constData());
        return 2;
    }
    // The test sees its own arguments only.
    std::vector<char*> own {arguments[0]};
    own.insert(own.end(), arguments + 2, arguments + argumentCount);
    const int ownCount = static_cast<int>(own.size());
    own.push_back(nullptr);
    return test->run(ownCount, own.data());
}
