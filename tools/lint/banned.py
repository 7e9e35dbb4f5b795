# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that break determinism in the pure rooms, and habits that are banned everywhere."""

import re
from pathlib import Path

import rooms
from sources import CannotRun, Violation, cpp_files, line_of, read_text, without_comments

ALLOWED_FILE = "tools/lint/banned_allowed.txt"
NOT_MEMBER = r"(?<![\w.>:])"

# rule -> (pattern, what to do instead). Matched against code without comments and literals.
PURE_RULES = {
    "wall-clock": (
        r"\b(system_clock|steady_clock|high_resolution_clock|utc_clock|tai_clock|gps_clock|file_clock)\b"
        rf"|{NOT_MEMBER}(std::|::)?time\s*\(\s*(NULL|nullptr|0|&\s*\w+)\s*\)"
        rf"|{NOT_MEMBER}(std::|::)?(localtime|gmtime)(_[rs])?\s*\("
        rf"|{NOT_MEMBER}(std::|::)?(mktime|timegm|clock_gettime|gettimeofday|timespec_get)\s*\(",
        "Time comes from Clock, as part of the event in hand."),
    "chance": (
        r"\brandom_device\b|\barc4random\w*|\bgetrandom\b"
        rf"|{NOT_MEMBER}(std::|::)?(s?rand|srandom|random|[dlm]rand48)\s*\("
        r"|\bmt19937(_64)?\s+\w+\s*(;|\{\s*\})",
        "Ids and draws come from a seeded IdSource."),
    "thread": (
        r"\bstd::(thread|jthread|mutex|recursive_mutex|timed_mutex|shared_mutex|scoped_lock|lock_guard|unique_lock"
        r"|shared_lock|condition_variable\w*|async|future|shared_future|promise|packaged_task|this_thread"
        r"|counting_semaphore|binary_semaphore|latch|barrier|stop_token|stop_source|call_once|once_flag)\b"
        r"|\bthread_local\b|\bpthread_\w+|\.notify_(one|all)\s*\(",
        "Threads live in core/run; a pure room is called by one."),
    "file": (
        r"\b(ifstream|ofstream|fstream|filebuf)\b|\bstd::filesystem\b"
        rf"|{NOT_MEMBER}(std::|::)?(fopen|freopen|tmpfile|popen)\s*\(|(?<!\w)::(open|read|write|socket|connect)\s*\(",
        "Files and sockets belong to core/io."),
    "environment": (
        rf"{NOT_MEMBER}(std::|::)?(getenv|secure_getenv|setenv|putenv|system)\s*\(",
        "Settings arrive as values from whoever starts the engine."),
    "sleep": (
        rf"{NOT_MEMBER}(std::|::)?(sleep|usleep|nanosleep|sleep_for|sleep_until)\s*\(",
        "Ask the Scheduler for a wake."),
    "print": (
        rf"{NOT_MEMBER}(std::|::)?(v?f?printf|puts|putchar|fputs|fputc|fwrite|perror)\s*\("
        r"|\bstd::(cout|cerr|clog|wcout|wcerr)\b|\b(stdout|stderr)\b",
        "Return an Error or publish an event; the log is an interface."),
}

EVERYWHERE_RULES = {
    "qt-keyword": (
        r"^[ \t]*(public|protected|private)?[ \t]*(signals|slots)[ \t]*:(?!:)"
        r"|^[ \t]*(public|protected|private)[ \t]+slots[ \t]*:|^[ \t]*emit[ \t]+\w|\bforeach[ \t]*\(",
        "Write Q_SIGNALS, Q_SLOTS, Q_EMIT, and the range for."),
    "process-events": (r"\bprocessEvents\s*\(", "Never spin the event loop by hand; wait for an event."),
    "empty-catch": (
        r"\bcatch\s*\([^)]*\)\s*\{\s*\}", "An empty catch hides a failure: turn it into an Error or a health state."),
}
CODE_RULES = {
    "nested-loop": (
        r"\bQEventLoop\s+\w+|\bQEventLoop\s*\(|\bnew\s+QEventLoop\b",
        "A nested event loop lets other work run in the middle of yours: use a continuation."),
}
REMINDER = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r")\b")
REMINDER_SUFFIXES = (".h", ".cpp", ".py", ".sh", ".cmake", ".txt", ".md", ".yml", ".yaml", ".json", ".sql", ".in")


def check(root, names):
    allowed = read_allowed(root)
    used = set()
    found = []
    for name in cpp_files(names):
        rules = dict(EVERYWHERE_RULES)
        if not name.startswith("tests/"):
            rules.update(CODE_RULES)
        if rooms.room_of(name) in rooms.PURE_ROOMS:
            rules.update(PURE_RULES)
        for violation in check_file(root, name, rules):
            if (name, violation.rule) in allowed:
                used.add((name, violation.rule))
            else:
                found.append(violation)
    for name, rule in sorted(allowed - used):
        found.append(Violation(ALLOWED_FILE, 1, "banned", f"The exception '{name} {rule}' is no longer needed: remove it."))
    return found + check_reminders(root, names)


def check_file(root, name, rules):
    text = without_comments(read_text(root, name))
    found = []
    for rule, (pattern, advice) in rules.items():
        for match in re.finditer(pattern, text, re.MULTILINE):
            start = match.start() + len(match.group(0)) - len(match.group(0).lstrip())
            words = " ".join(match.group(0).split())
            found.append(Violation(name, line_of(text, start), rule, f"'{words}' is banned here. {advice}"))
    return found


def check_reminders(root, names):
    found = []
    for name in names:
        if not name.endswith(REMINDER_SUFFIXES) and name != "dev":
            continue
        for number, line in enumerate(read_text(root, name).splitlines(), 1):
            if REMINDER.search(line):
                found.append(Violation(name, number, "reminder", "Finish it, or open an issue; do not leave a reminder."))
    return found


def read_allowed(root):
    """Pairs (file, rule) that may stand, each with its reason in the list."""
    path = Path(root) / ALLOWED_FILE
    if not path.is_file():
        raise CannotRun(f"{ALLOWED_FILE} is missing, so the banned calls could not be judged.")
    allowed = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        if len(words) != 2 or "#" not in line:
            raise CannotRun(f"{ALLOWED_FILE}: write 'file rule # reason', not '{line}'.")
        allowed.add((words[0], words[1]))
    return allowed
