// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "core/run/film/film_reader.h"
#include "core/run/session/film_event_recorder.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace strikedesk::ctl {

namespace {

int replay(const std::string& file, bool verify) {
    auto reader = film::FilmReader::open(file);
    if (!reader) {
        printError(reader.error());
        return 1;
    }
    const film::FilmHeader& header = (*reader)->header();
    std::printf("film      %s, account %s, from %s, build %s\n", header.mode.c_str(), header.account.c_str(),
                header.startedAt.rfc3339().c_str(), header.buildId.c_str());
    const auto report = session::replayFilm(**reader);
    if (!report) {
        printError(report.error());
        return 1;
    }
    std::printf("replayed  %llu events, command hash %016llx\n",
                static_cast<unsigned long long>(report->replayed),
                static_cast<unsigned long long>(report->runningHash));
    if (report->skipped > 0 || report->lostInGaps > 0)
        std::printf("gaps      %llu events were never recorded, %llu could not be replayed\n",
                    static_cast<unsigned long long>(report->lostInGaps),
                    static_cast<unsigned long long>(report->skipped));
    if (report->difference) {
        std::printf("DIFFERENT at event %llu (%s): recorded %016llx, replayed %016llx\n",
                    static_cast<unsigned long long>(report->difference->event),
                    report->difference->at.market.rfc3339().c_str(),
                    static_cast<unsigned long long>(report->difference->recordedHash),
                    static_cast<unsigned long long>(report->difference->replayedHash));
        return 1;
    }
    const bool whole = report->ending == film::FilmEnding::Complete;
    std::printf("%s\n", whole ? "identical: every event gave the recorded commands"
                              : "identical as far as it goes: the film was not closed in order");
    return verify && !report->isIdentical() ? 1 : 0;
}

} // namespace

void addFilmCommand(CLI::App& app, int& result) {
    CLI::App* command = app.add_subcommand("film", "Recorded sessions");
    command->require_subcommand(1);
    auto file = std::make_shared<std::string>();
    CLI::App* verify = command->add_subcommand(
        "verify", "Replay a film and fail unless it is whole and gives the same commands");
    verify->add_option("FILE", *file, "The film")->required();
    verify->callback([file, &result] { result = replay(*file, true); });
    CLI::App* play = command->add_subcommand("replay", "Replay a film as far as it goes and print its hash");
    play->add_option("FILE", *file, "The film")->required();
    play->callback([file, &result] { result = replay(*file, false); });
}

} // namespace strikedesk::ctl
