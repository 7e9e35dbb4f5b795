// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace strikedesk::test {

/// The simulated venue in a process of its own; it ends with the object.
class VenueProcess {
public:
    /// `arguments` follow `strikedeskctl sandbox`. A test failure when it does not come up.
    explicit VenueProcess(const std::vector<std::string>& arguments);
    ~VenueProcess();

    std::uint16_t port() const { return m_port; }

private:
    QProcess m_process;
    std::uint16_t m_port = 0;
};

/// How a program ended.
struct ProgramEnd {
    bool wasKilled = false; ///< by a signal
    int code = -1;
    std::string output;
    std::string errors;
};

/// Runs a program to its end; killed after `seconds`. `crashAt` is a label:n at which it ends itself, or
/// empty.
ProgramEnd runProgram(const std::string& program, const std::vector<std::string>& arguments,
                      const std::string& crashAt = {}, int seconds = 90);

} // namespace strikedesk::test
