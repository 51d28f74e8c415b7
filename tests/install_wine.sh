#!/usr/bin/env bash
# What the tests of the Windows bundle need: Wine (Debian's). Installs it where it may, and says loudly where it stays
# missing and so untested. Never fails: the tests then skip themselves and say why.
set -u
cd "$(dirname "$0")/.."

command -v wine >/dev/null && exit 0

loudly() {
    printf '!!!! %s\n' "NOT TESTED: the installer and the function server on a Windows Python (Wine)" "$1" >&2
}

as_root=()
if ! command -v apt-get >/dev/null || [ "$(dpkg --print-architecture 2>/dev/null)" != amd64 ]; then
    loudly "Wine is installed by itself on 64-bit Debian only."
    exit 0
elif [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
        loudly "Only root (or sudo without a password) may install Wine here."
        exit 0
    fi
    as_root=(sudo -n)
fi

echo "installing wine (Debian) ..."
log=$(mktemp)
if ! {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends wine wine64
} >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log" >&2
    loudly "apt-get could not install wine (above)."
fi
rm -f "$log"
exit 0
