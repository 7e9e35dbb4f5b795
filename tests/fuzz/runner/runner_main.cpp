// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every seed, every seed cut short, then numbered mutations. When the
// target stops, the number says which input it was; `--only NUMBER` runs that one alone.
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/runner/mutator.h"
#include "tests/fuzz/runner/seeds.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using strikedesk::fuzz::Mutator;

/// What is running, for the moment it stops.
volatile std::sig_atomic_t g_seed = -1;
volatile std::sig_atomic_t g_mutation = -1;

extern "C" void sayWhere(int signal) {
    // Nothing here may allocate; the numbers are small.
    std::fprintf(stderr, "stopped by signal %d at seed %d, mutation %d; run again with --only %d\n", signal,
                 static_cast<int>(g_seed), static_cast<int>(g_mutation), static_cast<int>(g_mutation));
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

struct Options {
    std::uint64_t mutations = 20'000;
    std::optional<std::uint64_t> only;
    std::vector<std::string> written;
    std::vector<std::string> recorded;
};

Options optionsFrom(int argc, char** argv) {
    Options options;
    std::vector<std::string>* list = &options.written;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--written")
            list = &options.written;
        else if (word == "--recorded")
            list = &options.recorded;
        else if (word == "--mutations" && i + 1 < argc)
            options.mutations = std::strtoull(argv[++i], nullptr, 10);
        else if (word == "--only" && i + 1 < argc)
            options.only = std::strtoull(argv[++i], nullptr, 10);
        else
            list->emplace_back(word);
    }
    return options;
}

void run(std::string_view input) {
    // A copy of exactly this size, so that a sanitizer sees a read past the end.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

} // namespace

int main(int argc, char** argv) {
    const Options options = optionsFrom(argc, argv);
    std::vector<std::string> seeds;
    for (const std::string& file : options.written)
        for (std::string& seed : strikedesk::fuzz::seedsIn(file))
            seeds.push_back(std::move(seed));
    const auto recorded = strikedesk::fuzz::recordedFiles(options.recorded);
    if (recorded.empty() && !options.recorded.empty())
        std::puts(
            "no recorded payloads; set STRIKEDESK_SHARED_DIR to the folder that holds fixtures to use them");
    for (const auto& file : recorded)
        for (std::string& seed : strikedesk::fuzz::seedsIn(file))
            seeds.push_back(std::move(seed));
    if (seeds.empty()) {
        std::puts("no seeds");
        return 1;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL})
        std::signal(signal, sayWhere);
    const Mutator mutator(seeds);
    if (options.only) {
        const std::string input = mutator.input(*options.only);
        std::printf("%s\n", input.c_str());
        run(input);
        return 0;
    }
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        g_seed = static_cast<std::sig_atomic_t>(i);
        const std::size_t step = seeds[i].size() / 200 + 1;
        for (std::size_t cut = 0; cut < seeds[i].size(); cut += step)
            run(std::string_view(seeds[i]).substr(0, cut));
        run(seeds[i]);
    }
    for (std::uint64_t number = 0; number < options.mutations; ++number) {
        g_mutation = static_cast<std::sig_atomic_t>(number);
        run(mutator.input(number));
    }
    std::printf("%zu seeds, %llu mutations\n", seeds.size(),
                static_cast<unsigned long long>(options.mutations));
    return 0;
}
