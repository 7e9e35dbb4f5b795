// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <fstream>
#include <iterator>

#include "tools/zone_table/zone_periods.h"

/// zone_table OUTPUT [TZIF-FILE…]: writes the transition table of America/New_York from the first file that
/// can be read, else from the law. Exit status 1 only when the output cannot be written.
int main(int argc, char** argv) {
    using namespace strikedesk::zone_table;
    if (argc < 2) {
        std::fprintf(stderr, "usage: zone_table OUTPUT [TZIF-FILE...]\n");
        return 1;
    }
    std::string text;
    for (int i = 2; i < argc && text.empty(); ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        if (const auto periods = periodsFromTzif(bytes))
            text = tableText(*periods, "the time zone database of the build machine");
    }
    if (text.empty()) {
        std::fprintf(stderr,
                     "zone_table: no time zone database found here; New York time follows the rules in US "
                     "law as of 2005.\n");
        text = tableText(periodsFromLaw(), "the rules in US law");
    }
    std::ofstream output(argv[1], std::ios::binary | std::ios::trunc);
    output << text;
    output.close();
    if (!output) {
        std::fprintf(stderr, "zone_table: cannot write %s\n", argv[1]);
        return 1;
    }
    return 0;
}
