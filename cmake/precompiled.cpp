// SPDX-License-Identifier: GPL-3.0-or-later
// A set of precompiled headers belongs to a target, and a target has a source.
