// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/film_event_recorder.h"

#include "core/base/archive_reader.h"
#include "core/run/session/build_info.h"

namespace strikedesk::session {

namespace {

Result<std::string> stepRecorded(engine::Engine& engine, const film::FilmEvent& recorded) {
    engine::Event event;
    BinaryReader reader(recorded.bytes);
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
    return film::verifyFilm(
        reader,
        [](const film::FilmHeader&, std::string_view bytes) { return engine::Engine::tryLoad(bytes); },
        stepRecorded);
}

} // namespace strikedesk::session
