// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Report;

// A project's events from the bytes of many pages to a table that is filtered and counted by what they are
// about.
void benchEvents(Report& report);
