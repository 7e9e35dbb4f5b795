// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/runner/seeds.h"

#include "tests/recorded/sandbox/shared_folder.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>

namespace strikedesk::fuzz {

namespace {

std::string bytesOf(const std::string& hex) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        unsigned value = 0;
        std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

} // namespace

std::vector<std::string> seedsIn(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const std::string kind = file.extension().string();
    if (kind != ".txt" && kind != ".jsonl" && kind != ".hex")
        return {whole};
    std::vector<std::string> seeds;
    std::istringstream lines(whole);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            seeds.push_back(kind == ".hex" ? bytesOf(line) : line);
    return seeds;
}

std::vector<std::filesystem::path> recordedFiles(const std::vector<std::string>& folders) {
    std::vector<std::filesystem::path> files;
    for (const std::string& folder : folders) {
        const std::string found = sharedFolder("fixtures/" + folder);
        if (found.empty())
            continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(found))
            if (entry.is_regular_file())
                files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace strikedesk::fuzz
