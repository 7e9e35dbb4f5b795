// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/film/film_entry.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace strikedesk::film {

/// How a film ends.
enum class FilmEnding {
    Unknown,  ///< not read to the end yet
    Complete, ///< with an End entry
    Open,     ///< after a whole block, without an End entry: the process ended or still records
    Torn,     ///< within a block: the process was killed while writing
    Damaged,  ///< a block whose bytes do not match its checksum, or bytes that are no block
};

/// What is known about a film without unpacking it.
struct FilmSummary {
    std::uint64_t wholeEntries = 0;
    std::uint64_t wholeEvents = 0;
    FilmEnding ending = FilmEnding::Unknown;
    Timestamp firstAt;
    Timestamp lastAt;
};

/// Reads a film as a stream, block by block; the file is hostile (every length is bounded, every block
/// checked). All whole blocks before a torn or damaged one are good. One thread.
class FilmReader {
public:
    /// Errors: no such file, no film, a newer format, a header that is damaged.
    static Result<std::unique_ptr<FilmReader>> open(const std::filesystem::path& file);
    ~FilmReader();
    FilmReader(const FilmReader&) = delete;
    FilmReader& operator=(const FilmReader&) = delete;

    const FilmHeader& header() const;
    const std::filesystem::path& file() const;
    /// The next entry; nothing at the end of what is whole, and then ending() tells why it ended.
    Result<std::optional<FilmEntry>> next();
    /// Makes the next entry the last checkpoint at or before `market`; the first one when there is none
    /// before. Error: no checkpoint in the film.
    Status seek(Timestamp market);
    /// Back to the first entry.
    Status rewind();

    /// How the film ended, once next() gave nothing.
    FilmEnding ending() const;
    /// Entries handed out or passed over in front of the next one.
    std::uint64_t position() const;
    /// Walks the block heads and checksums of the whole film without unpacking; the position stays.
    Result<FilmSummary> summary();

private:
    class Impl;
    explicit FilmReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::film
