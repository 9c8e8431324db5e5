#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Run by freshroot.sh inside the fresh root: installs /tmp/telamon.deb without what is only recommended, starts the
# program as an ordinary user, purges it, and looks for what it left. What was seen goes to standard output.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

fail() { printf 'inside the fresh root: %s\n' "$*" >&2; exit 1; }
seen() { printf '    %s\n' "$*"; }

apt() { apt-get -q -o Dpkg::Use-Pty=0 "$@" >&2 </dev/null; }
named_after_it() {
    find / -xdev \( -path /tmp -o -path /proc -o -path /sys -o -path /dev \) -prune -o -iname '*telamon*' -print
}

[[ -z $(named_after_it) ]] || fail "it is not fresh: $(named_after_it)"
before=$(dpkg-query -W | wc -l)
apt install -y --no-install-recommends /tmp/telamon.deb
seen "installed on $(cat /etc/debian_version), with $(($(dpkg-query -W | wc -l) - before - 1)) packages that it needs"
mapfile -t files < <(dpkg-query -L telamon)

home=/tmp/home
mkdir -p $home/run
chmod 0700 $home/run
chown -R nobody:nogroup $home
as_user() {
    setpriv --reuid=nobody --regid=nogroup --clear-groups env -i -C $home HOME=$home XDG_RUNTIME_DIR=$home/run \
        PATH=/usr/bin:/bin LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen "$@"
}

version=$(as_user telamon --version)
[[ $version == "telamon $(dpkg-query -W -f '${Version}' telamon | sed 's/-[^-]*$//')" ]] || fail "--version says: $version"
seen "ran: $version"
operations=$(as_user telamon operations | wc -l)
((operations > 20)) || fail "it knows $operations operations"
seen "ran: telamon operations, $operations lines"
# Asks the keychain, of which there is none here: said and not crashed (5, not sent).
status=0
as_user telamon call listOrgs >$home/call.log 2>&1 || status=$?
((status == 5 || status == 2)) || fail "a call without a connection ended with $status: $(cat $home/call.log)"

status=0
as_user timeout 300 telamon --screenshots $home/pictures >$home/window.log 2>&1 || status=$?
((status == 0)) || fail "the window ended with $status: $(cat $home/window.log)"
if grep -E 'driver not loaded|[Cc]ould not (load|find)|[Cc]annot load' $home/window.log >&2; then
    fail "the window misses something"
fi
mapfile -t pictures < <(find $home/pictures -name '*.png' -size +4k | sort)
((${#pictures[@]} > 20)) || fail "the window took ${#pictures[@]} pictures"
cp "${pictures[0]}" /tmp/picture.png
seen "ran: a window without a screen on the sandbox, ${#pictures[@]} pictures of its pages"

apt purge -y telamon
if dpkg-query -W telamon >&2; then fail "it is still known"; fi
for file in "${files[@]}"; do
    if [[ -e $file && ! -d $file ]]; then fail "$file is left"; fi
done
[[ -z $(named_after_it) ]] || fail "left: $(named_after_it)"
seen "purged: none of its ${#files[@]} files and folders bears its name any more"
