#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every checker over the tree and ends non-zero on any violation, or when a checker could not run."""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import banned      # noqa: E402
import layering    # noqa: E402
import programs    # noqa: E402
import settings_read  # noqa: E402
import sizes       # noqa: E402
import sources     # noqa: E402
import texts       # noqa: E402

CHECKERS = {
    "layering": layering.check,
    "banned": banned.check,
    "sizes": sizes.check,
    "headers": texts.check_headers,
    "words": texts.check_words,
    "large-files": texts.check_file_sizes,
    "settings": settings_read.check,
    "format": programs.check_format,
    "scripts": programs.check_scripts,
}


def run(root, only=None):
    """(violations, sentences of checkers that could not run, number of files)."""
    names = sources.list_files(root)
    violations, unable = [], []
    for title in only or CHECKERS:
        try:
            violations += CHECKERS[title](root, names)
        except sources.CannotRun as error:
            unable.append(f"{title} could not run: {error}")
        except Exception as error:  # a checker with a bug has not checked anything
            unable.append(f"{title} broke: {type(error).__name__}: {error}")
    return sorted(violations), unable, len(names)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2], type=Path)
    parser.add_argument("--fix", action="store_true", help="lay out C++ with clang-format first")
    parser.add_argument("--only", action="append", choices=sorted(CHECKERS), help="run only this checker")
    options = parser.parse_args()
    try:
        if options.fix:
            changed = programs.fix_format(options.root, sources.list_files(options.root))
            print(f"lint: {changed} files were laid out anew.")
        violations, unable, files = run(options.root, options.only)
    except sources.CannotRun as error:
        print(f"lint: {error}", file=sys.stderr)
        return 2
    for violation in violations:
        print(violation)
    for sentence in unable:
        print(f"lint: {sentence}", file=sys.stderr)
    if violations or unable:
        print(f"lint: {len(violations)} violations and {len(unable)} checkers that could not run, in {files} files.",
              file=sys.stderr)
        return 1
    print(f"lint: {files} files are clean.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
