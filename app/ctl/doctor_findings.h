// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <string>

namespace strikedesk::ctl {

/// Collects what the doctor finds and prints each line as it comes.
class Findings {
public:
    void good(const std::string& what, const std::string& detail) { print("ok  ", what, detail); }
    /// Worth knowing, nothing is wrong.
    void note(const std::string& what, const std::string& detail) { print("note", what, detail); }
    void bad(const std::string& what, const std::string& whatToDo) {
        print("BAD ", what, whatToDo);
        m_bad = true;
    }
    bool anyBad() const { return m_bad; }

private:
    static void print(const char* mark, const std::string& what, const std::string& detail) {
        std::printf("%s %-14s %s\n", mark, what.c_str(), detail.c_str());
        std::fflush(stdout);
    }
    bool m_bad = false;
};

} // namespace strikedesk::ctl
