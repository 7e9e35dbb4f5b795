// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/shared.h"
#include "core/io/venues/alpaca/codec/stream_codec.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk::alpaca {

/// The characters of one message's members; strings without quotes, numbers as written.
struct StockFields {
    StockFields() = default;
    StockFields(const StockFields&) = delete;
    StockFields& operator=(const StockFields&) = delete;

    std::string_view kind, symbol, time, exchange, price, size, id, tape, action, up, down;
    std::string_view bidPrice, bidSize, askPrice, askSize;
    std::string_view open, high, low, close, volume, count, vwap;
    std::string_view statusCode, reasonCode, reasonWords;
    std::string_view oldId, oldPrice, oldSize, newId, newPrice, newSize;
    std::string conditions, oldConditions, newConditions;

    /// Members set since the last clear; only those are emptied, since a quote sets a third of all.
    std::array<std::string_view*, 32> touched{};
    std::size_t touchedCount = 0;

    void set(std::string_view& slot, std::string_view value) {
        slot = value;
        if (touchedCount < touched.size())
            touched[touchedCount++] = &slot;
    }
    void clear();
};

/// What became of one message.
enum class StockMessage : std::uint8_t {
    Delivered,
    Control, ///< success, error, subscription or news: the careful way reads them
    Unknown, ///< a kind we do not know
    Broken,  ///< a member is missing or cannot be read exactly
};

/// Turns the members into a value and hands it to `sink`.
StockMessage deliverStockMessage(const StockFields& fields, FastClock& clock, StreamSink& sink);

} // namespace strikedesk::alpaca
