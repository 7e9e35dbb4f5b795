// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/trade/risk/kill.h"

#include <filesystem>
#include <optional>
#include <string>

namespace strikedesk::watch {

/// A kill that was pressed and not released. It stands in a small file beside the order log, because the log
/// is written by the engine's command and the engine may be the very thing that hangs.
struct KillMark {
    trade::KillLevel level = trade::KillLevel::None;
    std::string by;
};

/// What is marked for this account, the stronger of its own mark and of one pressed before the account was
/// known; nothing when there is none. A mark that cannot be read counts as BlockEntries: it was written by a
/// kill. `account` may be empty.
std::optional<KillMark> readKillMark(const std::filesystem::path& folder, const AccountId& account);

/// Writes the mark; on return the disk has it. A stronger mark that stands is kept. Without an account it is
/// for whichever account opens next. Errors: the folder cannot be written.
Status writeKillMark(const std::filesystem::path& folder, const AccountId& account, const KillMark& mark);

/// Takes both marks away: a person released the switch. Errors: the folder cannot be written.
Status removeKillMarks(const std::filesystem::path& folder, const AccountId& account);

} // namespace strikedesk::watch
