// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace strikedesk::store {

/// An advisory lock of the operating system on a file of its own, held for the life of the object and given
/// back by the system when the process dies.
class FileLock {
public:
    /// Error Unavailable: another process (or another object in this one) holds it; Storage: no permission.
    static Result<FileLock> acquire(const std::filesystem::path& file);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

private:
    explicit FileLock(std::intptr_t handle) : m_handle(handle) {}
    std::intptr_t m_handle = -1;
};

/// Disk kept aside in a file of zeros, to be given up when the disk is full.
class DiskReserve {
public:
    DiskReserve(std::filesystem::path file, std::int64_t bytes) : m_file(std::move(file)), m_bytes(bytes) {}

    /// Takes the reserve, or what is missing of it; false when the disk has no room for it.
    bool take();
    /// Gives the space back to the disk.
    void release();

private:
    std::filesystem::path m_file;
    std::int64_t m_bytes;
};

/// What the log's last record was, noted in a small file after each commit. A log that ends earlier than its
/// note has lost records the disk had acknowledged (a truncated or replaced file), which the hash chain alone
/// cannot show. The note is not synced: it may lag after a power loss but never lead.
class LogWitness {
public:
    struct Note {
        std::int64_t seq = 0;
        std::string hash;
    };

    explicit LogWitness(std::filesystem::path file) : m_file(std::move(file)) {}

    /// The note; nothing when there is none or it is torn.
    std::optional<Note> read() const;
    /// Best effort: a witness that cannot be written must not stop a cancel.
    void write(const Note& note);

private:
    std::filesystem::path m_file;
    std::fstream m_stream;
};

/// Makes a rename or a new file in `directory` durable where the system needs that said.
void syncDirectory(const std::filesystem::path& directory);

} // namespace strikedesk::store
