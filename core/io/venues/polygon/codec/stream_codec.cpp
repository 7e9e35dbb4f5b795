// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/stream_codec.h"

#include "core/io/venues/common/flat_frame.h"
#include "core/io/venues/common/json_writer.h"
#include "core/io/venues/polygon/codec/stream_message.h"

namespace strikedesk::polygon {

namespace {

using venues::flatName;
using venues::FrameCount;

Error brokenFrame(const char* what) {
    return Error{ErrorKind::Protocol,
                 "polygon.stream.broken",
                 "A market data message could not be read and was dropped.",
                 {},
                 std::string("stream: ") + what};
}

/// Where a member goes; null for members we do not use.
std::string_view* slotOf(StreamFields& f, std::uint64_t name) {
    switch (name) {
    case flatName("ev"):
        return &f.kind;
    case flatName("sym"):
        return &f.symbol;
    case flatName("T"):
        return &f.ticker;
    case flatName("t"):
        return &f.time;
    case flatName("p"):
        return &f.price;
    case flatName("s"):
        return &f.sizeOrStart;
    case flatName("x"):
        return &f.exchange;
    case flatName("i"):
        return &f.id;
    case flatName("bp"):
        return &f.bidPrice;
    case flatName("bs"):
        return &f.bidSize;
    case flatName("ap"):
        return &f.askPrice;
    case flatName("as"):
        return &f.askSize;
    case flatName("o"):
        return &f.open;
    case flatName("h"):
        return &f.high;
    case flatName("l"):
        return &f.low;
    case flatName("c"):
        return &f.close;
    case flatName("v"):
        return &f.volume;
    case flatName("vw"):
        return &f.vwap;
    case flatName("val"):
        return &f.value;
    case flatName("status"):
        return &f.status;
    case flatName("message"):
        return &f.message;
    default:
        return nullptr;
    }
}

bool isCodes(std::string_view list) {
    return list.empty() || list.find_first_not_of("0123456789,-") == std::string_view::npos;
}

/// Sorts the members of a message into its fields and delivers it.
class Receiver final : public venues::FlatReceiver {
public:
    Receiver(StreamFields& fields, venues::SlotMemory& slots, PolygonSink& sink)
        : m_fields(fields), m_slots(slots), m_sink(sink) {}

    void begin() override {
        m_fields.clear();
        m_slots.begin();
    }
    void scalar(std::uint64_t name, std::string_view token) override {
        if (auto* slot =
                m_slots.find(name, [this](std::uint64_t sought) { return slotOf(m_fields, sought); }))
            m_fields.set(*slot, token);
    }
    std::string* list(std::uint64_t name) override {
        // Of a quote nobody wants the codes.
        if (m_fields.kind == "Q")
            return nullptr;
        return name == flatName("c")   ? &m_fields.conditions
               : name == flatName("i") ? &m_fields.indicators
                                       : nullptr;
    }
    bool end() override {
        // Conditions and indicators are numbers at this venue.
        const MessageFate fate = isCodes(m_fields.conditions) && isCodes(m_fields.indicators)
                                     ? deliverMessage(m_fields, m_sink)
                                     : MessageFate::Broken;
        m_count.delivered += fate == MessageFate::Delivered;
        m_count.unknown += fate == MessageFate::Unknown;
        return fate != MessageFate::Broken;
    }
    const FrameCount& count() const { return m_count; }

private:
    StreamFields& m_fields;
    venues::SlotMemory& m_slots;
    PolygonSink& m_sink;
    FrameCount m_count;
};

} // namespace

struct PolygonStreamDecoder::Impl {
    venues::FlatFrameReader reader;
    StreamFields fields;
    venues::SlotMemory slots; ///< points into `fields`
};

PolygonStreamDecoder::PolygonStreamDecoder() : m_impl(std::make_unique<Impl>()) {}
PolygonStreamDecoder::~PolygonStreamDecoder() = default;

Result<FrameCount> PolygonStreamDecoder::decode(std::string_view json, PolygonSink& sink) {
    Receiver receiver(m_impl->fields, m_impl->slots, sink);
    if (const char* wrong = m_impl->reader.read(json, receiver))
        return brokenFrame(wrong);
    return receiver.count();
}

namespace {

std::string encodeAction(std::string_view action, std::string_view params) {
    venues::JsonWriter out;
    out.beginObject();
    out.text("action", action);
    out.text("params", params);
    out.endObject();
    return out.take();
}

std::string joinedItems(const std::vector<std::string>& items) {
    std::string joined;
    for (const std::string& item : items)
        joined += (joined.empty() ? "" : ",") + item;
    return joined;
}

} // namespace

std::string encodeStreamAuth(std::string_view key) { return encodeAction("auth", key); }

std::string encodeSubscribe(const std::vector<std::string>& items) {
    return encodeAction("subscribe", joinedItems(items));
}

std::string encodeUnsubscribe(const std::vector<std::string>& items) {
    return encodeAction("unsubscribe", joinedItems(items));
}

std::string_view acknowledgedItem(std::string_view message, bool& isJoined) {
    constexpr std::string_view kJoined = "subscribed to: ";
    constexpr std::string_view kLeft = "unsubscribed to: ";
    isJoined = message.starts_with(kJoined);
    if (isJoined)
        return message.substr(kJoined.size());
    return message.starts_with(kLeft) ? message.substr(kLeft.size()) : std::string_view();
}

} // namespace strikedesk::polygon
