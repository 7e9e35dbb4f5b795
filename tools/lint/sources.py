# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every checker stands on: the list of files, C++ text without comments, and how to fail."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

CPP_SUFFIXES = (".h", ".cpp")
SKIPPED_FOLDERS = {".git", ".cache", "node_modules", "shots", "__pycache__"}


class CannotRun(Exception):
    """A checker that cannot do its work is a failure, never a pass."""


@dataclass(frozen=True, order=True)
class Violation:
    path: str
    line: int
    rule: str
    sentence: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.sentence}"


def list_files(root):
    """Root-relative names of the files git tracks or would track; walks the folder where git cannot answer."""
    root = Path(root)
    try:
        answer = subprocess.run(
            ["git", "-c", "core.quotePath=off", "ls-files", "-co", "--exclude-standard"],
            cwd=root, capture_output=True, text=True, check=True)
        names = answer.stdout.splitlines() if (root / ".git").exists() else walk(root)
    except (OSError, subprocess.CalledProcessError):
        names = walk(root)
    names = sorted(name for name in set(names) if (root / name).is_file())
    if not names:
        raise CannotRun(f"No files were found under {root}, so nothing could be checked.")
    return names


def walk(root):
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS
                      and not (Path(folder) == root and f.startswith("build"))]
        found += [(Path(folder) / f).relative_to(root).as_posix() for f in files]
    return found


def read_text(root, name):
    return (Path(root) / name).read_text(encoding="utf-8", errors="replace")


def cpp_files(names):
    found = [name for name in names if name.endswith(CPP_SUFFIXES)]
    if not found:
        raise CannotRun("No C++ files were found, so nothing could be checked.")
    return found


_TOKEN = re.compile(
    r'//(?:[^\n\\]|\\.|\\\n)*'            # line comment, with continued lines
    r'|/\*.*?\*/'                               # block comment
    r'|(?:\bu8|\bu|\bU|\bL)?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:[^"\\\n]|\\.)*"'                 # string
    r"|(?<![0-9a-zA-Z_])(?:u8|u|U|L)?'(?:[^'\\\n]|\\.)+'",  # character, not a digit separator
    re.DOTALL)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text, keep_strings=False):
    """C++ with comments (and, unless asked otherwise, the insides of literals) blanked; lines stay lines."""
    def replace(match):
        token = match.group(0)
        if token.startswith("/"):
            return _blank(token)
        if keep_strings:
            return token
        return token[0] + _blank(token[1:-1]) + token[-1] if len(token) > 1 else token
    return _TOKEN.sub(replace, text)


def without_directives(text):
    """Blanks preprocessor lines, with their continued lines: braces in macros do not pair up."""
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\(?:\n|.))*", lambda m: _blank(m.group(0)), text, flags=re.MULTILINE)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
