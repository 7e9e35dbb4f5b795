# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one fault at a time in a small tree and asks whether the lint finds it, and nothing where there is none."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tools" / "lint"))

import banned      # noqa: E402
import layering    # noqa: E402
import lint        # noqa: E402
import programs    # noqa: E402
import rooms       # noqa: E402
import settings_read  # noqa: E402
import sizes       # noqa: E402
import sources     # noqa: E402
import texts       # noqa: E402

SPDX = "// SPDX-FileCopyrightText: 2026 The Strikedesk authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"
CLEAN = SPDX + '#include "core/base/price.h"\n\nnamespace strikedesk {\n\nint one() { return 1; }\n\n} // namespace strikedesk\n'
HEADER = SPDX + "#pragma once\n\nnamespace strikedesk {\n\nint one();\n\n} // namespace strikedesk\n"


class Tree(unittest.TestCase):
    """A small clean project in a temporary folder."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for room in rooms.ROOMS:
            (self.root / room).mkdir(parents=True, exist_ok=True)
        self.put("core/base/price.h", HEADER)
        self.put("core/base/price.cpp", CLEAN)
        self.put("tools/lint/banned_allowed.txt", "# none\n")
        self.put("tools/lint/size_ratchet.txt", "# none\n")
        shutil.copy(SOURCE / ".clang-format", self.root / ".clang-format")

    def put(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def found(self, check):
        return check(self.root, sources.list_files(self.root))

    def assertFinds(self, check, rule, words=""):
        found = self.found(check)
        self.assertTrue(any(v.rule == rule and words in v.sentence for v in found), f"{rule} {words} not in {found}")

    def assertClean(self, check):
        self.assertEqual(self.found(check), [])


class SettingsRead(Tree):
    REGISTRY = (SPDX + "#pragma once\n\ninline constexpr SettingDefinition kVenueSettings[] = {\n"
                '    setting::number(SettingKind::Integer, "net.read_retries", "2"),\n'
                '    setting::onOff("ui.flash_changes", "on"),\n};\n')

    def test_a_setting_nobody_reads_is_found(self):
        self.put("core/base/settings/venue_settings.h", self.REGISTRY)
        self.put("core/run/reader.cpp", CLEAN + '// settings.integer("net.read_retries")\n')
        self.put("ui/settings/settings_page.cpp", CLEAN + '// "ui.flash_changes"\n')
        self.assertFinds(settings_read.check, "setting", "ui.flash_changes")
        self.assertEqual(len(self.found(settings_read.check)), 1)

    def test_every_setting_that_is_read_is_fine(self):
        self.put("core/base/settings/venue_settings.h", self.REGISTRY)
        self.put("core/run/reader.cpp", CLEAN + '// "net.read_retries" "ui.flash_changes"\n')
        self.assertClean(settings_read.check)

    def test_a_registry_that_cannot_be_read_is_said(self):
        self.put("core/base/settings/venue_settings.h", HEADER)
        with self.assertRaises(sources.CannotRun):
            self.found(settings_read.check)


class Layering(Tree):
    def include(self, name, *lines):
        self.put(name, SPDX + "\n".join(f"#include {line}" for line in lines) + "\n")

    def test_lets_a_room_include_what_stands_below(self):
        self.include("core/market/quote.cpp", '"core/base/price.h"', "<vector>", "<fmt/format.h>")
        self.assertClean(layering.check)

    def test_finds_an_include_that_points_up(self):
        self.include("core/base/date.cpp", '"core/market/quote.h"')
        self.put("core/market/quote.h", HEADER)
        self.assertFinds(layering.check, "layering", "core/base may not include core/market")

    def test_finds_a_room_that_knows_its_subroom(self):
        self.include("core/trade/ledger/ledger.cpp", '"core/trade/venue/book.h"')
        self.put("core/trade/venue/book.h", HEADER)
        self.assertFinds(layering.check, "layering", "core/trade may not include core/trade/venue")

    def test_finds_a_screen_that_reaches_for_a_socket(self):
        self.include("ui/panels/chain.cpp", '"core/io/net/http_client.h"')
        self.put("core/io/net/http_client.h", HEADER)
        self.assertFinds(layering.check, "layering", "ui may not include core/io/net")

    def test_finds_a_room_nobody_listed(self):
        self.include("core/gamble/dice.cpp", "<vector>")
        self.assertFinds(layering.check, "layering", "no room yet")

    def test_finds_an_include_of_a_room_nobody_listed(self):
        self.include("core/engine/engine.cpp", '"core/gamble/dice.h"')
        self.assertFinds(layering.check, "layering", "in no room")

    def test_finds_a_row_without_a_folder(self):
        shutil.rmtree(self.root / "core/run/lab")
        self.assertFinds(layering.check, "layering", "core/run/lab has no folder")

    def test_finds_two_rooms_that_name_each_other(self):
        with mock.patch.dict(rooms.ROOMS, {"core/base": ["core/market"]}):
            self.assertFinds(layering.check, "layering", "one way only")

    def test_finds_what_reaches_outside_in_a_pure_room(self):
        for header in ("QObject", "QtCore/QObject", "sqlite3.h", "boost/asio.hpp", "thread", "mutex", "fstream",
                       "filesystem", "iostream", "sys/stat.h", "unistd.h", "spdlog/spdlog.h", "future"):
            with self.subTest(header):
                self.include("core/engine/engine.cpp", f"<{header}>")
                self.assertFinds(layering.check, "layering", f"<{header}>")

    def test_leaves_rooms_that_may_reach_outside_alone(self):
        self.include("core/io/store/database.cpp", "<sqlite3.h>", "<QThread>", "<fstream>")
        self.assertClean(layering.check)

    def test_finds_includes_not_written_from_the_root(self):
        self.include("core/market/quote.cpp", '"quote.h"')
        self.assertFinds(layering.check, "layering", "from the root")

    def test_finds_our_own_header_in_angle_brackets_and_one_that_is_gone(self):
        self.include("core/market/quote.cpp", "<core/base/price.h>", '"core/base/gone.h"')
        self.assertFinds(layering.check, "layering", "in quotes")
        self.assertFinds(layering.check, "layering", "does not exist")

    def test_knows_headers_the_build_makes_from_a_template(self):
        self.include("core/market/quote.cpp", '"core/base/build_info.h"')
        self.put("core/base/build_info.h.in", "")
        self.assertClean(layering.check)

    def test_is_not_fooled_by_comments(self):
        self.put("core/base/date.cpp", SPDX + '// #include "core/market/quote.h"\n/*\n#include <QObject>\n*/\n')
        self.assertClean(layering.check)


class Banned(Tree):
    def body(self, line, name="core/engine/engine.cpp"):
        self.put(name, SPDX + "void work() {\n    " + line + "\n}\n")

    def test_finds_each_banned_call_in_a_pure_room(self):
        planted = {
            "wall-clock": ["auto t = std::chrono::system_clock::now();", "auto t = steady_clock::now();",
                           "std::time(nullptr);", "time(0);", "localtime_r(&t, &out);", "clock_gettime(0, &t);"],
            "chance": ["std::random_device device;", "int x = rand();", "std::srand(1);", "std::mt19937 generator;"],
            "thread": ["std::jthread worker;", "std::mutex lock;", "std::async(work);", "std::condition_variable_any c;",
                       "std::lock_guard guard(m);", "thread_local int x;", "c.notify_all();"],
            "file": ["std::ifstream in(path);", "FILE* f = fopen(path, mode);", "std::filesystem::path p;",
                     "::open(path, 0);"],
            "environment": ["const char* home = std::getenv(name);", "system(command);"],
            "sleep": ["usleep(5);", "std::this_thread::sleep_for(wait);"],
            "print": ["printf(text);", "std::cout << 1;", "std::fprintf(stderr, text);"],
        }
        for rule, lines in planted.items():
            for line in lines:
                with self.subTest(line):
                    self.body(line)
                    if "sleep_for" in line:
                        rule = "thread"
                    self.assertFinds(banned.check, rule)

    def test_lets_honest_code_pass(self):
        self.body("book.open(price); quote.time(0); order.system(1); std::snprintf(b, 4, f); bar.time();\n"
                  "    const auto day = std::chrono::sys_days{}; // system_clock::now() in a comment\n"
                  '    const char* words = "std::thread rand() printf(";\n'
                  "    const long big = 1'000'000; wait('\\''); Bar::time(0); int operand = brand(1);")
        self.assertClean(banned.check)

    def test_leaves_rooms_that_may_reach_outside_alone(self):
        self.body("std::mutex lock; std::ifstream in; auto t = std::chrono::steady_clock::now();", "core/run/handover/q.cpp")
        self.assertClean(banned.check)

    def test_finds_habits_banned_everywhere(self):
        for rule, line in (("qt-keyword", "emit changed();"), ("qt-keyword", "foreach (x, y) {}"),
                           ("qt-keyword", "public slots:"), ("process-events", "QCoreApplication::processEvents();"),
                           ("empty-catch", "try { work(); } catch (const E& e) { }"),
                           ("empty-catch", "try { work(); } catch (...) { /* never mind */ }"),
                           ("nested-loop", "QEventLoop loop;")):
            with self.subTest(line):
                self.body(line, "ui/window.cpp")
                self.assertFinds(banned.check, rule)

    def test_finds_signal_sections_and_not_scope_operators(self):
        self.body("signals:\n", "ui/window.cpp")
        self.assertFinds(banned.check, "qt-keyword")
        self.body("signals::reset(); Q_EMIT changed(); const int slots = 3;", "ui/window.cpp")
        self.assertClean(banned.check)

    def test_lets_tests_run_an_event_loop(self):
        self.body("QEventLoop loop;", "tests/integration/net/client_test.cpp")
        self.assertClean(banned.check)

    def test_finds_reminders_in_any_text(self):
        for name in ("core/base/price.cpp", "README.md", "cmake/x.cmake"):
            with self.subTest(name):
                self.put(name, CLEAN + "// TO" + "DO later\n")
                self.assertFinds(banned.check, "reminder")
                self.put(name, CLEAN)

    def test_knows_its_exceptions_and_notices_stale_ones(self):
        self.body("std::fputs(text, file);", "core/base/assert.cpp")
        self.put("tools/lint/banned_allowed.txt", "core/base/assert.cpp print # last words\n")
        self.assertClean(banned.check)
        self.body("work();", "core/base/assert.cpp")
        self.assertFinds(banned.check, "banned", "no longer needed")

    def test_wants_a_reason_for_an_exception(self):
        self.put("tools/lint/banned_allowed.txt", "core/base/assert.cpp print\n")
        with self.assertRaises(sources.CannotRun):
            self.found(banned.check)


def function(lines, head="int work(int x)"):
    return head + " {\n" + "    x += 1;\n" * (lines - 2) + "}\n"


class Sizes(Tree):
    def test_finds_long_headers_sources_and_tests(self):
        for name, limit in (("core/base/long.h", 200), ("core/base/long.cpp", 400), ("tests/unit/base/long_test.cpp", 600)):
            with self.subTest(name):
                self.put(name, "\n" * limit)
                self.assertClean(sizes.check)
                self.put(name, "\n" * (limit + 1))
                self.assertFinds(sizes.check, "size", f"limit is {limit}")
                (self.root / name).unlink()

    def test_finds_long_functions_of_every_shape(self):
        heads = ("int work(int x)", "TEST(Order, IsSentOnce)", "Order::Order(int x) : m_x{x}, m_y(x)", "template <class T>\nvoid f(T x)",
                 "bool operator==(const A& a, const B& b)", "auto A::f() const noexcept -> std::vector<int>",
                 "std::map<int, std::vector<int>> A::f(std::function<void()> done)", "Price operator+(Price a, Price b)")
        for head in heads:
            with self.subTest(head):
                self.put("core/base/long.cpp", "namespace a {\n" + function(70 - head.count("\n"), head) + "}\n")
                self.assertClean(sizes.check)
                self.put("core/base/long.cpp", "namespace a {\n" + function(71, head) + "}\n")
                self.assertFinds(sizes.check, "size", "limit is 70")

    def test_finds_a_long_function_inside_a_class(self):
        self.put("core/base/long.h", "class A : public B {\npublic:\n" + function(80) + "};\n")
        self.assertFinds(sizes.check, "size", "function:work")

    def test_does_not_take_tables_types_and_macros_for_functions(self):
        rows = "    {1, 2},\n" * 90
        self.put("core/base/table.cpp", "constexpr std::array<Row, 90> kRows = {{\n" + rows + "}};\n"
                 "const Row kMore[] = {\n" + rows + "};\nINSTANTIATE(A, B, Values(\n" + "    Row{1, 2},\n" * 90 + "    Row{}));\n")
        self.put("core/base/type.h", "struct [[nodiscard]] Wide {\n" + "    int x = f(1);\n" * 90 + "};\n")
        self.put("core/base/macro.h", "#define WORK(x) \\\n    void x() { \\\n" + "    f(); \\\n" * 90 + "\nint y;\n")
        self.assertClean(sizes.check)

    def test_is_not_fooled_by_braces_in_literals_and_comments(self):
        body = "int a() {\n    f('{', \"{{{\", R\"x({ \" {)x\", 1'000); // {\n}\n"
        self.put("core/base/braces.cpp", body * 40)
        self.assertEqual([row[2] for row in sizes.functions(body * 40)], [3] * 40)
        self.assertClean(sizes.check)

    def test_lets_an_old_crossing_stand_but_not_grow(self):
        self.put("core/base/long.cpp", function(90))
        self.put("tools/lint/size_ratchet.txt", "core/base/long.cpp function:work 90\n")
        self.assertClean(sizes.check)
        self.put("core/base/long.cpp", function(91))
        self.assertFinds(sizes.check, "size", "grew from 90 to 91")
        self.put("core/base/long.cpp", function(89))
        self.assertFinds(sizes.check, "size", "lower its number")
        self.put("core/base/long.cpp", function(20))
        self.assertFinds(sizes.check, "size", "remove its row")


class Texts(Tree):
    def test_finds_missing_headers_and_guards(self):
        self.put("core/base/bare.cpp", "int x;\n")
        self.put("core/base/open.h", SPDX + "int x();\n")
        found = self.found(texts.check_headers)
        self.assertEqual([(v.path, v.line) for v in found], [("core/base/bare.cpp", 1), ("core/base/open.h", 3)])

    def test_finds_a_script_without_its_header(self):
        self.put("tools/work.sh", "#!/bin/sh\necho\n")
        self.assertFinds(texts.check_headers, "header")

    def test_finds_paths_of_one_machine(self):
        for path in ("/ro" + "ot/secret", "/wo" + "rk", "/ho" + "me/ann/x", "/tm" + "p/out", "C:\\Use" + "rs\\ann"):
            with self.subTest(path):
                self.put("README.md", f'Look in "{path}" first\n')
                self.assertFinds(texts.check_words, "machine-path")

    def test_lets_links_and_relative_paths_pass(self):
        self.put("README.md", "https://example.com/home/start and docs/work/x, build/tmp/y, ${HOME}/work/x, a/b\n")
        self.assertClean(texts.check_words)

    def test_finds_package_hosts(self):
        self.put("README.md", "see registry.npm" + "js.org\n")
        self.assertFinds(texts.check_words, "host")

    def test_finds_what_looks_like_a_secret(self):
        for secret in ("-----BEGIN RSA PRIVATE" + " KEY-----", "AKIA" + "ABCDEFGHIJKLMNOP", "PK" + "1A2B3C4D5E6F7G8H9I",
                       "ghp_" + "a" * 36, "sk-" + "a1" * 20, "xoxb-" + "1234567890ab"):
            with self.subTest(secret):
                self.put("core/base/key.cpp", SPDX + f'const char* key = "{secret}";\n')
                self.assertFinds(texts.check_words, "secret")

    def test_lets_a_made_up_key_pass_that_says_so(self):
        self.put("core/base/key.cpp", SPDX + 'const char* key = "PKTEST0123456789ABCD";\n')
        self.assertClean(texts.check_words)

    def test_finds_a_large_file(self):
        self.put("resources/big.bin", "x" * (1024 * 1024))
        self.assertClean(texts.check_file_sizes)
        self.put("resources/big.bin", "x" * (1024 * 1024 + 1))
        self.assertFinds(texts.check_file_sizes, "large-file")


class Programs(Tree):
    def test_finds_and_mends_layout(self):
        self.put("core/base/price.cpp", CLEAN.replace("int one() {", "int   one( ){"))
        self.assertFinds(programs.check_format, "format")
        self.assertEqual(programs.fix_format(self.root, sources.list_files(self.root)), 1)
        self.assertClean(programs.check_format)

    def test_finds_faults_in_scripts(self):
        self.put("dev", "#!/usr/bin/env bash\nrm -rf $1/x\n")
        self.assertFinds(programs.check_scripts, "shell")

    def test_fails_when_a_program_is_missing(self):
        with mock.patch("programs.shutil.which", return_value=None):
            for check in (programs.check_format, programs.check_scripts):
                with self.assertRaises(sources.CannotRun):
                    self.found(check)


class Runner(Tree):
    def test_fails_when_nothing_is_there_to_check(self):
        with tempfile.TemporaryDirectory() as empty, self.assertRaises(sources.CannotRun):
            lint.run(empty)
        for title, check in lint.CHECKERS.items():
            if title != "large-files":
                with self.subTest(title), self.assertRaises(sources.CannotRun):
                    check(self.root, ["picture.png"])

    def test_reports_a_checker_that_breaks_as_not_run(self):
        def broken(root, names):
            raise KeyError("x")
        with mock.patch.dict(lint.CHECKERS, {"sizes": broken}):
            violations, unable, _ = lint.run(self.root, ["sizes"])
        self.assertEqual(violations, [])
        self.assertEqual(len(unable), 1)

    def test_needs_its_lists(self):
        for name, check in (("tools/lint/banned_allowed.txt", banned.check), ("tools/lint/size_ratchet.txt", sizes.check)):
            (self.root / name).unlink()
            with self.subTest(name), self.assertRaises(sources.CannotRun):
                self.found(check)

    def test_does_not_look_into_build_folders(self):
        self.put("build/ci/x.cpp", "int x;\n")
        self.put("build-y/x.cpp", "int x;\n")
        self.assertNotIn("build/ci/x.cpp", sources.list_files(self.root))
        self.assertNotIn("build-y/x.cpp", sources.list_files(self.root))


if __name__ == "__main__":
    unittest.main()
