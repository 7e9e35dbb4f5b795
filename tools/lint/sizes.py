# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and functions stay small. Old crossings are listed with their size in size_ratchet.txt and may only shrink."""

import re
from pathlib import Path

from sources import CannotRun, Violation, cpp_files, line_of, read_text, without_comments, without_directives

RATCHET_FILE = "tools/lint/size_ratchet.txt"
HEADER_LINES = 200
SOURCE_LINES = 400
TEST_SOURCE_LINES = 600
FUNCTION_LINES = 70

_TYPE_HEAD = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
_CONTROL = re.compile(r"^\s*(if|for|while|switch|do|else|try|catch|return)\b")
_NAME = re.compile(r"((?:\w+\s*::\s*)*(?:operator\s*(?:\(\)|\[\]|[^\s\w(]+|\w+)|~?\w+))\s*\(")


def check(root, names):
    ratchet = read_ratchet(root)
    found = []
    for name in cpp_files(names):
        text = read_text(root, name)
        for what, line, lines, limit in measure(name, text):
            if lines <= limit:
                continue
            key = (name, what)
            old = ratchet.pop(key, None)
            if old is None:
                found.append(Violation(name, line, "size",
                                       f"{what} has {lines} lines; the limit is {limit}. Split it by subject."))
            elif lines > old:
                found.append(Violation(name, line, "size", f"{what} grew from {old} to {lines} lines; it may only shrink."))
            elif lines < old:
                found.append(Violation(RATCHET_FILE, 1, "size", f"{name} {what} shrank to {lines}: lower its number."))
    for (name, what), _ in sorted(ratchet.items()):
        found.append(Violation(RATCHET_FILE, 1, "size", f"{name} {what} is within its limit now: remove its row."))
    return found


def measure(name, text):
    """(what, line, lines, limit) of a file and of each function in it."""
    if name.endswith(".h"):
        limit = HEADER_LINES
    else:
        limit = TEST_SOURCE_LINES if name.startswith("tests/") else SOURCE_LINES
    rows = [("file", 1, len(text.splitlines()), limit)]
    rows += [(f"function:{function}", line, lines, FUNCTION_LINES) for function, line, lines in functions(text)]
    return rows


def functions(text):
    """(name, first line, lines) of each function body, found by pairing braces."""
    code = without_directives(without_comments(text))
    found = []
    stack = []          # (kind, start offset, name)
    head_start = 0      # where the text in front of the next brace begins
    depth = 0           # open parentheses in the head
    for offset, character in enumerate(code):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == ";" and depth == 0:
            head_start = offset + 1
        elif character == "{":
            kind, function = classify(code[head_start:offset], depth, stack)
            stack.append((kind, head_start, function, depth))
            if kind != "value":
                head_start, depth = offset + 1, 0
        elif character == "}" and stack:
            kind, start, function, depth = stack.pop()
            if kind == "value":
                continue
            if kind == "function":
                first = start + len(code[start:offset]) - len(code[start:offset].lstrip())
                lines = line_of(code, offset) - line_of(code, first) + 1
                found.append((function, line_of(code, first), lines))
            head_start, depth = offset + 1, 0
    return found


def classify(head, depth, stack):
    """What the brace after `head` opens: a scope (namespace or type), a function, a value, or a block in a function."""
    if any(kind in ("function", "block") for kind, *_ in stack):
        return "block", ""
    if depth > 0 or any(kind == "value" for kind, *_ in stack):
        return "value", ""
    plain = re.sub(r"\boperator\s*[^\s\w(]+", "operator", strip_template(head)).strip()
    plain = re.sub(r"^(public|protected|private)\s*:", "", plain).strip()
    if "(" not in plain:
        return ("scope", "") if _TYPE_HEAD.search(plain) else ("value", "")
    if _CONTROL.match(plain):
        return "block", ""
    if re.search(r"(?<![=!<>])=(?!=)", without_parentheses(plain)):
        return "value", ""
    if _TYPE_HEAD.match(plain) and re.search(r"\balignas\b|\[\[", plain):
        return "scope", ""
    # A constructor's member initialiser: after the list's colon, a name directly in front of the brace.
    flat = without_parentheses(plain)
    if re.search(r"\)\s*(noexcept\s*)?:(?!:)", flat) and re.search(r"[\w>]\s*$", plain):
        return "value", ""
    match = _NAME.search(strip_template(head))
    return "function", re.sub(r"\s+", "", match.group(1)) if match else "?"


def strip_template(head):
    """The head without a leading template<…>."""
    text = head.lstrip()
    while text.startswith("template"):
        level = 0
        for index, character in enumerate(text):
            level += (character == "<") - (character == ">")
            if character == ">" and level == 0:
                text = text[index + 1:].lstrip()
                break
        else:
            return text
    return text


def without_parentheses(text):
    """Replaces what stands in parentheses, so that only the outermost words are left."""
    previous = None
    while previous != text:
        previous = text
        text = re.sub(r"\([^()]*\)", "\x01", text)
    return text.replace("\x01", "()")


def read_ratchet(root):
    """(file, what) -> lines that may stand."""
    path = Path(root) / RATCHET_FILE
    if not path.is_file():
        raise CannotRun(f"{RATCHET_FILE} is missing, so sizes could not be judged.")
    ratchet = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        if len(words) != 3 or not words[2].isdigit():
            raise CannotRun(f"{RATCHET_FILE}: write 'file what lines', not '{line}'.")
        ratchet[(words[0], words[1])] = int(words[2])
    return ratchet
