// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Report;

// Opening each form of the catalog, and typing in the largest.
void benchForms(Report& report);
