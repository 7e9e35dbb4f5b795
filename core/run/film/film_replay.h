// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/film/film_reader.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace strikedesk::film {

/// The first event whose commands came out differently.
struct ReplayDifference {
    std::uint64_t event = 0; ///< counted from 0 in the film
    Moment at;
    std::uint64_t recordedHash = 0;
    std::uint64_t replayedHash = 0;
};

/// What a replay found.
struct ReplayReport {
    std::uint64_t replayed = 0;
    /// Events after a gap and before the next checkpoint, which nothing can reproduce.
    std::uint64_t skipped = 0;
    std::uint64_t lostInGaps = 0;
    std::uint64_t runningHash = 0;
    std::optional<ReplayDifference> difference;
    FilmEnding ending = FilmEnding::Unknown;

    /// Every event of a whole film was replayed and gave the same commands.
    bool isIdentical() const {
        return !difference && skipped == 0 && lostInGaps == 0 && ending == FilmEnding::Complete;
    }
};

/// Feeds a film to an engine and compares what it commands. `restore(const FilmHeader&, std::string_view
/// checkpointBytes)` gives Result<Engine>; `step(Engine&, const FilmEvent&)` gives Result<std::string>, the
/// bytes of the commands. Stops at the first difference. After a gap it goes on from the next checkpoint.
template <class Restore, class Step>
Result<ReplayReport> verifyFilm(FilmReader& reader, Restore restore, Step step) {
    using EngineResult = decltype(restore(reader.header(), std::string_view()));
    std::optional<EngineResult> engine;
    ReplayReport report;
    std::uint64_t event = 0;
    while (true) {
        Result<std::optional<FilmEntry>> next = reader.next();
        if (!next)
            return next.error();
        if (!next->has_value())
            break;
        const FilmEntry& entry = **next;
        if (const auto* checkpoint = std::get_if<FilmCheckpoint>(&entry)) {
            if (!engine) {
                engine.emplace(restore(reader.header(), checkpoint->bytes));
                if (!engine->ok())
                    return engine->error();
            }
        } else if (const auto* gap = std::get_if<FilmGap>(&entry)) {
            report.lostInGaps += gap->events;
            engine.reset();
        } else if (const auto* happened = std::get_if<FilmEvent>(&entry)) {
            const std::uint64_t index = event++;
            if (!engine) {
                ++report.skipped;
                continue;
            }
            Result<std::string> commands = step(engine->value(), *happened);
            if (!commands)
                return commands.error();
            const std::uint64_t hash = commandHash(*commands);
            report.runningHash = nextRunningHash(report.runningHash, hash);
            ++report.replayed;
            if (hash != happened->commandHash) {
                report.difference = ReplayDifference{index, happened->at, happened->commandHash, hash};
                return report;
            }
        }
    }
    report.ending = reader.ending();
    return report;
}

} // namespace strikedesk::film
