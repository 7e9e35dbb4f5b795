// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/stream_message.h"

#include "core/io/venues/common/fast_read.h"
#include "core/io/venues/common/field_reader.h"

#include <algorithm>
#include <optional>

namespace strikedesk::polygon {

namespace {

constexpr std::size_t kLongestStatusWords = 500;

/// Fills one value from its characters; remembers what was not readable.
class Filler {
public:
    void price(std::string_view token, Price& out, bool isNeeded = true) {
        if (token.empty()) {
            m_ok = m_ok && !isNeeded;
            return;
        }
        const auto read = venues::fastPrice(token);
        m_ok = m_ok && read;
        out = read.value_or(Price());
    }
    /// Shares or contracts; a fraction is rounded half to even.
    void count(std::string_view token, std::int64_t& out) {
        if (token.empty())
            return;
        const auto whole = venues::fastCount(token);
        out = whole.value_or(0);
        if (whole)
            return;
        const auto read = venues::parseVenueDecimal(token, 0, ExtraDigits::RoundEven);
        m_ok = m_ok && read && *read >= 0;
        out = m_ok ? *read : 0;
    }
    void time(std::string_view token, Timestamp& out) {
        const auto read = venueTime(token);
        m_ok = m_ok && read;
        out = read.value_or(Timestamp());
    }
    bool ok() const { return m_ok; }

private:
    bool m_ok = true;
};

/// The instrument of a message. Names seen lately are not checked again.
bool readSymbol(std::string_view text, Symbol& out) {
    const bool hasPrefix = text.size() > 2 && text[1] == ':';
    if (hasPrefix && text[0] != 'O' && text[0] != 'I')
        return false;
    const std::string_view plain = hasPrefix ? text.substr(2) : text;
    return venues::fastSymbol(plain, out) && out.looksLikeOption() == (hasPrefix && text[0] == 'O');
}

MessageFate fateOf(bool ok) { return ok ? MessageFate::Delivered : MessageFate::Broken; }

MessageFate deliverQuote(const StreamFields& f, const Symbol& symbol, PolygonSink& sink) {
    Filler fill;
    market::Quote quote;
    quote.symbol = symbol;
    fill.time(f.time, quote.at);
    // An empty side is left out or zero.
    fill.price(f.bidPrice, quote.bid, false);
    fill.price(f.askPrice, quote.ask, false);
    fill.count(f.bidSize, quote.bidSize);
    fill.count(f.askSize, quote.askSize);
    if (fill.ok())
        sink.onQuote(quote);
    return fateOf(fill.ok());
}

MessageFate deliverTrade(const StreamFields& f, const Symbol& symbol, PolygonSink& sink) {
    Filler fill;
    market::TradePrint print;
    print.symbol = symbol;
    fill.time(f.time, print.at);
    fill.price(f.price, print.price);
    fill.count(f.sizeOrStart, print.size);
    print.exchange = f.exchange;
    print.id = f.id;
    print.conditions = f.conditions;
    if (fill.ok())
        sink.onTrade(print);
    return fateOf(fill.ok());
}

MessageFate deliverBar(const StreamFields& f, const Symbol& symbol, WindowKind window, PolygonSink& sink) {
    Filler fill;
    market::Bar bar;
    fill.time(f.sizeOrStart, bar.start);
    fill.price(f.open, bar.open);
    fill.price(f.high, bar.high);
    fill.price(f.low, bar.low);
    fill.price(f.close, bar.close);
    fill.price(f.vwap, bar.vwap, false);
    fill.count(f.volume, bar.volume);
    if (fill.ok())
        sink.onBar(symbol, bar, window);
    return fateOf(fill.ok());
}

MessageFate deliverValue(const StreamFields& f, const Symbol& symbol, PolygonSink& sink) {
    Filler fill;
    Price value;
    Timestamp at;
    fill.time(f.time, at);
    fill.price(f.value, value);
    if (fill.ok())
        sink.onIndexValue(symbol, value, at);
    return fateOf(fill.ok());
}

MessageFate deliverBand(const StreamFields& f, const Symbol& symbol, PolygonSink& sink) {
    Filler fill;
    venues::PriceBand band;
    band.symbol = symbol;
    fill.time(f.time, band.at);
    fill.price(f.high, band.up);
    fill.price(f.low, band.down);
    band.indicator = f.indicators;
    if (fill.ok())
        sink.onPriceBand(band);
    return fateOf(fill.ok());
}

StreamWord wordOf(std::string_view status) {
    constexpr std::pair<std::string_view, StreamWord> kWords[] = {
        {"success", StreamWord::Success},
        {"connected", StreamWord::Connected},
        {"auth_success", StreamWord::AuthSuccess},
        {"auth_failed", StreamWord::AuthFailed},
        {"auth_timeout", StreamWord::AuthTimeout},
        {"max_connections", StreamWord::MaxConnections},
        {"not_authorized", StreamWord::NotAuthorized},
        {"error", StreamWord::Error},
    };
    const auto found = std::find_if(std::begin(kWords), std::end(kWords),
                                    [&](const auto& word) { return word.first == status; });
    return found == std::end(kWords) ? StreamWord::Other : found->second;
}

MessageFate deliverStatus(const StreamFields& f, PolygonSink& sink) {
    if (f.status.empty())
        return MessageFate::Broken;
    sink.onWord(wordOf(f.status), f.status.substr(0, kLongestStatusWords),
                f.message.substr(0, kLongestStatusWords));
    return MessageFate::Delivered;
}

} // namespace

void StreamFields::clear() {
    // A message that repeats members may fill the list of touched ones: then all are emptied.
    if (touchedCount == touched.size()) {
        for (std::string_view* slot :
             {&kind,    &symbol, &ticker, &time,    &price,    &sizeOrStart, &exchange,
              &id,      &value,  &status, &message, &bidPrice, &bidSize,     &askPrice,
              &askSize, &open,   &high,   &low,     &close,    &volume,      &vwap})
            *slot = {};
    }
    for (std::size_t i = 0; i < touchedCount; ++i)
        *touched[i] = {};
    touchedCount = 0;
    conditions.clear();
    indicators.clear();
}

MessageFate deliverMessage(const StreamFields& f, PolygonSink& sink) {
    if (f.kind.empty())
        return MessageFate::Broken;
    // Most messages have a kind of one letter.
    const char letter = f.kind.size() == 1 ? f.kind[0] : '\0';
    const bool isMinute = f.kind == "AM";
    const bool isBand = f.kind == "LULD";
    if (f.kind == "status")
        return deliverStatus(f, sink);
    if (letter != 'Q' && letter != 'T' && letter != 'A' && letter != 'V' && !isMinute && !isBand)
        return MessageFate::Unknown;
    const std::string_view name = isBand || letter == 'V' ? f.ticker : f.symbol;
    if (name.empty())
        return MessageFate::Broken;
    Symbol symbol;
    if (!readSymbol(name, symbol))
        return MessageFate::Unknown;
    if (letter == 'Q')
        return deliverQuote(f, symbol, sink);
    if (letter == 'T')
        return deliverTrade(f, symbol, sink);
    if (letter == 'V')
        return deliverValue(f, symbol, sink);
    return isBand ? deliverBand(f, symbol, sink)
                  : deliverBar(f, symbol, isMinute ? WindowKind::Minute : WindowKind::Second, sink);
}

} // namespace strikedesk::polygon
