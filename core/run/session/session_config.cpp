// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/session_config.h"

#include <algorithm>

namespace strikedesk::session {

namespace {

/// A percentage as an integer number of hundredths of a percent; finer digits do not matter for a limit.
std::int64_t hundredths(Decimal percent) { return percent.units() / (Decimal::kUnitsPerOne / 100); }

} // namespace

std::string_view toText(Mode mode) {
    switch (mode) {
    case Mode::Demo:
        return "demo";
    case Mode::Paper:
        return "paper";
    case Mode::Live:
        return "live";
    }
    return "demo";
}

workers::NetTuning netTuningFrom(const Settings& settings) {
    alpaca::RestTuning common;
    const Duration patience = settings.duration("net.request_seconds");
    common.limits.idle = patience;
    common.limits.wholeWrite = patience;
    // A page of history may take its time as long as it comes.
    common.limits.wholeRead = patience * 3;
    common.limits.retries = static_cast<int>(settings.integer("net.read_retries"));
    common.breaker.failures = static_cast<int>(settings.integer("net.breaker_failures"));
    common.breaker.openFor = settings.duration("net.breaker_open_seconds");
    workers::NetTuning tuning{common, common, common, common, {}};
    const int trading = static_cast<int>(settings.integer("alpaca.trading_requests_per_minute"));
    constexpr int kContractsShare = 5;
    tuning.contracts.perMinute = std::max(1, trading / kContractsShare);
    tuning.orders.perMinute = std::max(1, trading - tuning.contracts.perMinute);
    tuning.data.perMinute = static_cast<int>(settings.integer("alpaca.data_requests_per_minute"));
    tuning.polygon.perMinute = static_cast<int>(settings.integer("polygon.requests_per_minute"));
    tuning.reconnect.longest = settings.duration("net.reconnect_max_seconds");
    return tuning;
}

std::optional<std::size_t> stockSymbolLimit(const Settings& settings, std::string_view feed) {
    if (feed == market::kPolygonFeed)
        return std::nullopt;
    if (const std::int64_t chosen = settings.integer("alpaca.stock_symbols"); chosen > 0)
        return static_cast<std::size_t>(chosen);
    // The free plan's feeds: 30 symbols with trades and quotes together, bars without a number.
    constexpr std::size_t kFreePlan = 30;
    return feed == "iex" || feed == "delayed_sip" ? std::optional(kFreePlan) : std::nullopt;
}

std::optional<std::size_t> optionSymbolLimit(const Settings& settings, std::string_view feed) {
    // Polygon allows quotes of 1000 contracts a connection (protocol facts, section 15).
    constexpr std::size_t kPolygonContracts = 1'000;
    if (feed == market::kPolygonFeed)
        return kPolygonContracts;
    if (const std::int64_t chosen = settings.integer("alpaca.option_symbols"); chosen > 0)
        return static_cast<std::size_t>(chosen);
    // Said of option quotes on the free and the paid plan; the venue's refusal corrects it.
    constexpr std::size_t kFreePlan = 200;
    constexpr std::size_t kPaidPlan = 1'000;
    return feed == "indicative" ? kFreePlan : kPaidPlan;
}

trade::TradeSettings tradeSettingsFrom(const Settings& settings, Mode mode, const std::string& account) {
    trade::TradeSettings numbers;
    numbers.environment = std::string(toText(mode));
    numbers.accountTail = account.size() > 4 ? account.substr(account.size() - 4) : account;
    numbers.manualQuoteAge = settings.duration("quotes.manual_age_seconds");
    numbers.automaticQuoteAge = settings.duration("quotes.automatic_age_seconds");
    numbers.accountAge = settings.duration("orders.account_age_seconds");
    numbers.maxQuantity = settings.integer("orders.max_quantity");
    numbers.maxNotional = settings.money("orders.max_notional");
    numbers.priceCollarPercent = settings.integer("orders.price_collar_percent");
    numbers.priceCollarFloor = settings.price("orders.price_collar_floor");
    numbers.maxSpreadPercentHundredths = hundredths(settings.decimal("orders.max_spread_percent"));
    numbers.duplicateWindow = settings.duration("orders.duplicate_seconds");
    numbers.maxOrdersPerSecond = settings.integer("orders.max_per_second");
    numbers.maxOrdersPerMinute = settings.integer("orders.max_per_minute");
    numbers.maxOpenTrades = settings.integer("risk.max_open_positions");
    numbers.maxOpenTradesPerSymbol = settings.integer("risk.max_positions_per_symbol");
    numbers.maxTradesPerDay = settings.integer("risk.max_trades_per_day");
    numbers.maxDailyLoss = settings.money("risk.daily_loss_amount");
    numbers.maxDailyLossPercentHundredths = hundredths(settings.decimal("risk.daily_loss_percent"));
    numbers.horizon = settings.duration("orders.horizon_seconds");
    numbers.stopConfirm = settings.duration("exits.stop_confirm_ms");
    numbers.exitReprice = settings.duration("exits.reprice_seconds");
    numbers.exitCollarPercent = settings.integer("exits.collar_percent");
    numbers.exitCollarFloor = settings.price("exits.collar_floor");
    numbers.restingTimeInForce = trade::timeInForceFromWire(settings.text("orders.resting_time_in_force"));
    // Both the sandbox and the broker book their own commissions; nothing is assumed on top of theirs.
    numbers.commissionPerContract = Money();
    return numbers;
}

} // namespace strikedesk::session
