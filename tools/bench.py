#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the benchmark programs of a built tree and merges their records.

A program is any executable under tests/bench of the build tree. It writes records with tests/support/bench_record.h;
what a Google Benchmark program measures and does not record that way is taken from its own report, without a baseline.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FIELDS = ("id", "value", "unit", "baseline", "baseline_value", "ratio", "machine")
SOURCE = Path(__file__).resolve().parents[1]


def programs(build):
    """Executables under tests/bench of the build tree, by name."""
    folder = build / "tests" / "bench"
    found = [path for path in sorted(folder.rglob("*"))
             if path.is_file() and os.access(path, os.X_OK) and "CMakeFiles" not in path.parts
             and not re.search(r"\.(so|a|py|sh|cmake|bin)[.\d]*$", path.name)]
    return found


def speaks_of(program, build, pattern):
    """Whether the program's name, its folder or a literal in its folder's sources matches the filter."""
    folder = program.parent.relative_to(build)
    if pattern.search(program.name) or pattern.search(folder.name):
        return True
    for source in sorted((SOURCE / folder).glob("*.cpp")):
        if any(pattern.search(words) for words in re.findall(r'"([^"\n]+)"', source.read_text(encoding="utf-8"))):
            return True
    return False


def run(program, filter_words, limit):
    """Records of one program; raises RuntimeError with a sentence when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        lines, report = Path(folder) / "records.jsonl", Path(folder) / "report.json"
        environment = dict(os.environ, STRIKEDESK_BENCH_JSON=str(lines), STRIKEDESK_BENCH_FILTER=filter_words,
                           BENCHMARK_OUT=str(report), BENCHMARK_OUT_FORMAT="json", QT_QPA_PLATFORM="offscreen")
        try:
            # What a program prints belongs to the reader, not to the records.
            code = subprocess.run([str(program)], env=environment, stdout=sys.stderr, timeout=limit, check=False).returncode
        except subprocess.TimeoutExpired as error:
            raise RuntimeError(f"{program.name} was still running after {limit} seconds.") from error
        if code != 0:
            raise RuntimeError(f"{program.name} ended with code {code}.")
        records = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()] if lines.exists() else []
        known = {record["id"] for record in records}
        return records + [record for record in from_report(report) if record["id"] not in known]


def from_report(path):
    """Google Benchmark's own report as records: one a benchmark, its median where it was repeated."""
    if not path.exists() or not path.read_text(encoding="utf-8").strip():
        return []
    chosen = {}
    for row in json.loads(path.read_text(encoding="utf-8"))["benchmarks"]:
        name = re.sub(r"/(repeats|iterations|min_time|min_warmup_time):[\w.]+|/(real|process)_time", "",
                      row.get("run_name", row["name"]))
        median = row.get("aggregate_name") == "median"
        if row.get("error_occurred") or (row.get("run_type") == "aggregate" and not median):
            continue
        if median or name not in chosen:
            chosen[name] = row
    return [{"id": name, "value": row["real_time"], "unit": row["time_unit"], "baseline": None, "baseline_value": None,
             "ratio": None, "machine": f"{platform.machine()}, {os.cpu_count()} cores"} for name, row in chosen.items()]


def check(record):
    missing = [field for field in FIELDS if field not in record]
    if missing:
        raise RuntimeError(f"The record {record} lacks {', '.join(missing)}.")


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("filter", nargs="?", default="", help="regular expression on ids, programs and folders")
    parser.add_argument("--json", type=Path, help="file for the records, a JSON array")
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=int, default=900, help="seconds a program may take")
    options = parser.parse_args()
    try:
        pattern = re.compile(options.filter)
    except re.error as error:
        print(f"bench: '{options.filter}' is no regular expression: {error}.", file=sys.stderr)
        return 2
    build = options.build.resolve()
    chosen = [program for program in programs(build) if speaks_of(program, build, pattern)]
    if not chosen:
        print(f"bench: no benchmark program matches '{options.filter}'.", file=sys.stderr)
        return 1
    records, failures = [], []
    for program in chosen:
        print(f"== {program.name}", file=sys.stderr)
        # A program named by the filter is wanted whole.
        whole = bool(pattern.search(program.name) or pattern.search(program.parent.name))
        try:
            found = run(program, "" if whole else options.filter, options.limit)
            for record in found:
                check(record)
            records += [record for record in found if whole or pattern.search(record["id"])]
        except (RuntimeError, json.JSONDecodeError, KeyError) as error:
            failures.append(str(error))
    return finish(records, failures, options)


def finish(records, failures, options):
    records.sort(key=lambda record: record["id"])
    double = sorted({a["id"] for a, b in zip(records, records[1:]) if a["id"] == b["id"]})
    failures += [f"The id {name} was recorded twice." for name in double]
    text = json.dumps(records, indent=1, ensure_ascii=False) + "\n"
    if options.json:
        try:
            options.json.write_text(text, encoding="utf-8")
        except OSError as error:
            failures.append(f"The records could not be written to {options.json}: {error.strerror}.")
    else:
        sys.stdout.write(text)
    if not records:
        failures.append("Nothing was measured.")
    for sentence in failures:
        print(f"bench: {sentence}", file=sys.stderr)
    print(f"bench: {len(records)} records{f' in {options.json}' if options.json else ''}.", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
