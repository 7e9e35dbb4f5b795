// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/film/film_entry.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace strikedesk::film {

/// Writes one film file, synchronously: entries gather in a block, a full block is compressed and appended.
/// One thread. After an error nothing more is written and every call returns that error; what is in the file
/// stays readable.
class FilmWriter {
public:
    /// Makes `file` (which must not exist) and its folder. Errors are sentences: exists, no permission, disk
    /// full.
    static Result<std::unique_ptr<FilmWriter>> create(const std::filesystem::path& file,
                                                      const FilmHeader& header);
    /// Writes what is gathered; the film ends without an End entry unless finish() was called.
    ~FilmWriter();
    FilmWriter(const FilmWriter&) = delete;
    FilmWriter& operator=(const FilmWriter&) = delete;

    Status write(const FilmEvent& event);
    /// Starts a block of its own, so that a reader can begin there.
    Status write(const FilmCheckpoint& checkpoint);
    Status write(const FilmGap& gap);
    Status write(const FilmChunk& chunk);
    /// Hands the gathered entries to the file now (at most what a crash may lose).
    Status flush();
    /// Writes the End entry and closes. Nothing may follow.
    Status finish();

    std::uint64_t events() const;
    std::uint64_t runningHash() const;
    std::uint64_t bytesWritten() const;

private:
    class Impl;
    explicit FilmWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// "2026-03-02_143000_paper_PA123.film": a name safe on every system, made of the header. Characters other
/// than letters, digits, '-' and '_' become '-'.
std::string filmFileName(const FilmHeader& header);

} // namespace strikedesk::film
