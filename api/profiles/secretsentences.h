// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/secretstore.h"

namespace Telamon {

// What happened in the keychain and what to do, for a person; empty where all is well. `detail` is the
// keychain's own word.
QString sentenceOf(SecretStore::Action action, SecretStore::Outcome outcome, const QString& detail);
QString lateSentenceOf(SecretStore::Action action); // of what was done after all

} // namespace Telamon
