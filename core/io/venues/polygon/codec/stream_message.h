// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/polygon/codec/stream_codec.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk::polygon {

/// The characters of one message's members; strings without quotes, numbers as written. Some names mean
/// different things by kind: `s` is a size or a window's start, `c` a close, a quote's condition or a list of
/// conditions, `i` an id or a list of indicators, `T` a ticker.
struct StreamFields {
    StreamFields() = default;
    StreamFields(const StreamFields&) = delete;
    StreamFields& operator=(const StreamFields&) = delete;

    std::string_view kind, symbol, ticker, time, price, sizeOrStart, exchange, id, value, status, message;
    std::string_view bidPrice, bidSize, askPrice, askSize;
    std::string_view open, high, low, close, volume, vwap;
    std::string conditions, indicators;

    /// Members set since the last clear; only those are emptied, since a quote sets a third of all.
    std::array<std::string_view*, 24> touched{};
    std::size_t touchedCount = 0;

    void set(std::string_view& slot, std::string_view text) {
        slot = text;
        if (touchedCount < touched.size())
            touched[touchedCount++] = &slot;
    }
    void clear();
};

/// What became of one message.
enum class MessageFate : std::uint8_t {
    Delivered,
    Unknown, ///< a kind or an instrument we do not know
    Broken,  ///< a member is missing or cannot be read exactly
};

/// Turns the members into a value and hands it to `sink`.
MessageFate deliverMessage(const StreamFields& fields, PolygonSink& sink);

} // namespace strikedesk::polygon
