// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/film/film_entry.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace strikedesk::film {

/// How a recorder behaves.
struct FilmRecorderOptions {
    /// Bytes of the ring between the engine and the writer; a power of two.
    std::size_t ringBytes = 32u * 1024 * 1024;
    /// Folder of the chunk store that takes large events and checkpoints in pieces; empty: they stay in the
    /// film.
    std::filesystem::path pages = {};
    /// Told once, on the writer's thread, when recording had to stop (disk full, folder gone).
    std::function<void(const Error&)> onStopped = {};
    /// Called by the writer's thread before each round; tests hold it back by this. Empty in production.
    std::function<void()> beforeRound = {};
};

/// Records what the engine dequeues without ever making it wait: record() copies into a bounded ring, a
/// thread of its own ("film") compresses and writes. When the ring is full the entry is counted, and a gap
/// marker takes its place. A disk that fails stops the film with one notice and never harms trading.
/// record…() belong to one thread (the engine's); the destructor stops and finishes the film.
class FilmRecorder {
public:
    static Result<std::unique_ptr<FilmRecorder>>
    start(const std::filesystem::path& file, const FilmHeader& header, FilmRecorderOptions options = {});
    ~FilmRecorder();
    FilmRecorder(const FilmRecorder&) = delete;
    FilmRecorder& operator=(const FilmRecorder&) = delete;

    /// One event with the hash of the commands it caused; false when it became part of a gap.
    bool record(const Moment& at, std::string_view eventBytes, std::uint64_t commandHash);
    /// The state after everything recorded so far.
    bool recordCheckpoint(const Moment& at, std::string_view stateBytes);
    /// The name of a page in the chunk store which the next event needs.
    bool recordChunk(std::string_view chunkName);

    /// Events lost to gaps so far. Any thread.
    std::uint64_t lost() const;
    /// True once recording stopped for good because of an error. Any thread.
    bool isStopped() const;
    /// Bytes of the film file so far. Any thread.
    std::uint64_t bytesWritten() const;

    /// Writes what is in the ring, ends the film and joins the thread. Returns the first error there was.
    Status stop();

private:
    class Impl;
    explicit FilmRecorder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::film
