#!/usr/bin/env bash
# What some tests need beside Python: LibreOffice, Chinese fonts, PDF tools, a screen in memory (Debian's), Microsoft's
# validator (npm's).
# Installs what is missing where it may, and says loudly what stays missing and so untested. Never fails: the tests
# that need a missing program skip themselves and say why.
set -u
cd "$(dirname "$0")/.."

loudly() {
    printf '!!!! %s\n' "NOT TESTED: $1" "$2" >&2
}

packages=()
command -v soffice >/dev/null || packages+=(libreoffice-calc)
/usr/bin/python3 -c 'import uno' 2>/dev/null || packages+=(python3-uno)
command -v Xvfb >/dev/null || packages+=(xvfb)
command -v xdotool >/dev/null || packages+=(xdotool)
command -v pdftoppm >/dev/null || packages+=(poppler-utils)
fc-list :lang=zh-cn family 2>/dev/null | grep -q 'Noto Serif CJK' || packages+=(fonts-noto-cjk)

if [ ${#packages[@]} -gt 0 ]; then
    as_root=()
    may=no
    if command -v apt-get >/dev/null; then
        if [ "$(id -u)" = 0 ]; then
            may=yes
        elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
            may=yes
        fi
    fi
    if [ $may = yes ]; then
        echo "installing ${packages[*]} (Debian) ..."
        log=$(mktemp)
        if ! {
            "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
                "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
                    apt-get -qq install --yes --no-install-recommends "${packages[@]}"
        } >"$log" 2>&1 </dev/null; then
            tail -n 5 "$log" >&2
            loudly "what opens workbooks in LibreOffice" "apt-get could not install ${packages[*]} (above)."
        fi
        rm -f "$log"
    else
        loudly "what opens workbooks in LibreOffice" \
            "Missing: ${packages[*]}; only root (or sudo without a password) on Debian may install them here."
    fi
fi

version=0.4.6
validator=@ooxml-tools/validate@$version
if ! grep -qs "\"version\": \"$version\"" .tools/node_modules/@ooxml-tools/validate/package.json; then
    if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then
        echo "installing $validator (npm) ..."
        mkdir -p .tools
        certificates=/etc/ssl/certs/ca-certificates.crt # npm trusts whom the system trusts
        [ -f $certificates ] && export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-$certificates}"
        if ! said=$(npm install --prefix .tools --no-save --no-audit --no-fund --loglevel=error "$validator" 2>&1); then
            printf '%s\n' "$said" | tail -n 5 >&2
            loudly "workbooks by Microsoft's Open XML SDK validator" "npm could not install $validator (above)."
        fi
    else
        loudly "workbooks by Microsoft's Open XML SDK validator" "Node.js 20+ with npm is missing."
    fi
fi
exit 0
