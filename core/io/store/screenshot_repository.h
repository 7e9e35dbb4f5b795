// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/io/store/database.h"

#include <string>
#include <vector>

namespace strikedesk::store {

/// One picture of a chart, taken as a trade was entered or left.
struct Screenshot {
    std::string id;
    /// The trade's id, which is also that of its journal row once the trade is closed.
    std::string tradeId;
    Timestamp at;
    /// "entry", "exit".
    std::string event;
    /// "contract", "underlying".
    std::string chart;
    /// Path of the PNG, relative to the pictures folder of the profile.
    std::string file;
    friend bool operator==(const Screenshot&, const Screenshot&) = default;
};

/// The pictures by trade. A picture may be stored before the journal has a row of its trade.
class ScreenshotRepository {
public:
    explicit ScreenshotRepository(Database& database) : m_database(database) {}

    /// Storing one id again changes nothing. Error InvalidInput: an event, chart or file that cannot be.
    Status add(const Screenshot& screenshot);
    /// Those of one trade, oldest first.
    Result<std::vector<Screenshot>> ofTrade(const std::string& tradeId);

private:
    Database& m_database;
};

} // namespace strikedesk::store
