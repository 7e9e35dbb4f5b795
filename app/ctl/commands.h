// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/io/log/file_log.h"
#include "core/run/session/session_config.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace strikedesk::ctl {

/// What every command that works on a profile takes.
struct CommonOptions {
    std::string program;
    int argc = 0;
    char** argv = nullptr;
    std::string dataDirectory;                 ///< empty: the setting or the usual place
    std::map<std::string, std::string> values; ///< settings given as --set key=value
};

/// Each adds its subcommand; when it was chosen and has run, `result` is the exit code (0 good, 1 failed, 2
/// wrong use).
void addEngineCommand(CLI::App& app, CommonOptions& common, int& result);
void addSandboxCommand(CLI::App& app, int& result);
void addDemoCommand(CLI::App& app, CommonOptions& common, int& result);
void addDoctorCommand(CLI::App& app, CommonOptions& common, int& result);
void addKillCommand(CLI::App& app, CommonOptions& common, int& result);
void addFilmCommand(CLI::App& app, int& result);
void addSettingsCommand(CLI::App& app, CommonOptions& common, int& result);

/// Adds --data-dir and --set to a subcommand.
void addCommonOptions(CLI::App& command, CommonOptions& common);

/// Everything a command needs before it can start a session.
struct Environment {
    Settings settings;
    std::filesystem::path dataDirectory;
    session::Mode mode = session::Mode::Demo;
    std::shared_ptr<Redactor> redactor;
    std::unique_ptr<FileLog> log;
};

/// Reads settings (defaults, environment, command line), opens the log. Errors name the setting, its value
/// and the allowed range.
Result<Environment> prepare(const CommonOptions& common);

/// The broker's keys from STRIKEDESK_SECRET_ALPACA_KEY_ID and STRIKEDESK_SECRET_ALPACA_SECRET_KEY, registered
/// with the redactor. Error: one is missing, and how to set it.
Result<alpaca::AlpacaKeys> keysFromEnvironment(Redactor& redactor);
/// The keys the sandbox accepts.
alpaca::AlpacaKeys sandboxKeys();

/// Session config of the environment without endpoints and keys.
session::SessionConfig sessionConfigOf(const Environment& environment);

/// Writes the error's sentence (and nothing else) to the standard error stream.
void printError(const Error& error);

/// Makes SIGINT and SIGTERM call `quit` once on the event loop's thread.
void quitOnSignals(std::function<void()> quit);

} // namespace strikedesk::ctl
