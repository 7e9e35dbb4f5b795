// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/film_event_recorder.h"

#include "core/base/archive_reader.h"
#include "core/run/film/film_block.h"
#include "core/run/film/film_pages.h"
#include "core/run/session/build_info.h"

namespace strikedesk::session {

namespace {

Result<std::string> stepRecorded(engine::Engine& engine, const film::ChunkStore& pages,
                                 const film::FilmEvent& recorded) {
    const Result<std::string> whole = film::wholeBytes(pages, recorded.bytes, film::kMaxEntryBytes);
    if (!whole)
        return whole;
    engine::Event event;
    BinaryReader reader(*whole);
    reader.value(event);
    if (!reader.finished())
        return Error{ErrorKind::InvalidInput,
                     "film.event.invalid",
                     "An event of this film cannot be read: it was recorded by another version.",
                     {},
                     "field " + reader.where()};
    BinaryWriter bytes;
    for (const engine::Command& command : engine.step(recorded.at, event))
        bytes.value(command);
    return bytes.take();
}

} // namespace

Result<film::ReplayReport> replayFilm(film::FilmReader& reader) {
    if (reader.header().buildId != kBuildId)
        return Error{ErrorKind::Unsupported,
                     "film.other_build",
                     "This film was recorded by build " + reader.header().buildId +
                         "; only that build can replay it to the same bytes. This is " + kBuildId + ".",
                     {},
                     {}};
    const film::ChunkStore pages(film::pagesOf(reader.file()));
    return film::verifyFilm(
        reader,
        [&pages](const film::FilmHeader&, std::string_view bytes) -> Result<engine::Engine> {
            const Result<std::string> whole = film::wholeBytes(pages, bytes, film::kMaxEntryBytes);
            return whole ? engine::Engine::tryLoad(*whole) : Result<engine::Engine>(whole.error());
        },
        [&pages](engine::Engine& engine, const film::FilmEvent& event) {
            return stepRecorded(engine, pages, event);
        });
}

} // namespace strikedesk::session
