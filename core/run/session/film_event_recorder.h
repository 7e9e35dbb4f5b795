// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/film/film_recorder.h"
#include "core/run/film/film_replay.h"
#include "core/run/handover/engine_thread.h"

#include <memory>

namespace strikedesk::session {

/// The engine thread's recorder as a film. The engine thread records; finish() belongs to the owner once that
/// thread has ended.
class FilmEventRecorder final : public handover::EventRecorder {
public:
    explicit FilmEventRecorder(std::unique_ptr<film::FilmRecorder> recorder)
        : m_recorder(std::move(recorder)) {}

    void record(Moment at, std::string_view eventBytes, std::string_view commandBytes) override {
        m_recorder->record(at, eventBytes, film::commandHash(commandBytes));
        ++m_events;
    }
    void checkpoint(Moment at, std::string_view stateBytes) override {
        m_recorder->recordCheckpoint(at, stateBytes);
    }

    Status finish() { return m_recorder->stop(); }
    std::uint64_t events() const { return m_events; }
    const film::FilmRecorder& recorder() const { return *m_recorder; }

private:
    std::unique_ptr<film::FilmRecorder> m_recorder;
    std::uint64_t m_events = 0;
};

/// Replays a film through a fresh engine and compares what it commands. Errors: not a film, of another build,
/// a checkpoint or event that cannot be read.
Result<film::ReplayReport> replayFilm(film::FilmReader& reader);

} // namespace strikedesk::session
