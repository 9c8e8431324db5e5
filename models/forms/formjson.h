// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Telamon {

struct Operation;

// Why a JSON text cannot be taken, and where. Line and column count from 1.
struct JsonMistake {
    QString sentence;
    int line = 0;
    int column = 0;
    QString pointer;
};

// A use of the operation from the text of a form's JSON side. A placeholder stands for the secret that `held`
// has at that place. Parameters in `fixed` may be left out, and may not differ.
Result<QJsonObject, JsonMistake> useFromText(
    const Operation& operation, const QByteArray& text, const QJsonObject& held, const QStringList& fixed);

} // namespace Telamon
