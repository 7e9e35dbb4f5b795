// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace strikedesk::test {

/// A disk between SQLite and the real one that can fail, and that knows which bytes a power loss would leave.
/// Registered under name() while it lives; one at a time, one thread.
class FaultVfs {
public:
    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    static const char* name() { return "fault"; }

    /// What the n-th call from now on gives instead of doing its work (1 = the next); 0: never. A fault stays
    /// (every later call fails too) when `lasting`.
    int failSync = 0;
    int failWrite = 0;
    bool diskFull = false;
    bool lasting = false;
    int syncs = 0;
    int writes = 0;

    /// Writes what a power loss now would leave of every file seen into `directory`: all synced bytes, and
    /// of the others any mixture of 512-byte sectors.
    void writeImage(const std::filesystem::path& directory, std::mt19937_64& chance) const;

    // For the methods of the shim:
    struct PendingWrite {
        std::int64_t offset;
        std::string bytes; ///< empty: cut to `offset`
    };
    struct FileState {
        std::string durable;
        std::vector<PendingWrite> pending;
    };
    std::map<std::string, FileState> files;
    int onWrite();
    int onSync();
};

} // namespace strikedesk::test
