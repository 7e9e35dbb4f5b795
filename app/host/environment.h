// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/io/log/file_log.h"
#include "core/run/session/session_config.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace strikedesk::host {

/// What every program that works on a profile takes.
struct CommonOptions {
    std::string program;
    int argc = 0;
    char** argv = nullptr;
    std::string dataDirectory;                 ///< empty: the setting or the usual place
    std::map<std::string, std::string> values; ///< settings given as --set key=value
};

/// Adds --data-dir and --set to a command.
void addCommonOptions(CLI::App& command, CommonOptions& common);

/// Everything a program needs before it can start a session.
struct Environment {
    Settings settings;
    std::filesystem::path dataDirectory;
    std::filesystem::path startFile; ///< where choices for the next start are kept (start_choices.h)
    session::Mode mode = session::Mode::Demo;
    std::shared_ptr<Redactor> redactor;
    std::unique_ptr<FileLog> log;
};

/// Reads settings (defaults, what was chosen for this start, stored, environment, command line), opens the
/// log. Errors name the setting, its value
/// and the allowed range.
Result<Environment> prepare(const CommonOptions& common);

/// The keys the sandbox accepts.
alpaca::AlpacaKeys sandboxKeys();
Secret sandboxDataKey();

/// Where the environment's venue is and which feeds it has; the port is the sandbox's, 0 while unknown.
alpaca::AlpacaEndpoints endpointsOf(const Environment& environment, std::uint16_t sandboxPort = 0);

/// The same of Polygon's data.
polygon::PolygonEndpoints polygonEndpointsOf(const Environment& environment, std::uint16_t sandboxPort = 0);

/// Session config of the environment without endpoints and keys.
session::SessionConfig sessionConfigOf(const Environment& environment);

/// Makes SIGINT and SIGTERM call `quit` once on the event loop's thread.
void quitOnSignals(std::function<void()> quit);

} // namespace strikedesk::host
