// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/data_stream.h"
#include "core/run/sandbox/alpaca/test_feed.h"
#include "core/run/sandbox/alpaca/wire_market.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxObjectsPerFrame = 500;

TimeForm timeFormOf(FrameForm form) {
    return form == FrameForm::MessagePack ? TimeForm::Extension : TimeForm::Text;
}

} // namespace

bool DataStream::wants(const char* channel, const Symbol& symbol) const {
    const auto found = m_channels.find(std::string_view(channel));
    if (found == m_channels.end())
        return false;
    return found->second.contains("*") || found->second.contains(symbol.text());
}

void DataStream::sendBatch(json& batch) {
    if (!batch.empty())
        sendFrame(m_peer, batch, m_form);
    batch = json::array();
}

json DataStream::messageOf(const MarketEvent& event) const {
    const Symbol& symbol = eventSymbol(event);
    const TimeForm time = timeFormOf(m_form);
    const char tape = m_hub.tapeOf(symbol);
    json message;
    const auto take = [&](const char* channel, const char* letter, auto&& make) {
        if (!wants(channel, symbol))
            return;
        message = make();
        message["T"] = letter;
        message["S"] = symbol.text();
    };
    if (const auto* quote = std::get_if<market::Quote>(&event))
        take("quotes", "q", [&] { return quoteJson(*quote, tape, time); });
    else if (const auto* print = std::get_if<market::TradePrint>(&event))
        take("trades", "t", [&] { return printJson(*print, tape, time); });
    else if (const auto* status = std::get_if<market::TradingStatus>(&event))
        take("statuses", "s", [&] { return statusJson(*status, tape, time); });
    else if (const auto* band = std::get_if<PriceBand>(&event))
        take("lulds", "l", [&] { return bandJson(*band, tape, time); });
    else if (const auto* change = std::get_if<PrintChange>(&event))
        // Corrections come with the trades; there is no asking for them.
        take("trades", change->is ? "c" : "x", [&] { return changeJson(*change, tape, time); });
    return message;
}

void DataStream::publish(const std::vector<MarketEvent>& events) {
    if (!m_authenticated || m_channels.empty() || m_endpoint.isSilent)
        return;
    json batch = json::array();
    for (const MarketEvent& event : events) {
        if (eventSymbol(event).looksLikeOption() != isOptions())
            continue;
        json message = messageOf(event);
        if (message.is_null())
            continue;
        batch.push_back(std::move(message));
        if (batch.size() >= kMaxObjectsPerFrame)
            sendBatch(batch);
    }
    sendBatch(batch);
}

void DataStream::publishMinute(Timestamp minute, Timestamp now) {
    const bool hasBars =
        m_endpoint.kind == StreamEndpoint::Kind::Stocks || m_endpoint.kind == StreamEndpoint::Kind::Test;
    if (!m_authenticated || !hasBars || m_endpoint.isSilent || m_channels.empty())
        return;
    const SessionCalendar calendar;
    json batch = json::array();
    const auto put = [&](const char* letter, const Symbol& symbol, const std::vector<market::Bar>& bars) {
        if (bars.empty())
            return;
        json message = barJson(bars.back(), timeFormOf(m_form));
        message["T"] = letter;
        message["S"] = symbol.text();
        batch.push_back(std::move(message));
    };
    if (m_endpoint.kind == StreamEndpoint::Kind::Test) {
        if (wants("bars", testSymbol()))
            put("b", testSymbol(), {testBar(m_hub.config().seed, minute)});
        sendBatch(batch);
        return;
    }
    const Timestamp at = now - m_endpoint.delay;
    const Timestamp start = minute - m_endpoint.delay;
    for (const Asset& asset : m_hub.source().assets()) {
        if (asset.kind == AssetKind::Index)
            continue;
        // A minute without a print has no bar, and moves no daily bar.
        const auto bars = m_hub.source().minuteBars(asset.symbol, start, start, at);
        if (bars.empty())
            continue;
        if (wants("bars", asset.symbol))
            put("b", asset.symbol, bars);
        const Date day = calendar.dateOf(start);
        if (wants("dailyBars", asset.symbol))
            put("d", asset.symbol,
                m_hub.source().dailyBars(asset.symbol, day, day, start + Duration::minutes(1)));
    }
    sendBatch(batch);
}

void DataStream::publishUpdatedBar(const Symbol& symbol, Timestamp minute, Timestamp now) {
    if (!m_authenticated || m_endpoint.kind != StreamEndpoint::Kind::Stocks || m_endpoint.isSilent ||
        !wants("updatedBars", symbol))
        return;
    const auto bars = m_hub.source().minuteBars(symbol, minute, minute, now);
    if (bars.empty())
        return;
    json message = barJson(bars.back(), timeFormOf(m_form));
    message["T"] = "u";
    message["S"] = symbol.text();
    sendFrame(m_peer, json::array({message}), m_form);
}

void DataStream::publishNews(const std::vector<NewsItem>& items) {
    if (!m_authenticated || m_endpoint.kind != StreamEndpoint::Kind::News)
        return;
    json batch = json::array();
    for (const NewsItem& item : items) {
        const auto about = [this](const Symbol& symbol) { return wants("news", symbol); };
        // A star takes articles without symbols too.
        if (!std::any_of(item.symbols.begin(), item.symbols.end(), about) && !wants("news", Symbol()))
            continue;
        json message = newsJson(item, timeFormOf(m_form));
        message.erase("images");
        message["T"] = "n";
        batch.push_back(std::move(message));
    }
    sendBatch(batch);
}

} // namespace strikedesk::sandbox
