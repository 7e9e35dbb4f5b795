// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/film/film_reader.h"
#include "core/run/film/film_writer.h"
#include "tests/unit/store/temporary_directory.h"
#include "tests/unit/store/test_files.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk::test {

inline film::FilmHeader filmHeader() {
    film::FilmHeader header;
    header.buildId = "build-1";
    header.idSeed = 42;
    header.mode = "paper";
    header.account = "PA3X";
    header.startedAt = Timestamp::tryFromRfc3339("2026-03-02T14:30:00.5Z").value();
    header.settings = "risk.max=5\n";
    return header;
}

/// The moment `ms` milliseconds into the session.
inline Moment moment(std::int64_t ms) {
    return {filmHeader().startedAt + Duration::milliseconds(ms),
            MonoTime::fromNanoseconds(5'000 + ms * 1'000'100)};
}

/// Event number `n`; every third one caused commands.
inline film::FilmEvent filmEvent(int n) {
    const std::string bytes = "event " + std::to_string(n);
    return {moment(n * 10), bytes, n % 3 == 0 ? film::commandHash("command " + std::to_string(n)) : 0};
}

inline std::unique_ptr<film::FilmWriter> newFilm(const std::filesystem::path& file) {
    return std::move(film::FilmWriter::create(file, filmHeader()).value());
}

/// Every entry that is whole; `error` and how it ended go to the reader's own answers.
inline std::vector<film::FilmEntry> entriesOf(film::FilmReader& reader) {
    std::vector<film::FilmEntry> entries;
    while (true) {
        auto next = reader.next();
        if (!next || !next->has_value())
            return entries;
        entries.push_back(std::move(**next));
    }
}

} // namespace strikedesk::test
