#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# sign.sh Telamon.app Telamon.dmg: signs the bundle for the hardened runtime, puts it into a disk image, and has Apple
# notarise that. In the environment: TELAMON_IDENTITY, the name of a "Developer ID Application" certificate in the
# keychain, and TELAMON_NOTARY, the keychain profile that "xcrun notarytool store-credentials" made.
set -euo pipefail

die() { printf 'sign.sh: %s\n' "$*" >&2; exit 1; }

(($# == 2)) || die "it takes the bundle and the disk image to make"
[[ $(uname) == Darwin ]] || die "signing needs macOS"
bundle=$1
image=$2
identity=${TELAMON_IDENTITY:?the name of the certificate}
notary=${TELAMON_NOTARY:?the keychain profile for notarytool}
entitlements=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)/telamon.entitlements
[[ -d $bundle/Contents/MacOS ]] || die "$bundle is no bundle"

sign() { codesign --force --timestamp --options runtime --sign "$identity" "$@"; }

# From the inside out: the signature of what holds something covers that of what it holds.
while IFS= read -r -d '' library; do
    sign "$library"
done < <(find "$bundle/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0)
while IFS= read -r -d '' framework; do
    sign "$framework"
done < <(find "$bundle/Contents/Frameworks" -depth -type d -name '*.framework' -print0 2>/dev/null)
sign --entitlements "$entitlements" "$bundle"
codesign --verify --strict --deep --verbose=2 "$bundle"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$bundle" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname Telamon -srcfolder "$folder" -format UDZO -ov "$image"
codesign --force --timestamp --sign "$identity" "$image"

xcrun notarytool submit "$image" --keychain-profile "$notary" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
