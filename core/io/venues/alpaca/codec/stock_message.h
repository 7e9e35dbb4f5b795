// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/fast_read.h"
#include "core/io/venues/alpaca/codec/stream_codec.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace strikedesk::alpaca {

/// The characters of one message's members; strings without quotes, numbers as written.
struct StockFields {
    std::string_view kind, symbol, time, exchange, price, size, id, tape, action, up, down;
    std::string_view bidPrice, bidSize, askPrice, askSize;
    std::string_view open, high, low, close, volume, count, vwap;
    std::string_view statusCode, reasonCode, reasonWords;
    std::string_view oldId, oldPrice, oldSize, newId, newPrice, newSize;
    std::string conditions, oldConditions, newConditions;

    void clear() {
        std::string a = std::move(conditions);
        std::string b = std::move(oldConditions);
        std::string c = std::move(newConditions);
        *this = StockFields();
        a.clear();
        b.clear();
        c.clear();
        conditions = std::move(a);
        oldConditions = std::move(b);
        newConditions = std::move(c);
    }
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
