// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Report;

// Reading a fleet of 200 projects, against curl on the same pages.
void benchFleet(Report& report);
