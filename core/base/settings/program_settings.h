// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings/setting_definition.h"

namespace strikedesk {

/// Settings of the program itself: start, files, log, film, sandbox.
inline constexpr SettingDefinition kProgramSettings[] = {
    setting::choice("mode", "demo", "demo|paper|live|replay", setting::AtStart,
                    "Which market and account the program starts with."),
    setting::text("profile.name", "default", "40", setting::AtStart,
                  "Name of the profile; one program runs per profile."),
    setting::text("data.dir", "", "400", setting::AtStart,
                  "Folder for everything the program writes; empty means the usual place for user data."),
    setting::choice("log.level", "info", "trace|debug|info|warning|error|critical", setting::Live,
                    "The least important line the log keeps."),
    setting::number(SettingKind::Integer, "log.file_megabytes", "10", "1", "1000", "MB", setting::AtStart,
                    "Size at which a log file is closed and the next one begun."),
    setting::number(SettingKind::Integer, "log.file_count", "5", "1", "100", "files", setting::AtStart,
                    "How many log files are kept."),
    setting::number(SettingKind::Integer, "log.queue_lines", "8192", "128", "1000000", "lines",
                    setting::AtStart,
                    "Lines that may wait for the disk; beyond them the oldest are dropped and counted."),
    setting::onOff("log.console", "off", setting::AtStart,
                   "Also writes the log to the standard error stream."),
    setting::onOff("film.enabled", "on", setting::AtStart,
                   "Records every session so that it can be replayed."),
    setting::number(SettingKind::Duration, "film.checkpoint_seconds", "60", "10", "3600", "s",
                    setting::AtStart, "Market time between two engine checkpoints in the film."),
    setting::number(SettingKind::Integer, "sandbox.seed", "1", "0", "9223372036854775807", "",
                    setting::AtStart, "Seed of the simulated market; the same seed gives the same day."),
    setting::number(SettingKind::Decimal, "sandbox.speed", "1", "0.1", "1000", "times", setting::Live,
                    "How fast time runs in the simulated market."),
    setting::number(SettingKind::Integer, "sandbox.port", "0", "0", "65535", "", setting::AtStart,
                    "Port of the simulated venue on this machine; 0 lets the system choose."),
    setting::number(SettingKind::Money, "sandbox.starting_cash", "100000.00", "1000", "100000000", "USD",
                    setting::AtStart, "Cash of a new simulated account."),
};

} // namespace strikedesk
