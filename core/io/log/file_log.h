// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/io/log/redactor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>

namespace strikedesk {

/// Where and how much is logged (settings log.*).
struct FileLogOptions {
    std::filesystem::path file;               ///< its folder is made when missing
    std::size_t fileBytes = 10 * 1024 * 1024; ///< a fuller file is closed and renamed
    std::size_t fileCount = 5;                ///< files kept, the current one included; 1 to 100
    std::size_t queueLines = 8'192;  ///< lines that may wait for the disk; the oldest are dropped beyond
    LogLevel level = LogLevel::Info; ///< the least important line kept
    bool console = false;            ///< also to the standard error stream
};

/// The log of the program: rotating files, written by a thread of its own, one line an entry, UTC, without
/// secrets. When the queue is full the oldest lines are dropped and counted, and a line in the log says how
/// many. Writing is thread-safe, never blocks on the disk and never fails towards the caller. Closing writes
/// what is queued.
class FileLog final : public Log {
public:
    /// Error: the file cannot be opened. `redactor` is shared with whoever registers secrets; not null.
    static Result<std::unique_ptr<FileLog>> tryOpen(const FileLogOptions& options,
                                                    std::shared_ptr<const Redactor> redactor);
    ~FileLog() override;

    bool wants(LogLevel level) const override;
    void write(LogLevel level, std::string_view area, std::string_view message,
               std::span<const LogField> fields) override;

    /// Takes effect with the next line.
    void setLevel(LogLevel level);
    /// Lines dropped because the queue was full, so far.
    std::uint64_t lostLines() const;
    /// Lines the disk refused, so far.
    std::uint64_t failedWrites() const;

private:
    struct Parts;
    explicit FileLog(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace strikedesk
