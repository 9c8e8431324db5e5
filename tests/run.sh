#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test program with a HOME of its own, so that no test reads or writes a developer's settings, keychain or
# credentials, and no test goes through a proxy.
set -eu
home=$(mktemp -d "${TMPDIR:-/tmp}/telamon-test.XXXXXX")
trap 'rm -rf "$home"' EXIT
mkdir -p "$home"/{config,data,cache,state,run}
chmod 0700 "$home"/run
while IFS= read -r name; do unset "$name"; done < <(compgen -e | grep -E '^(MONGODB_ATLAS_|(http|https|all|no|ftp)_proxy$|(HTTP|HTTPS|ALL|NO|FTP)_PROXY$)' || true)
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export XDG_STATE_HOME=$home/state XDG_RUNTIME_DIR=$home/run
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY
export QT_QPA_PLATFORM=${TELAMON_TEST_PLATFORM:-offscreen} TZ=${TELAMON_TEST_TZ:-UTC} LC_ALL=C.UTF-8
"$@"
