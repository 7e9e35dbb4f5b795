// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/recorded/sandbox/shared_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace strikedesk::polygon::test {

/// Folder of the recorded payloads; empty when this machine has none.
inline std::string fixtureFolder() { return sharedFolder("fixtures/polygon"); }

/// Content of one file, named relative to the folder ("aggs/open_close_go.json").
inline std::string fixture(const std::string& name) {
    std::ifstream file(std::filesystem::path(fixtureFolder()) / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Names of all payload files, relative, sorted.
inline std::vector<std::string> allFixtures() {
    std::vector<std::string> names;
    const std::filesystem::path folder = fixtureFolder();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            names.push_back(std::filesystem::relative(entry.path(), folder).generic_string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Non-empty lines.
inline std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

/// A recorded single row inside the answer it comes in.
inline std::string asPage(const std::string& row) { return R"({"status":"OK","results":[)" + row + "]}"; }

} // namespace strikedesk::polygon::test

/// Skips a test on a machine without the payloads.
#define STRIKEDESK_NEEDS_POLYGON_FIXTURES()                                                                  \
    if (::strikedesk::polygon::test::fixtureFolder().empty())                                                \
    GTEST_SKIP() << "no recorded payloads; set STRIKEDESK_SHARED_DIR to the folder that holds "              \
                    "fixtures/polygon"
