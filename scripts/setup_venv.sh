#!/bin/sh
# Make .venv and install one requirements file. Does nothing when that was done for these very files.
# Usage: sh scripts/setup_venv.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
wanted=$1
stamp=".venv/installed-$wanted"

say() { printf '%s\n' "$*" >&2; }

fingerprint() { cat requirements*.txt constraints.txt | cksum; }

# A venv survives neither an upgrade of the system's python nor the removal of the one that made it.
venv_works() { [ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    say "Python 3.11 or later is needed, and none was found. On Debian or Ubuntu: apt-get install python3"
    return 1
}

ensure_venv_module() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package="python$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        say "Installing the system package $package…"
        apt-get update -qq </dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$package" </dev/null >&2
    else
        say "This Python cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install $package"
        return 1
    fi
}

if venv_works; then
    [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint)" ] && exit 0
else
    python=$(find_python)
    ensure_venv_module "$python"
    say "Making .venv with $python…"
    rm -rf .venv
    "$python" -m venv .venv
fi

say "Installing $wanted (a minute or two the first time)…"
.venv/bin/python -m pip install -qq --disable-pip-version-check -r "$wanted" -c constraints.txt
fingerprint > "$stamp"
