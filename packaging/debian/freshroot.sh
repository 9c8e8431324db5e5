#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# freshroot.sh DEB FOLDER: makes a minimal Debian 12 that nothing is left of afterwards, and in it installs, runs and
# purges the deb (inside.sh). A picture that the program took goes to FOLDER. Exit status 3: there is no such root to be
# had here, since that takes root and a mirror (TELAMON_MIRROR, else Debian's own).
set -euo pipefail

deb=$(realpath -- "$1")
folder=$(realpath -- "$2")
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

if ((EUID != 0)) || ! command -v mmdebstrap >/dev/null; then
    echo "A fresh root takes root and mmdebstrap."
    exit 3
fi

# The root reaches its mirror as this machine does.
options=()
while IFS= read -r option; do options+=("--aptopt=$option"); done < <(apt-config dump |
    grep -E '^Acquire::(https?::Proxy|Check-Valid-Until|Check-Date|Retries) ' || true)

reached=$folder/reached log=$folder/root.log
rm -f -- "$reached" "$folder/seen" "$folder/picture.png"
export TELAMON_REACHED=$reached TELAMON_HERE=$here TELAMON_DEB=$deb TELAMON_FOLDER=$folder
status=0
# shellcheck disable=SC2016 # the hooks are for mmdebstrap's shell
mmdebstrap --quiet --mode=root --variant=minbase "${options[@]}" \
    --customize-hook='touch "$TELAMON_REACHED"' \
    --customize-hook='cp "$TELAMON_HERE/inside.sh" "$1/tmp/inside.sh" && cp "$TELAMON_DEB" "$1/tmp/telamon.deb"' \
    --customize-hook='chroot "$1" bash /tmp/inside.sh >"$TELAMON_FOLDER/seen"' \
    --customize-hook='cp "$1/tmp/picture.png" "$TELAMON_FOLDER/picture.png"' \
    bookworm /dev/null ${TELAMON_MIRROR:+"$TELAMON_MIRROR"} >"$log" 2>&1 || status=$?
cat -- "$folder/seen" 2>/dev/null || true
if ((status)); then
    tail -n 30 "$log"
    [[ -e $reached ]] || exit 3
    exit 1
fi
