// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"

#include <CLI/CLI.hpp>

#include <cstdio>

// strikedeskctl: reads the command line and hands over.

int main(int argc, char** argv) {
    using namespace strikedesk::ctl;
    CLI::App app("Strikedesk from the command line", "strikedeskctl");
    app.require_subcommand(1);
    CommonOptions common;
    int result = 0;
    addEngineCommand(app, common, result);
    addSandboxCommand(app, result);
    addDemoCommand(app, common, result);
    addDoctorCommand(app, common, result);
    addKillCommand(app, common, result);
    addFilmCommand(app, result);
    addSettingsCommand(app, common, result);
    common.program = argv[0];
    common.argc = argc;
    common.argv = argv;
    CLI11_PARSE(app, argc, argv);
    return result;
}
