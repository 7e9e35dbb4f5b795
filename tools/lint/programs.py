# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks done by other programs, pinned by version: clang-format for C++, shellcheck for scripts."""

import re
import shutil
import subprocess
from pathlib import Path

from sources import CannotRun, Violation, cpp_files, read_text

CLANG_FORMAT = "clang-format-16"
BATCH = 40


def find(program):
    path = shutil.which(program)
    if not path:
        raise CannotRun(f"{program} is not installed; './dev setup' installs it.")
    return path


def batches(items):
    return [items[i:i + BATCH] for i in range(0, len(items), BATCH)]


def check_format(root, names):
    program = find(CLANG_FORMAT)
    if not (Path(root) / ".clang-format").is_file():
        raise CannotRun(".clang-format is missing, so the layout could not be judged.")
    first = {}
    for group in batches(cpp_files(names)):
        answer = subprocess.run([program, "--dry-run", "-Werror", "--style=file", *group], cwd=root,
                                capture_output=True, text=True, check=False)
        found = re.findall(r"^(.+?):(\d+):\d+: (?:error|warning): ", answer.stderr, re.MULTILINE)
        if answer.returncode != 0 and not found:
            raise CannotRun(f"{CLANG_FORMAT} failed: {answer.stderr.strip()[:300]}")
        for name, line in found:
            first.setdefault(name, int(line))
    return [Violation(name, line, "format", "Not laid out as clang-format 16 does; run './dev lint --fix'.")
            for name, line in sorted(first.items())]


def fix_format(root, names):
    """Lays out every C++ file; returns how many changed."""
    program = find(CLANG_FORMAT)
    wrong = sorted({violation.path for violation in check_format(root, names)})
    for group in batches(wrong):
        subprocess.run([program, "-i", "--style=file", *group], cwd=root, check=True)
    return len(wrong)


def is_shell_script(root, name):
    if name.endswith(".sh"):
        return True
    if "." in Path(name).name:
        return False
    first = read_text(root, name)[:64].split("\n")[0]
    return bool(re.match(r"^#!.*\b(ba|da)?sh\b", first))


def check_scripts(root, names):
    program = find("shellcheck")
    scripts = [name for name in names if is_shell_script(root, name)]
    if not scripts:
        raise CannotRun("No shell script was found, not even ./dev, so nothing could be checked.")
    answer = subprocess.run([program, "-x", "-f", "gcc", *scripts], cwd=root, capture_output=True, text=True, check=False)
    if answer.returncode > 1:
        raise CannotRun(f"shellcheck failed: {answer.stderr.strip()[:300]}")
    return [Violation(name, int(line), "shell", words)
            for name, line, words in re.findall(r"^(.+?):(\d+):\d+: (.+)$", answer.stdout, re.MULTILINE)]
