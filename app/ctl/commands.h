// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/host/environment.h"

namespace strikedesk::ctl {

using host::addCommonOptions;
using host::CommonOptions;
using host::Environment;
using host::prepare;
using host::quitOnSignals;
using host::sandboxKeys;
using host::sessionConfigOf;

/// Each adds its subcommand; when it was chosen and has run, `result` is the exit code (0 good, 1 failed, 2
/// wrong use).
void addEngineCommand(CLI::App& app, CommonOptions& common, int& result);
void addSandboxCommand(CLI::App& app, int& result);
void addDemoCommand(CLI::App& app, CommonOptions& common, int& result);
void addDoctorCommand(CLI::App& app, CommonOptions& common, int& result);
void addKillCommand(CLI::App& app, CommonOptions& common, int& result);
void addFilmCommand(CLI::App& app, int& result);
void addSettingsCommand(CLI::App& app, CommonOptions& common, int& result);

/// Writes the error's sentence (and nothing else) to the standard error stream.
void printError(const Error& error);

} // namespace strikedesk::ctl
