#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the test programs whose strikedesk_test() carries a label, so that only those need building."""

import re
import sys
from pathlib import Path


def targets_with(label, root):
    found = []
    for listing in sorted((root / "tests").rglob("CMakeLists.txt")):
        text = re.sub(r"#[^\n]*", "", listing.read_text(encoding="utf-8"))
        for name, arguments in re.findall(r"strikedesk_test\(\s*(\w+)([^)]*)\)", text):
            labels = re.search(r"\bLABELS\s+([^)]*?)(?:\b(?:SOURCES|LINKS|TIMEOUT|QT)\b|$)", arguments, re.DOTALL)
            qt = re.search(r"^\s*QT\b", arguments)
            if labels and not qt and label in re.split(r"[\s;\"]+", labels.group(1)):
                found.append(name)
    return found


def main():
    if len(sys.argv) != 2:
        print("Usage: test_targets.py LABEL", file=sys.stderr)
        return 2
    found = targets_with(sys.argv[1], Path(__file__).resolve().parents[1])
    print(" ".join(found))
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
