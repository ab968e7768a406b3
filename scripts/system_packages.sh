#!/bin/sh
# See that the programs which the tests drive are there: a browser, PDF tools, Java, PostgreSQL.
# On Debian and Ubuntu, as root or with password-less sudo, the missing ones are installed; elsewhere they are named.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }
have_file() { for path in "$@"; do [ -e "$path" ] && return 0; done; return 1; }

have_browser() { have chromium || have_file "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium-*; }
have_java() { have java && java -version 2>&1 | grep -Eq 'version "(1[7-9]|[2-9][0-9])'; }

missing_packages() {
    # Ubuntu's chromium is a snap, which containers cannot run: there Playwright's own is fetched (below).
    have_browser || is_ubuntu || echo chromium
    have pdfsig || echo poppler-utils
    have qpdf || echo qpdf
    have_java || echo default-jre-headless
    have_file /usr/share/java/jaxb-runtime.jar || echo libjaxb-java
    have initdb || have_file /usr/lib/postgresql/*/bin/initdb || echo postgresql
}

is_ubuntu() { grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
    have apt-get && { [ "$(id -u)" -eq 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }
}

missing=$(missing_packages | tr '\n' ' ')
if [ -n "$missing" ]; then
    if can_install; then
        say "Installing the system packages ${missing}…"
        as_root apt-get update -qq </dev/null
        # shellcheck disable=SC2086 # one word per package is meant
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing </dev/null >&2
    else
        say "Some tests will fail without these Debian packages (or their like): $missing"
    fi
fi

if is_ubuntu && ! have_browser; then
    say "Fetching a browser for the tests…"
    .venv/bin/python -m playwright install chromium || say "The browser tests will fail without Chromium."
    can_install && as_root .venv/bin/python -m playwright install-deps chromium </dev/null >&2
fi
