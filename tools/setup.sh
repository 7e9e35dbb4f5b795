# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # project and jobs come from ./dev
# Installs what the build needs, once. Sourced by ./dev, which defines `say`, `fail` and `project`.

# The packages of the list that are not installed, on one line.
missing_packages() {
    local wanted installed
    wanted=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$project/packaging/debian-packages.txt" | sort -u)
    # shellcheck disable=SC2016,SC2086 # dpkg's own ${…}, and the list splits on purpose
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' $wanted 2>/dev/null |
        awk '$2 == "installed" { print $1 }' | sort -u)
    comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed") | tr '\n' ' '
}

# Runs a command as root, directly or through sudo, without ever asking.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

install_packages() {
    # shellcheck disable=SC2086 # the list splits on purpose
    as_root apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 $1 >&2
}

setup_debian() {
    local missing
    missing=$(missing_packages)
    if [ -z "${missing// /}" ]; then
        return 0
    fi
    say "Installing: $missing"
    if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
        fail "Packages are missing and need root to install. Run: sudo apt-get install $missing"
    fi
    if ! install_packages "$missing"; then
        say "Reading the package lists once, then trying again."
        as_root apt-get update -q >&2 || say "The package lists could not be read in full."
        install_packages "$missing" || fail "The packages could not be installed; apt-get's words are above."
    fi
    missing=$(missing_packages)
    [ -z "${missing// /}" ] || fail "These packages are still missing: $missing"
}

# $1 = required: fail where there is no apt-get; otherwise go on and let the build say what it lacks.
setup() {
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        setup_debian
    elif [ "${1:-}" = required ]; then
        fail "This system has no apt-get. Install the counterparts of packaging/debian-packages.txt by hand (vcpkg.json names them)."
    else
        say "No apt-get here: going on with the libraries that are installed."
    fi
}
