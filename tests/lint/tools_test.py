# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The helpers of ./dev: what counts as a benchmark record, and which programs carry a label."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tools"))

import bench           # noqa: E402
import test_targets    # noqa: E402


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def put(self, name, text, mode=0o644):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
        return path


class Bench(Folder):
    RECORD = {"id": "a.b", "value": 1, "unit": "ms", "baseline": None, "baseline_value": None, "ratio": None, "machine": "m"}

    def run_bench(self, *arguments):
        command = [sys.executable, "-B", str(SOURCE / "tools/bench.py"), "--build", str(self.root), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def program(self, name, *lines):
        self.put(f"tests/bench/x/{name}", "#!/bin/sh\n" + "\n".join(lines) + "\n", 0o755)

    def writes(self, record):
        return f"echo '{json.dumps(record)}' >> \"$STRIKEDESK_BENCH_JSON\""

    def test_merges_the_records_of_all_programs(self):
        self.program("one_bench", "echo some table", self.writes(self.RECORD))
        self.program("two_bench", self.writes(self.RECORD | {"id": "a.a"}))
        answer = self.run_bench("--json", str(self.root / "out.json"))
        self.assertEqual(answer.returncode, 0, answer.stderr)
        records = json.loads((self.root / "out.json").read_text(encoding="utf-8"))
        self.assertEqual([record["id"] for record in records], ["a.a", "a.b"])
        self.assertEqual(set(records[0]), set(bench.FIELDS))

    def test_fails_with_a_sentence_and_keeps_what_was_measured(self):
        self.program("one_bench", self.writes(self.RECORD))
        for name, lines in (("ends_bench", ["exit 3"]), ("cut_bench", ["echo '{' >> \"$STRIKEDESK_BENCH_JSON\""]),
                            ("lacking_bench", [self.writes({"id": "x"})]), ("double_bench", [self.writes(self.RECORD)])):
            with self.subTest(name):
                self.program(name, *lines)
                answer = self.run_bench()
                self.assertEqual(answer.returncode, 1)
                self.assertEqual(json.loads(answer.stdout)[0]["id"], "a.b")
                (self.root / "tests/bench/x" / name).unlink()

    def test_fails_when_nothing_was_measured(self):
        self.assertEqual(self.run_bench().returncode, 1)
        self.program("empty_bench", "true")
        self.assertEqual(self.run_bench().returncode, 1)
        self.assertEqual(self.run_bench("([").returncode, 2)

    def test_runs_only_what_the_filter_names(self):
        self.program("one_bench", self.writes(self.RECORD))
        self.program("two_bench", "exit 9")
        self.assertEqual(self.run_bench("one").returncode, 0)

    def test_reads_google_benchmarks_report(self):
        rows = [{"name": "hub.merge", "run_name": "hub.merge", "run_type": "iteration", "real_time": 2.0, "time_unit": "ns"},
                {"name": "x/repeats:3", "run_name": "x/repeats:3", "run_type": "iteration", "real_time": 9.0, "time_unit": "ns"},
                {"name": "x_mean", "run_name": "x/repeats:3", "run_type": "aggregate", "aggregate_name": "mean", "real_time": 8.0,
                 "time_unit": "ns"},
                {"name": "x_median", "run_name": "x/repeats:3", "run_type": "aggregate", "aggregate_name": "median",
                 "real_time": 7.0, "time_unit": "ns"},
                {"name": "bad", "run_name": "bad", "run_type": "iteration", "error_occurred": True}]
        report = self.put("report.json", json.dumps({"benchmarks": rows}))
        self.assertEqual([(r["id"], r["value"]) for r in bench.from_report(report)], [("hub.merge", 2.0), ("x", 7.0)])
        self.assertEqual(bench.from_report(self.root / "absent.json"), [])


class Targets(Folder):
    def test_finds_programs_by_label_and_leaves_qt_out(self):
        self.put("tests/unit/a/CMakeLists.txt", """
            strikedesk_test(inbox_test SOURCES a.cpp LINKS x LABELS threads TIMEOUT 30)
            strikedesk_test(both_test SOURCES a.cpp LABELS slow threads LINKS x)
            strikedesk_test(worker_test QT SOURCES a.cpp LABELS threads)
            strikedesk_test(other_test SOURCES threads.cpp LINKS threads LABELS threadsafe)
            # strikedesk_test(old_test SOURCES a.cpp LABELS threads)
        """)
        self.assertEqual(test_targets.targets_with("threads", self.root), ["inbox_test", "both_test"])

    def test_finds_nothing_where_nothing_is(self):
        self.put("tests/unit/a/CMakeLists.txt", "")
        self.assertEqual(test_targets.targets_with("threads", self.root), [])


class Door(unittest.TestCase):
    def dev(self, *arguments):
        return subprocess.run([str(SOURCE / "dev"), *arguments], cwd=tempfile.gettempdir(), capture_output=True, text=True,
                              check=False)

    def test_lists_its_commands_from_any_folder(self):
        answer = self.dev("help")
        self.assertEqual(answer.returncode, 0)
        for command in ("setup", "build", "run", "test", "bench", "lint", "shots"):
            self.assertIn(f"\n  {command}", answer.stdout)

    def test_refuses_a_command_it_does_not_know(self):
        answer = self.dev("fly")
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn("There is no command 'fly'.", answer.stderr)


if __name__ == "__main__":
    unittest.main()
