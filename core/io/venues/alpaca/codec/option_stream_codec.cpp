// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/shared.h"
#include "core/io/venues/alpaca/codec/stream_codec.h"
#include "core/io/venues/alpaca/codec/stream_control.h"

#include <msgpack.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <exception>

// Compiled at -O2 in every build, like the JSON decoder it is measured beside.

namespace strikedesk::alpaca {

namespace {

constexpr std::uint32_t kMostMessages = 100'000;
constexpr std::uint32_t kMostMembers = 64;
constexpr std::uint32_t kMostListed = 50'000;

Error brokenFrame(const char* what) {
    return Error{ErrorKind::Protocol,
                 "alpaca.stream.broken",
                 "A market data message could not be read and was dropped.",
                 {},
                 std::string("option stream: ") + what};
}

/// The members we use; everything else is Ignored.
enum Member : std::uint8_t {
    Kind,
    SymbolName,
    Time,
    Exchange,
    TradePrice,
    Size,
    Condition,
    BidPrice,
    BidSize,
    AskPrice,
    AskSize,
    Open,
    High,
    Low,
    Volume,
    Count,
    Vwap,
    Code,
    Words,
    Trades,
    Quotes,
    Bars,
    MemberCount,
    Ignored,
};

Member memberOf(std::string_view key) {
    if (key.size() == 1) {
        switch (key[0]) {
        case 'T':
            return Kind;
        case 'S':
            return SymbolName;
        case 't':
            return Time;
        case 'x':
            return Exchange;
        case 'p':
            return TradePrice;
        case 's':
            return Size;
        case 'c':
            return Condition;
        case 'o':
            return Open;
        case 'h':
            return High;
        case 'l':
            return Low;
        case 'v':
            return Volume;
        case 'n':
            return Count;
        default:
            return Ignored;
        }
    }
    if (key.size() == 2) {
        if (key == "bp")
            return BidPrice;
        if (key == "ap")
            return AskPrice;
        if (key == "bs")
            return BidSize;
        if (key == "as")
            return AskSize;
        if (key == "vw")
            return Vwap;
        return Ignored;
    }
    if (key == "code")
        return Code;
    if (key == "msg")
        return Words;
    if (key == "trades")
        return Trades;
    if (key == "quotes")
        return Quotes;
    return key == "bars" ? Bars : Ignored;
}

/// One value as the encoding gives it; prices may come as any numeric type.
struct Value {
    enum class Type : std::uint8_t { Nothing, Text, Whole, Real, Float, Time, Other };
    Type type = Type::Nothing;
    std::string_view text;
    std::int64_t whole = 0;
    double real = 0;
};

std::optional<Price> priceOf(const Value& value) {
    switch (value.type) {
    case Value::Type::Whole:
        if (value.whole < 0 || value.whole > Price::kMaxUnits / Price::kUnitsPerDollar)
            return std::nullopt;
        return Price::fromUnits(value.whole * Price::kUnitsPerDollar);
    case Value::Type::Real: {
        const double units = value.real * static_cast<double>(Price::kUnitsPerDollar);
        if (!(units >= 0 && units <= static_cast<double>(Price::kMaxUnits)))
            return std::nullopt;
        return Price::fromUnits(std::llround(units));
    }
    case Value::Type::Float: {
        // The shortest text of a 32-bit float is the decimal the sender meant; widening it is not.
        char text[40];
        const auto [end, error] =
            std::to_chars(text, text + sizeof text, static_cast<float>(value.real), std::chars_format::fixed);
        return error == std::errc() ? fastPrice({text, static_cast<std::size_t>(end - text)}) : std::nullopt;
    }
    case Value::Type::Text:
        return fastPrice(value.text);
    default:
        return std::nullopt;
    }
}

std::optional<std::int64_t> countOf(const Value& value) {
    if (value.type == Value::Type::Whole)
        return value.whole >= 0 ? std::optional(value.whole) : std::nullopt;
    if (value.type == Value::Type::Text)
        return fastCount(value.text);
    const bool isReal = value.type == Value::Type::Real || value.type == Value::Type::Float;
    if (isReal && value.real >= 0 && value.real <= 1e15 && value.real == std::floor(value.real))
        return static_cast<std::int64_t>(value.real);
    return std::nullopt;
}

/// Big-endian number of `size` bytes.
std::uint64_t bigEndian(const char* bytes, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

/// Extension type −1 with 4, 8 or 12 bytes (MessagePack specification, "Timestamp extension type").
std::optional<Timestamp> timeOf(const char* bytes, std::uint32_t size) {
    std::uint64_t nanoseconds = 0;
    std::int64_t seconds = 0;
    if (size == 4) {
        seconds = static_cast<std::int64_t>(bigEndian(bytes, 4));
    } else if (size == 8) {
        const std::uint64_t both = bigEndian(bytes, 8);
        nanoseconds = both >> 34;
        seconds = static_cast<std::int64_t>(both & 0x3'FFFF'FFFF);
    } else if (size == 12) {
        nanoseconds = bigEndian(bytes, 4);
        seconds = static_cast<std::int64_t>(bigEndian(bytes + 4, 8));
    } else {
        return std::nullopt;
    }
    // Years 1970 to 2200, as everywhere.
    if (nanoseconds > 999'999'999 || seconds < 0 || seconds > 7'258'118'400)
        return std::nullopt;
    return Timestamp::fromNanoseconds(seconds * 1'000'000'000 + static_cast<std::int64_t>(nanoseconds));
}

/// Walks array → maps → members; delivers each map as it ends. Returning false stops the parser.
class FrameVisitor : public msgpack::null_visitor {
public:
    explicit FrameVisitor(StreamSink& sink) : m_sink(sink) {}

    bool start_array(std::uint32_t size) {
        ++m_depth;
        if (m_depth == 1)
            return size <= kMostMessages;
        m_isListed = m_depth == 3 && isList(m_member);
        return m_depth == 3 ? size <= kMostListed : m_depth > 3 && m_depth <= 6 && size <= kMostMembers;
    }
    bool end_array() {
        m_isListed = false;
        --m_depth;
        return true;
    }
    bool start_map(std::uint32_t size) {
        ++m_depth;
        if (m_depth == 2) {
            m_seen = 0;
            for (auto* list : {&m_ack.trades, &m_ack.quotes, &m_ack.bars})
                list->clear();
        }
        return size <= kMostMembers && m_depth >= 2 && m_depth <= 6;
    }
    bool end_map() {
        --m_depth;
        return m_depth != 1 || deliver();
    }
    bool start_map_key() {
        m_inKey = m_depth == 2;
        return true;
    }
    bool end_map_key() {
        m_inKey = false;
        return true;
    }

    bool visit_str(const char* bytes, std::uint32_t size) {
        const std::string_view text(bytes, size);
        if (m_inKey) {
            m_member = memberOf(text);
            return true;
        }
        if (m_isListed)
            listOf(m_member).emplace_back(text.substr(0, 100));
        return keep({Value::Type::Text, text, 0, 0});
    }
    bool visit_positive_integer(std::uint64_t number) {
        if (number > static_cast<std::uint64_t>(INT64_MAX))
            return keep({Value::Type::Other, {}, 0, 0});
        return keep({Value::Type::Whole, {}, static_cast<std::int64_t>(number), 0});
    }
    bool visit_negative_integer(std::int64_t number) { return keep({Value::Type::Whole, {}, number, 0}); }
    bool visit_float32(float number) { return keep({Value::Type::Float, {}, 0, number}); }
    bool visit_float64(double number) { return keep({Value::Type::Real, {}, 0, number}); }
    bool visit_nil() { return keep({}); }
    bool visit_boolean(bool) { return keep({Value::Type::Other, {}, 0, 0}); }
    bool visit_bin(const char*, std::uint32_t) { return keep({Value::Type::Other, {}, 0, 0}); }
    bool visit_ext(const char* bytes, std::uint32_t size) {
        if (size < 1 || static_cast<signed char>(bytes[0]) != -1)
            return keep({Value::Type::Other, {}, 0, 0});
        const auto at = timeOf(bytes + 1, size - 1);
        return at ? keep({Value::Type::Time, {}, at->nanoseconds(), 0})
                  : keep({Value::Type::Other, {}, 0, 0});
    }

    const FrameCount& count() const { return m_count; }
    bool isDone() const { return m_depth == 0; }

private:
    static bool isList(Member member) { return member == Trades || member == Quotes || member == Bars; }
    std::vector<std::string>& listOf(Member member) {
        return member == Trades ? m_ack.trades : member == Quotes ? m_ack.quotes : m_ack.bars;
    }
    /// Values outside a message's own members (a bare value, nested data) are passed over; a frame that is
    /// not an array of maps is refused.
    bool keep(const Value& value) {
        if (m_depth < 2 || m_inKey)
            return false;
        if (m_depth == 2 && m_member < MemberCount) {
            m_values[m_member] = value;
            m_seen |= 1U << m_member;
        }
        return true;
    }
    bool price(Member member, Price& out) const {
        const auto value = priceOf(at(member));
        out = value.value_or(Price());
        return value.has_value();
    }
    bool size(Member member, std::int64_t& out) const {
        if (at(member).type == Value::Type::Nothing)
            return true;
        const auto value = countOf(at(member));
        out = value.value_or(0);
        return value.has_value();
    }
    bool head(Symbol& symbol, Timestamp& when) {
        const Value& time = at(Time);
        if (time.type == Value::Type::Time) {
            when = Timestamp::fromNanoseconds(time.whole);
        } else if (time.type == Value::Type::Text) {
            const auto read = m_clock.read(time.text);
            if (!read)
                return false;
            when = *read;
        } else {
            return false;
        }
        return fastSymbol(at(SymbolName).text, symbol);
    }

    bool deliver() {
        const std::string_view kind = at(Kind).text;
        if (kind.empty())
            return false;
        ++m_count.delivered;
        if (kind == "q")
            return deliverQuote();
        if (kind == "t")
            return deliverTrade();
        if (kind == "b" || kind == "u" || kind == "d")
            return deliverBar(kind == "b"   ? market::BarKind::Minute
                              : kind == "u" ? market::BarKind::Updated
                                            : market::BarKind::Daily);
        return deliverControlMessage(kind);
    }
    bool deliverQuote() {
        market::Quote quote;
        if (!head(quote.symbol, quote.at) || !price(BidPrice, quote.bid) || !price(AskPrice, quote.ask) ||
            !size(BidSize, quote.bidSize) || !size(AskSize, quote.askSize))
            return false;
        m_sink.onQuote(quote);
        return true;
    }
    bool deliverTrade() {
        market::TradePrint print;
        if (!head(print.symbol, print.at) || !price(TradePrice, print.price) || !size(Size, print.size))
            return false;
        print.exchange = at(Exchange).text;
        print.conditions = at(Condition).text;
        m_sink.onTrade(print);
        return true;
    }
    bool deliverBar(market::BarKind kind) {
        Symbol symbol;
        market::Bar bar;
        if (!head(symbol, bar.start) || !price(Open, bar.open) || !price(High, bar.high) ||
            !price(Low, bar.low) || !price(Condition, bar.close) || !size(Volume, bar.volume) ||
            !size(Count, bar.tradeCount))
            return false;
        if (at(Vwap).type != Value::Type::Nothing && !price(Vwap, bar.vwap))
            return false;
        m_sink.onBar(symbol, bar, kind);
        return true;
    }
    bool deliverControlMessage(std::string_view kind) {
        if (kind == "success") {
            m_sink.onGreeting(greetingOf(at(Words).text));
        } else if (kind == "error") {
            const auto code = countOf(at(Code));
            if (!code)
                return false;
            m_sink.onFault(*code, at(Words).text.substr(0, 500));
        } else if (kind == "subscription") {
            m_sink.onSubscription(m_ack);
        } else {
            --m_count.delivered;
            ++m_count.unknown;
        }
        return true;
    }

    /// A member's value, or nothing when this message did not have it.
    const Value& at(Member member) const {
        static const Value kNothing;
        return (m_seen >> member & 1U) != 0 ? m_values[member] : kNothing;
    }

    StreamSink& m_sink;
    FastClock m_clock;
    std::array<Value, MemberCount> m_values;
    std::uint32_t m_seen = 0; ///< members of the message under way, one bit each
    SubscriptionAck m_ack;
    FrameCount m_count;
    int m_depth = 0;
    Member m_member = Ignored;
    bool m_inKey = false;
    bool m_isListed = false;
};

} // namespace

Result<FrameCount> decodeOptionFrame(std::string_view bytes, StreamSink& sink) {
    try {
        FrameVisitor visitor(sink);
        std::size_t read = 0;
        if (!msgpack::parse(bytes.data(), bytes.size(), read, visitor))
            return brokenFrame("not whole, or a message could not be read");
        if (read != bytes.size() || !visitor.isDone())
            return brokenFrame("bytes after the array");
        return visitor.count();
    } catch (const std::exception& thrown) {
        return brokenFrame(thrown.what());
    }
}

} // namespace strikedesk::alpaca
