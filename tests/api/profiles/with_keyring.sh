#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with_keyring.sh STATE PROGRAM [ARGUMENTS]: runs a test program in a session of its own whose keychain is
#   open       gnome-keyring, unlocked
#   empty      gnome-keyring that holds no keychain
#   noservice  a session bus on which nobody keeps secrets
#   nobus      no session bus
# Expects tests/run.sh around it: HOME and XDG_* are thrown away afterwards. Exit 77: skipped, with the reason.
set -eu
state=$1
shift
case $state in
open | empty) needs=(dbus-run-session gnome-keyring-daemon) ;;
noservice) needs=(dbus-run-session) ;;
*) needs=() ;;
esac
for needed in "${needs[@]}"; do
    if ! command -v "$needed" >/dev/null; then
        echo "Skipped: $needed is not installed, so there is no real keychain to test with."
        exit 77
    fi
done
export TELAMON_TEST_KEYCHAIN=$state TELAMON_TEST_KEYCHAIN_PASSWORD=a-password-of-the-test
case $state in
open)
    # The daemon leaves when its bus does.
    exec dbus-run-session -- bash -c '
        printf %s "$TELAMON_TEST_KEYCHAIN_PASSWORD" |
            gnome-keyring-daemon --unlock --components=secrets >/dev/null
        exec "$@"' _ "$@"
    ;;
empty)
    exec dbus-run-session -- "$@"
    ;;
noservice)
    # A bus without service files starts nothing by itself.
    cat >"$HOME/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$XDG_RUNTIME_DIR</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
    exec dbus-run-session --config-file="$HOME/bus.conf" -- "$@"
    ;;
nobus)
    unset DBUS_SESSION_BUS_ADDRESS
    exec "$@"
    ;;
*)
    echo "with_keyring.sh: unknown state $state" >&2
    exit 2
    ;;
esac
