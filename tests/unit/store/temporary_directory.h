// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <system_error>

namespace strikedesk::test {

/// A folder of its own for one test, removed with it.
class TemporaryDirectory {
public:
    TemporaryDirectory() {
        std::random_device device;
        do
            m_path = std::filesystem::temp_directory_path() / ("strikedesk-test-" + std::to_string(device()));
        while (!std::filesystem::create_directory(m_path));
    }
    ~TemporaryDirectory() {
        std::error_code ignored; // A test may have taken the rights away.
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

} // namespace strikedesk::test
