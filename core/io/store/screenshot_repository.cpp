// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/screenshot_repository.h"

#include "core/io/store/repository_support.h"

#include <filesystem>

namespace strikedesk::store {

namespace {

/// A path that stays below the folder it is relative to.
bool staysBelow(const std::string& file) {
    const std::filesystem::path path(file);
    if (file.empty() || file.size() > 400 || path.is_absolute())
        return false;
    for (const std::filesystem::path& part : path)
        if (part == "..")
            return false;
    return true;
}

Status check(const Screenshot& screenshot) {
    const bool known = (screenshot.event == "entry" || screenshot.event == "exit") &&
                       (screenshot.chart == "contract" || screenshot.chart == "underlying");
    if (known && !screenshot.id.empty() && !screenshot.tradeId.empty() && staysBelow(screenshot.file))
        return done();
    return invalidInput("store.screenshot.invalid",
                        "This picture cannot be stored: it names no trade, event, chart or file of ours.");
}

} // namespace

Status ScreenshotRepository::add(const Screenshot& screenshot) {
    if (Status valid = check(screenshot); !valid)
        return valid;
    return statusOf(m_database.execute(
        "INSERT INTO screenshots (id, trade_id, at, event, chart, file) VALUES ($1, $2, $3, $4, $5, $6) "
        "ON CONFLICT (id) DO NOTHING",
        {screenshot.id, screenshot.tradeId, screenshot.at.nanoseconds(), screenshot.event, screenshot.chart,
         screenshot.file}));
}

Result<std::vector<Screenshot>> ScreenshotRepository::ofTrade(const std::string& tradeId) {
    std::vector<Screenshot> screenshots;
    const Status read = m_database.query(
        "SELECT id, trade_id, at, event, chart, file FROM screenshots WHERE trade_id = $1 ORDER BY at, id",
        {tradeId}, [&screenshots](const Row& row) {
            screenshots.push_back(Screenshot{row.text(0), row.text(1),
                                             Timestamp::fromNanoseconds(row.integer(2)), row.text(3),
                                             row.text(4), row.text(5)});
            return done();
        });
    return resultOf(read, std::move(screenshots));
}

} // namespace strikedesk::store
