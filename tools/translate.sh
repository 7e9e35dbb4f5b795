# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # project comes from ./dev
# Brings the translation files up to date with the sources. Sourced by ./dev.

# The lupdate of Qt 6; a plain `lupdate` may belong to an older Qt.
find_lupdate() {
    local tool folder
    folder=$(qmake6 -query QT_HOST_BINS 2>/dev/null) || folder=
    for tool in ${folder:+"$folder/lupdate"} /usr/lib/qt6/bin/lupdate lupdate6 lupdate-qt6 lupdate; do
        if command -v "$tool" >/dev/null && "$tool" -version 2>/dev/null | grep -q 'version 6'; then
            command -v "$tool"
            return
        fi
    done
    return 1
}

# update_translations FOLDER: the files of that folder get every string of the window. Strings
# that are new are marked unfinished, those that are gone are dropped. English needs its plurals only. registry_es.ts
# is kept by hand: its strings come from the settings registry, where lupdate finds nothing.
update_translations() {
    local folder=$1 tool
    tool=$(find_lupdate) || return 3
    (
        cd "$project" || exit 1
        "$tool" -silent -no-obsolete -locations none -I . app charts ui -ts "$folder/strikedesk_es.ts" &&
            "$tool" -silent -no-obsolete -locations none -pluralonly -I . app charts ui -ts "$folder/strikedesk_en.ts"
    )
}
