# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headers of files, and words that must not be in a published tree: machine paths, hosts of one network, secrets."""

import re
from pathlib import Path

from sources import CannotRun, Violation, cpp_files, read_text

COPYRIGHT = re.compile(r"^(//|#) SPDX-FileCopyrightText: \d{4} The Strikedesk authors$")
LICENCE = re.compile(r"^(//|#) SPDX-License-Identifier: GPL-3\.0-or-later$")
SCRIPT_NAMES = ("dev", ".ci/run")
TEXT_SUFFIXES = (".h", ".cpp", ".py", ".sh", ".cmake", ".txt", ".md", ".yml", ".yaml", ".json", ".sql", ".in", ".xml",
                 ".desktop", ".ts", ".qss", ".svg", ".clang-tidy", ".clang-format")
MAX_TRACKED_BYTES = 1024 * 1024

_FOLDERS = "|".join(("root", "work", "home", "Users", "tmp", "mnt", "workspace"))
MACHINE_PATH = re.compile(rf"(?<![\w.\-/:}}])/({_FOLDERS})/[\w.\-]+|(?<![\w.\-/:}}])/(root|work)(?=[\s\"'`:;,)]|$)"
                          r"|\b[A-Z]:\\Users\\")
HOSTS = re.compile("|".join((
    r"registry\.npm" + r"js\.org", r"files\.python" + r"hosted\.org", r"\bpy" + r"pi\.org", r"proxy\.go" + r"lang\.org",
    r"static\.crates" + r"\.io", r"\barti" + r"factory\b", r"\bdeb\.deb" + r"ian\.org", r"\bghcr" + r"\.io",
    r"\bquay" + r"\.io")))
SECRETS = (
    ("a private key", re.compile("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----")),
    ("a cloud key", re.compile(r"\bAKIA[0-9A-Z]{16}\b")),
    # A made-up key that says so right behind its prefix is no key.
    ("a broker key", re.compile(r"\b(?=(?:[A-Z]*\d){4})[PA]K(?!TEST|FAKE|DEMO)[A-Z0-9]{18}\b")),
    ("a code host token", re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{40,}")),
    ("a chat token", re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{10,}|discord(app)?\.com/api/webhooks/\d{17,}/[\w-]{60,}")),
    ("a model key", re.compile(r"\bsk-(proj-|ant-)?[A-Za-z0-9_-]{32,}")),
    ("a signed token", re.compile(r"\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}")),
)


def check_headers(root, names):
    found = []
    for name in cpp_files(names) + [n for n in names if n.endswith((".py", ".sh")) or n in SCRIPT_NAMES]:
        lines = read_text(root, name).splitlines()
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        if len(lines) < 2 or not COPYRIGHT.match(lines[0]) or not LICENCE.match(lines[1]):
            found.append(Violation(name, 1, "header", "Begin with the two SPDX lines the other files have."))
        if name.endswith(".h") and "#pragma once" not in lines[:6]:
            found.append(Violation(name, 3, "header", "A header says '#pragma once' right after the SPDX lines."))
    return found


def check_words(root, names):
    texts = [n for n in names if n.endswith(TEXT_SUFFIXES) or n in SCRIPT_NAMES]
    if not texts:
        raise CannotRun("No text files were found, so nothing could be checked.")
    found = []
    for name in texts:
        for number, line in enumerate(read_text(root, name).splitlines(), 1):
            found += [Violation(name, number, rule, sentence) for rule, sentence in judge_line(line)]
    return found


def judge_line(line):
    path = MACHINE_PATH.search(line)
    if path:
        yield "machine-path", f"'{path.group(0)}' is a path of one machine; take the folder from the caller."
    host = HOSTS.search(line)
    if host:
        yield "host", f"'{host.group(0)}' names a package host; that is the machine's setting, not ours."
    for what, pattern in SECRETS:
        if pattern.search(line):
            yield "secret", f"This looks like {what}; remove it, and revoke it if it was ever real."


def check_file_sizes(root, names):
    return [Violation(name, 1, "large-file", f"{(Path(root) / name).stat().st_size} bytes; nothing over 1 MiB is tracked.")
            for name in names if (Path(root) / name).stat().st_size > MAX_TRACKED_BYTES]
