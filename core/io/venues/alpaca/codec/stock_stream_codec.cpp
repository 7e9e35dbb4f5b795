// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/stock_message.h"
#include "core/io/venues/alpaca/codec/stream_codec.h"
#include "core/io/venues/alpaca/codec/stream_control.h"
#include "core/io/venues/common/flat_frame.h"

namespace strikedesk::alpaca {

namespace {

using venues::flatName;

Error brokenFrame(const char* what) {
    return Error{ErrorKind::Protocol,
                 "alpaca.stream.broken",
                 "A market data message could not be read and was dropped.",
                 {},
                 std::string("stock stream: ") + what};
}

/// Where a scalar member goes; null for members we do not use. Kinds share names: `c` is a bar's close, else
/// a list of conditions.
std::string_view* slotOf(StockFields& f, std::uint64_t name) {
    switch (name) {
    case flatName("T"):
        return &f.kind;
    case flatName("S"):
        return &f.symbol;
    case flatName("t"):
        return &f.time;
    case flatName("x"):
        return &f.exchange;
    case flatName("p"):
        return &f.price;
    case flatName("s"):
        return &f.size;
    case flatName("i"):
        return &f.id;
    case flatName("a"):
        return &f.action;
    case flatName("u"):
        return &f.up;
    case flatName("d"):
        return &f.down;
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
    case flatName("n"):
        return &f.count;
    case flatName("vw"):
        return &f.vwap;
    case flatName("bp"):
        return &f.bidPrice;
    case flatName("bs"):
        return &f.bidSize;
    case flatName("ap"):
        return &f.askPrice;
    case flatName("as"):
        return &f.askSize;
    case flatName("sc"):
        return &f.statusCode;
    case flatName("rc"):
        return &f.reasonCode;
    case flatName("rm"):
        return &f.reasonWords;
    case flatName("oi"):
        return &f.oldId;
    case flatName("op"):
        return &f.oldPrice;
    case flatName("os"):
        return &f.oldSize;
    case flatName("ci"):
        return &f.newId;
    case flatName("cp"):
        return &f.newPrice;
    case flatName("cs"):
        return &f.newSize;
    default:
        return nullptr;
    }
}

/// Sorts the members of a message into its fields and delivers it.
class Receiver final : public venues::FlatReceiver {
public:
    Receiver(StockFields& fields, venues::SlotMemory& slots, FastClock& clock, StreamSink& sink)
        : m_fields(fields), m_slots(slots), m_clock(clock), m_sink(sink) {}

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
        // Of a quote nobody wants the conditions.
        if (m_fields.kind == "q")
            return nullptr;
        return name == flatName("c")    ? &m_fields.conditions
               : name == flatName("oc") ? &m_fields.oldConditions
               : name == flatName("cc") ? &m_fields.newConditions
                                        : nullptr;
    }
    bool end() override {
        const StockMessage fate = deliverStockMessage(m_fields, m_clock, m_sink);
        m_count.delivered += fate == StockMessage::Delivered;
        m_count.unknown += fate == StockMessage::Unknown;
        m_hasControl = m_hasControl || fate == StockMessage::Control;
        return fate != StockMessage::Broken;
    }
    const FrameCount& count() const { return m_count; }
    bool hasControl() const { return m_hasControl; }

private:
    StockFields& m_fields;
    venues::SlotMemory& m_slots;
    FastClock& m_clock;
    StreamSink& m_sink;
    FrameCount m_count;
    bool m_hasControl = false;
};

} // namespace

struct StockStreamDecoder::Impl {
    venues::FlatFrameReader reader;
    StockFields fields;
    venues::SlotMemory slots; ///< points into `fields`
    FastClock clock;
};

StockStreamDecoder::StockStreamDecoder() : m_impl(std::make_unique<Impl>()) {}
StockStreamDecoder::~StockStreamDecoder() = default;

Result<FrameCount> StockStreamDecoder::decode(std::string_view json, StreamSink& sink) {
    Receiver receiver(m_impl->fields, m_impl->slots, m_impl->clock, sink);
    if (const char* wrong = m_impl->reader.read(json, receiver))
        return brokenFrame(wrong);
    // Control messages and news come rarely and alone; they take the careful way.
    if (receiver.hasControl())
        return deliverControl(json, sink, receiver.count());
    return receiver.count();
}

} // namespace strikedesk::alpaca
