// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bench_record.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <thread>

namespace strikedesk::bench {

namespace {

Status refuse(const char* what, const BenchRecord& record) {
    return invalidInput("bench.record", std::string("A bench record is refused: ") + what + ".", record.id);
}

Status validate(const BenchRecord& record) {
    if (record.id.empty() || record.unit.empty())
        return refuse("it needs an id and a unit", record);
    if (!std::isfinite(record.value) || !std::isfinite(record.baselineValue))
        return refuse("a figure is not a finite number", record);
    if (!record.baseline.empty() && !(record.baselineValue > 0))
        return refuse("its baseline measured nothing", record);
    return done();
}

/// The processor's name where the system tells it, else a plain word.
std::string processorName() {
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return "unknown processor";
}

std::string compilerName() {
#if defined(__clang__)
    return "Clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#elif defined(__GNUC__)
    return "GCC " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#else
    return "unknown compiler";
#endif
}

void printRow(const BenchRecord& record) {
    std::printf("%-32s %14.4g %-14s", record.id.c_str(), record.value, record.unit.c_str());
    if (!record.baseline.empty()) {
        std::printf(" %8.3f of %s (%.4g)", record.value / record.baselineValue, record.baseline.c_str(),
                    record.baselineValue);
    }
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

bool benchWanted(std::string_view id) {
    const char* filter = std::getenv("STRIKEDESK_BENCH_FILTER");
    if (filter == nullptr || *filter == '\0')
        return true;
    try {
        return std::regex_search(std::string(id), std::regex(filter));
    } catch (const std::regex_error&) {
        // A broken filter measures too much rather than nothing.
        return true;
    }
}

std::string benchMachine() {
    return processorName() + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores, " +
           compilerName() + ", " + STRIKEDESK_BUILD_TYPE;
}

Result<std::string> benchRecordJson(const BenchRecord& record, std::string_view machine) {
    const Status valid = validate(record);
    if (!valid)
        return valid.error();
    nlohmann::ordered_json row = {{"id", record.id}, {"value", record.value}, {"unit", record.unit}};
    if (record.baseline.empty()) {
        row["baseline"] = nullptr;
        row["baseline_value"] = nullptr;
        row["ratio"] = nullptr;
    } else {
        row["baseline"] = record.baseline;
        row["baseline_value"] = record.baselineValue;
        row["ratio"] = record.value / record.baselineValue;
    }
    row["machine"] = machine;
    return row.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Status writeBenchRecord(const BenchRecord& record) {
    const Result<std::string> line = benchRecordJson(record, benchMachine());
    if (!line)
        return line.error();
    printRow(record);
    const char* path = std::getenv("STRIKEDESK_BENCH_JSON");
    if (path == nullptr || *path == '\0')
        return done();
    std::ofstream file(path, std::ios::app);
    file << *line << '\n';
    file.flush();
    if (!file) {
        return Error{ErrorKind::Storage, "bench.file",
                     "The bench record could not be written; check the file named by STRIKEDESK_BENCH_JSON."};
    }
    return done();
}

int writeBenchRecordOrComplain(const BenchRecord& record) {
    const Status written = writeBenchRecord(record);
    if (written)
        return 0;
    std::fprintf(stderr, "%s: %s\n", record.id.c_str(), written.error().message.c_str());
    return 1;
}

} // namespace strikedesk::bench
