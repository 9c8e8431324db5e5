// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Report;

// From the start of the process to its first paint, and resident memory, against an empty window.
void benchStart(Report& report);
