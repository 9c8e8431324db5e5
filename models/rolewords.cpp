// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rolewords.h"

#include <QStringList>

namespace Telamon {

using namespace Qt::StringLiterals;

QString roleWords(const QString& role)
{
    const bool isOfProject = role.startsWith("GROUP_"_L1);
    if (!isOfProject && !role.startsWith("ORG_"_L1))
        return role;
    if (role.endsWith(u'_'))
        return role;
    QStringList words = role.split(u'_', Qt::SkipEmptyParts).sliced(1);
    for (QString& word : words)
        word = word == "GROUP"_L1 ? u"Project"_s : word.left(1) + word.sliced(1).toLower();
    // Names of the service, which are English everywhere; so are "Project" and "Organization" in them.
    const QString name = words.join(u' ').replace("Read Write"_L1, "Read/Write"_L1);
    return (isOfProject ? u"Project "_s : u"Organization "_s) + name;
}

} // namespace Telamon
