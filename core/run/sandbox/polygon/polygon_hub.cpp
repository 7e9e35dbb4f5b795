// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/polygon_hub.h"

#include "core/run/sandbox/polygon/polygon_stream.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

constexpr std::int64_t kMinuteNs = 60'000'000'000;
/// Minute bars sent after a jump of the clock; a longer gap is what REST is for.
constexpr std::int64_t kMaxMinutesAtOnce = 15;
/// How long a changed print makes its minute be sent again.
constexpr std::int64_t kAlteredMinutes = 15;

std::int64_t minuteOf(Timestamp at) { return at.nanoseconds() / kMinuteNs; }
Timestamp startOf(std::int64_t minute) { return Timestamp::fromNanoseconds(minute * kMinuteNs); }

} // namespace

std::unique_ptr<SocketSession> PolygonHub::open(const HttpRequest& handshake, SocketPeer& peer) {
    if (handshake.path == "/stocks")
        return std::make_unique<PolygonStream>(*this, peer, Cluster::Stocks);
    if (handshake.path == "/options")
        return std::make_unique<PolygonStream>(*this, peer, Cluster::Options);
    if (handshake.path == "/indices")
        return std::make_unique<PolygonStream>(*this, peer, Cluster::Indices);
    return nullptr;
}

void PolygonHub::tick(MonoTime now) {
    for (PolygonStream* stream : m_streams)
        stream->tick(now);
}

void PolygonHub::cut() {
    for (PolygonStream* stream : m_streams)
        stream->peer().cut();
}

void PolygonHub::closeOthers(const PolygonStream& newest) {
    for (PolygonStream* stream : m_streams)
        if (stream != &newest && stream->cluster() == newest.cluster() && stream->isListening())
            stream->evict();
}

std::vector<PolygonStream*> PolygonHub::streamsOf(bool late) const {
    std::vector<PolygonStream*> streams;
    for (PolygonStream* stream : m_streams)
        if (stream->isListening() && stream->plan().isDelayed() == late)
            streams.push_back(stream);
    return streams;
}

void PolygonHub::advance(Timestamp from, Timestamp to, const std::vector<MarketEvent>& events) {
    advance(m_now, streamsOf(false), from, to, events);
    const std::vector<PolygonStream*> late = streamsOf(true);
    if (late.empty())
        return;
    std::vector<MarketEvent> earlier;
    m_source.events(from - DataPlan::kDelay, to - DataPlan::kDelay, earlier);
    advance(m_late, late, from - DataPlan::kDelay, to - DataPlan::kDelay, earlier);
}

/// Remembers what bars follow from an event.
void PolygonHub::note(Tape& tape, const MarketEvent& event, Timestamp from) {
    const std::int64_t running = std::max(minuteOf(from), minuteOf(eventTime(event)));
    const auto alter = [&](const Symbol& symbol, Timestamp at) {
        if (minuteOf(at) < running && running - minuteOf(at) <= kAlteredMinutes)
            tape.altered.insert({minuteOf(at), symbol});
    };
    if (const auto* print = std::get_if<market::TradePrint>(&event)) {
        tape.printed.insert(print->symbol);
        alter(print->symbol, print->at); // one that comes late
    } else if (const auto* change = std::get_if<PrintChange>(&event)) {
        alter(change->symbol, change->was.at);
        if (change->is)
            alter(change->symbol, change->is->at);
        tape.minuteTotals.forget(change->symbol);
        tape.secondTotals.forget(change->symbol);
    }
}

void PolygonHub::advance(Tape& tape, const std::vector<PolygonStream*>& streams, Timestamp from, Timestamp to,
                         const std::vector<MarketEvent>& events) {
    if (streams.empty()) {
        tape.seconds.clear();
        tape.printed.clear();
        return;
    }
    const bool wantsSeconds = std::any_of(streams.begin(), streams.end(), [](const PolygonStream* stream) {
        return stream->wantsAny(PolygonChannel::Seconds);
    });
    // Minutes are sent where they end among the events, seconds after their holding time.
    std::int64_t minute = std::max(minuteOf(from), minuteOf(to) - kMaxMinutesAtOnce);
    for (const MarketEvent& event : events) {
        for (; minute < minuteOf(eventTime(event)); ++minute)
            sendMinute(tape, streams, minute, startOf(minute + 1));
        for (PolygonStream* stream : streams)
            stream->add(event);
        note(tape, event, from);
        if (wantsSeconds)
            tape.seconds.add(event);
    }
    for (; minute < minuteOf(to); ++minute)
        sendMinute(tape, streams, minute, startOf(minute + 1));
    sendAltered(tape, streams, to);
    for (const LiveBar& bar : tape.seconds.take(to)) {
        const Timestamp end = bar.bar.start + Duration::seconds(1);
        const DayTotals::Total& day = tape.secondTotals.after(bar, end);
        for (PolygonStream* stream : streams)
            stream->add(PolygonChannel::Seconds, bar, end, day);
    }
    for (PolygonStream* stream : streams)
        stream->flush();
}

void PolygonHub::sendMinute(Tape& tape, const std::vector<PolygonStream*>& streams, std::int64_t minute,
                            Timestamp now) {
    std::set<Symbol> symbols;
    for (const PolygonStream* stream : streams) {
        if (!stream->wantsAny(PolygonChannel::Minutes))
            continue;
        if (const auto* named = stream->named(PolygonChannel::Minutes)) {
            symbols.insert(named->begin(), named->end());
            continue;
        }
        symbols.insert(tape.printed.begin(), tape.printed.end());
        for (const Asset& asset : m_source.assets())
            symbols.insert(asset.symbol);
    }
    tape.printed.clear();
    const Timestamp start = startOf(minute);
    for (const Symbol& symbol : symbols) {
        // A minute without a print has no bar.
        const auto bars = m_source.minuteBars(symbol, start, start, now);
        if (bars.empty())
            continue;
        const LiveBar bar{symbol, bars.front()};
        const DayTotals::Total& day = tape.minuteTotals.after(bar, startOf(minute + 1));
        for (PolygonStream* stream : streams)
            stream->add(PolygonChannel::Minutes, bar, startOf(minute + 1), day);
    }
}

/// A changed print changes its minute: the bar goes out again with the same start.
void PolygonHub::sendAltered(Tape& tape, const std::vector<PolygonStream*>& streams, Timestamp now) {
    for (const auto& [minute, symbol] : tape.altered) {
        const Timestamp start = startOf(minute);
        const auto bars = m_source.minuteBars(symbol, start, start, now);
        if (bars.empty())
            continue;
        const LiveBar bar{symbol, bars.front()};
        const DayTotals::Total& day = tape.minuteTotals.after(bar, now);
        for (PolygonStream* stream : streams)
            stream->add(PolygonChannel::Minutes, bar, startOf(minute + 1), day);
    }
    tape.altered.clear();
}

} // namespace strikedesk::sandbox
