// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/records/column.h"

#include <QByteArrayList>

// Made-up answers of the access log, as long as the service's own, and the table that shows them.
Telamon::TableLayout accessLogTable();
QByteArrayList accessLogAnswers(int records, int pageSize);
