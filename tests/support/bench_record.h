// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace strikedesk::bench {

/// One measured figure, under a stable id such as `hub.merge`, so that it can be compared over time. Times
/// move with the machine, so a record should name a baseline measured in the same run: what a user would pick
/// instead, doing the same work.
struct BenchRecord {
    std::string id;           ///< lower case, words joined by dots; never reused for other work
    double value = 0;         ///< in `unit`
    std::string unit;         ///< for example "ns/bar", "M events/s", "ms p99"
    std::string baseline;     ///< what `baselineValue` measures; empty: none
    double baselineValue = 0; ///< in `unit`; not zero when `baseline` is named
};

/// Whether this run wants the id: a bench program asks before work that takes long. True for every id unless
/// STRIKEDESK_BENCH_FILTER holds a regular expression that is not found in it.
bool benchWanted(std::string_view id);

/// Writes the record: one JSON line appended to the file that STRIKEDESK_BENCH_JSON names, and always one
/// line of a table on standard output. InvalidInput for a record without id or unit, with a figure that is
/// not a finite number, or with a baseline of zero; Storage when the file cannot be written. One thread.
///
/// The line holds id, value, unit, baseline, baseline_value, ratio (value ÷ baseline_value) and machine; the
/// three in the middle are null without a baseline.
[[nodiscard]] Status writeBenchRecord(const BenchRecord& record);

/// The same for a main(): prints why a record was refused and returns the exit code, 0 or 1.
int writeBenchRecordOrComplain(const BenchRecord& record);

/// The record as its JSON line, without a line end. `machine` as benchMachine() gives it.
Result<std::string> benchRecordJson(const BenchRecord& record, std::string_view machine);

/// What measured: processor, cores, compiler, build type, in one line.
std::string benchMachine();

} // namespace strikedesk::bench
