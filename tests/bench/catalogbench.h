// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Report;

// Reading the built-in catalog, against parsing its JSON alone.
void benchCatalog(Report& report);
