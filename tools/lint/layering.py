# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes follow the one-way street of rooms.py, and pure rooms include nothing that reaches outside."""

import re
from pathlib import Path

import rooms
from sources import CannotRun, Violation, cpp_files, read_text, without_comments

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]', re.MULTILINE)

# What a pure room may not include: Qt, the libraries that reach outside, and the parts of the standard library and
# the system that hold threads, clocks' waits, chance or files.
OUTSIDE = re.compile(
    r"^(Q[A-Z]\w*|Qt\w*/.*|qglobal\.h|qtcore\.h"
    r"|sqlite3\.h|pqxx/.*|libpq-fe\.h|boost/.*|simdjson\.h|nlohmann/.*|spdlog/.*|fmt/os\.h|msgpack.*"
    r"|zstd\.h|zlib\.h|sodium\.h|CLI/.*|curl/.*|openssl/.*|qt6keychain/.*"
    r"|(sys|netinet|arpa|linux)/.*|unistd\.h|fcntl\.h|pthread\.h|netdb\.h|poll\.h|time\.h|windows\.h"
    r"|thread|mutex|shared_mutex|condition_variable|future|semaphore|barrier|latch|stop_token"
    r"|fstream|filesystem|iostream|syncstream|ctime|csignal)$")


def check(root, names):
    violations = []
    for name in cpp_files(names):
        violations += check_file(root, name, set(names))
    return violations + check_rows(root, names)


def check_file(root, name, names):
    room = rooms.room_of(name)
    if room is None:
        return [Violation(name, 1, "layering",
                          "This folder is no room yet: add it, with what it may include, to tools/lint/rooms.py.")]
    found = []
    text = without_comments(read_text(root, name), keep_strings=True)
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        sentence = judge(room, match.group(1), match.group(2), names)
        if sentence:
            found.append(Violation(name, line, "layering", sentence))
    return found


def judge(room, quote, target, names):
    """The sentence against one include, or None."""
    if room in rooms.PURE_ROOMS and OUTSIDE.match(target):
        return f"{room} is a pure room and may not include <{target}>."
    ours = target.split("/")[0] in rooms.TOP_FOLDERS and "/" in target
    if not ours:
        # moc output and generated tables are named without a folder.
        if quote == '"' and not re.match(r"^(generated/\w+\.(h|inc)|\w+\.moc|moc_\w+\.cpp)$", target):
            return f'"{target}" is not written from the root of the tree.'
        return None
    other = rooms.room_of(target)
    if other is None:
        return f'"{target}" is in no room of tools/lint/rooms.py.'
    if quote == "<":
        return f"<{target}> is ours: write it in quotes."
    if other != room and other not in rooms.ROOMS[room]:
        return f"{room} may not include {other} (\"{target}\")."
    if target not in names and target + ".in" not in names:
        return f'"{target}" does not exist.'
    return None


def check_rows(root, names):
    """Each row of the list still names a folder, and the street has no way back up."""
    if not rooms.ROOMS:
        raise CannotRun("tools/lint/rooms.py lists no room.")
    rows = "tools/lint/rooms.py"
    found = []
    for room, allowed in rooms.ROOMS.items():
        if not (Path(root) / room).is_dir():
            found.append(Violation(rows, 1, "layering", f"The room {room} has no folder: remove its row."))
        for other in allowed:
            if other not in rooms.ROOMS:
                found.append(Violation(rows, 1, "layering", f"{room} names the unknown room {other}."))
            elif room in rooms.ROOMS[other]:
                found.append(Violation(rows, 1, "layering", f"{room} and {other} name each other: one way only."))
    return found
