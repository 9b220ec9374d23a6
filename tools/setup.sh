#!/bin/sh
# Prepare .venv with the locked packages, and the system libraries and font Qt needs. Safe to run again: quick when done.
set -eu
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# --- What Qt loads at run time and its wheels do not bring: shared library, Debian package that has it. ---
# Read off PySide6-Essentials 6.11.2: the modules used here and its offscreen, xcb and wayland platform plug-ins.
libraries='
libEGL.so.1           libegl1
libGL.so.1            libgl1
libX11-xcb.so.1       libx11-xcb1
libdbus-1.so.3        libdbus-1-3
libfontconfig.so.1    libfontconfig1
libglib-2.0.so.0      libglib2.0-0
libgssapi_krb5.so.2   libgssapi-krb5-2
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libxcb-cursor.so.0    libxcb-cursor0
libxcb-icccm.so.4     libxcb-icccm4
libxcb-keysyms.so.1   libxcb-keysyms1
libxcb-randr.so.0     libxcb-randr0
libxcb-shape.so.0     libxcb-shape0
libxcb-sync.so.1      libxcb-sync1
libxcb-xfixes.so.0    libxcb-xfixes0
libxkbcommon.so.0     libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
'

missing_packages() {
    known=$( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null) || return 0
    printf '%s\n' "$libraries" | while read -r library package; do
        [ -z "$library" ] && continue
        case "$known" in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
    done
    # Text offscreen and on a bare machine: without any font every letter is a box.
    if command -v dpkg-query >/dev/null; then
        dpkg-query -W -f '${Status}' fonts-noto-core 2>/dev/null | grep -q 'ok installed' || printf 'fonts-noto-core '
    fi
}

# Install Debian packages as root or with a sudo that asks nothing; else name the line to paste and go on.
install_packages() {
    line="apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        say "Qt needs libraries that Debian calls: $* - please install them with this system's package manager."
        return 0
    fi
    if [ "$(id -u)" = 0 ]; then as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root='sudo -n'
    else
        say "Qt needs system packages that are missing; paste this line, then run make again: sudo $line"
        return 0
    fi
    say "installing system packages: $*"
    $as_root apt-get update -qq || say 'the package list could not be refreshed; going on with the old one.'
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive $line -qq >/dev/null ||
        say "that failed; the line was: $line"
}

# --- Python ---
suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1; }

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if suits "$name"; then command -v "$name"; return; fi
    done
    return 1
}

if [ "${1:-}" = packages ]; then  # for the Makefile: setup.sh packages NAME...
    shift
    install_packages "$@"
    exit
fi

if [ "$(uname)" = Linux ]; then
    missing=$(missing_packages)
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
fi

# The stamp holds what the environment was made from, so a moved folder or a changed lock makes it anew.
python=.venv/bin/python
wanted=$(cksum requirements.lock pyproject.toml tools/setup.sh; pwd)
[ "$(cat .venv/.made-from 2>/dev/null)" = "$wanted" ] && suits $python && exit 0

if ! suits $python; then
    base=$(find_python) || fail 'no Python 3.11 to 3.14 was found; please install one (on Debian and Ubuntu: apt-get install python3 python3-venv) or name it with PYTHON=...'
    "$base" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$base has no venv module; please install it (on Debian and Ubuntu: apt-get install python3-venv)."
    say "making .venv with $("$base" --version)"
    "$base" -m venv --clear .venv
fi
rm -f .venv/.made-from
say 'installing the locked packages (about 150 MB the first time)'
# The lock is complete, and pip 23.2 looks up "coverage[toml]" beside the pinned "coverage": it takes the newest and
# then refuses it for want of a pin. Without dependencies there is nothing to look up.
$python -m pip install -qq --disable-pip-version-check --no-input --require-hashes --no-deps -r requirements.lock
$python -m pip install -qq --disable-pip-version-check --no-input --no-deps --no-build-isolation --editable .
QT_QPA_PLATFORM=offscreen $python -c 'from PySide6 import QtGui, QtSvg, QtWidgets; QtWidgets.QApplication([])' ||
    say 'the packages are installed, but Qt does not start; the line above names what it misses.'
printf '%s\n' "$wanted" > .venv/.made-from
say 'ready'
