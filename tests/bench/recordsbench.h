// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Report;

// From an answer's bytes to a sorted table, memory, filter keystrokes and re-sorts.
void benchRecords(Report& report);
