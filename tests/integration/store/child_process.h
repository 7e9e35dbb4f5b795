// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

namespace strikedesk::test {

/// A program started by a test, its output read line by line. Killed with the object.
class ChildProcess {
public:
    ChildProcess(const std::string& program, std::vector<std::string> arguments) {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe(ends.data()), 0);
        std::vector<char*> pointers{const_cast<char*>(program.c_str())};
        for (std::string& argument : arguments)
            pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        m_process = ::fork();
        if (m_process == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execv(program.c_str(), pointers.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        m_output = ::fdopen(ends[0], "r");
    }
    ~ChildProcess() {
        kill();
        std::fclose(m_output);
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// The next line without its end; empty once the program is gone and everything is read.
    std::string line() {
        std::array<char, 256> buffer{};
        if (!std::fgets(buffer.data(), buffer.size(), m_output))
            return {};
        std::string text = buffer.data();
        while (!text.empty() && text.back() == '\n')
            text.pop_back();
        return text;
    }

    pid_t id() const { return m_process; }
    void kill() {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        wait();
    }
    /// The status of waitpid.
    int wait() {
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = 0;
        return status;
    }

private:
    pid_t m_process = 0;
    FILE* m_output = nullptr;
};

} // namespace strikedesk::test
