# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every registered setting is read somewhere: one that changes nothing must not be offered."""

import re

from sources import CannotRun, Violation, cpp_files, read_text

REGISTRY = "core/base/settings/"
# The settings pages show every setting there is; that is no use of it.
PAGES = "ui/settings/"
PROGRAM = ("app/", "charts/", "core/", "ui/")
DEFINITION = re.compile(r'setting::\w+\(\s*(?:SettingKind::\w+,\s*)?"([a-z0-9_.]+)"')


def registered(root, names):
    """[(key, file, line)] of every definition."""
    found = []
    for name in (n for n in names if n.startswith(REGISTRY) and n.endswith("_settings.h")):
        text = read_text(root, name)
        for match in DEFINITION.finditer(text):
            found.append((match.group(1), name, text.count("\n", 0, match.start()) + 1))
    return found


def check(root, names):
    settings = registered(root, names)
    if not settings and any(n.startswith(REGISTRY) for n in names):
        raise CannotRun(f"{REGISTRY} holds no definition that this checker can read.")
    readers = [n for n in cpp_files(names)
               if n.startswith(PROGRAM) and not n.startswith((REGISTRY, PAGES))]
    text = "\n".join(read_text(root, name) for name in readers)
    return [Violation(name, line, "setting",
                      f"Nothing reads {key}. Wire it, or take it out of the registry.")
            for key, name, line in settings if f'"{key}"' not in text]
