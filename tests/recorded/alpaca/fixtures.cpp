// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorded/alpaca/fixtures.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace strikedesk::alpaca::test {

std::filesystem::path fixtureFolder() {
    const char* shared = std::getenv("STRIKEDESK_SHARED_DIR");
    const std::filesystem::path base = shared != nullptr
                                           ? std::filesystem::path(shared)
                                           : std::filesystem::path(STRIKEDESK_SOURCE_DIR) / ".." / "shared";
    const std::filesystem::path folder = base / "fixtures" / "alpaca";
    return std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

std::string fixture(const std::string& name) {
    std::ifstream file(fixtureFolder() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> allFixtures() {
    std::vector<std::string> names;
    const auto folder = fixtureFolder();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            names.push_back(std::filesystem::relative(entry.path(), folder).generic_string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

} // namespace strikedesk::alpaca::test
