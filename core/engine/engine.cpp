// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"

#include "core/base/archive_reader.h"
#include "core/trade/exits/expiry.h"
#include "core/trade/orders/order_words.h"

#include <algorithm>
#include <utility>

namespace strikedesk::engine {

namespace {

constexpr Duration kSweepInFlight = Duration::seconds(5);
/// While an order rests: a fill the stream never tells is found within 10 s (reliability, G11).
constexpr Duration kSweepResting = Duration::seconds(8);
constexpr Duration kSweepQuiet = Duration::seconds(15);
constexpr Duration kSweepPatience = Duration::seconds(25);
constexpr Duration kSweepRetry = Duration::seconds(2);
/// A closed trade older than this is no news.
constexpr Duration kNews = Duration::minutes(2);
constexpr Duration kIdlePause = Duration::milliseconds(100);
/// How far before the last sweep the next one looks, in market time: late bookings are found again.
constexpr Duration kSweepOverlap = Duration::minutes(30);

/// Orders that may still turn up at the broker: those not settled, and for a day those it never showed.
bool isWatched(const trade::OrderState& order, Timestamp now) {
    constexpr Duration kUnseenIsWatched = Duration::hours(24);
    return !order.isSettled() ||
           (order.end == trade::OrderEnd::Unseen && now - order.intent.createdAt < kUnseenIsWatched);
}

/// Built once: making the days of 26 years costs more than everything else in an engine.
const TradingCalendar& calendar() {
    static const TradingCalendar days = TradingCalendar::unitedStates();
    return days;
}

} // namespace

Engine::Engine(EngineConfig config) : m_config(std::move(config)), m_ids(m_config.idSeed) {
    refreshOrderView();
}

trade::TradeContext Engine::context() {
    return trade::TradeContext{m_now, m_quotes, m_config.settings, m_facts, m_ids};
}

std::vector<Command> Engine::restore(const std::vector<trade::OrderRecord>& records, Moment now) {
    m_now = now;
    for (const trade::OrderRecord& record : records)
        m_orders.restoreRecord(record);
    Timestamp oldestLive;
    for (const auto& [id, order] : m_orders.book().orders())
        if (isWatched(order, now.market) && (!oldestLive.isSet() || order.intent.createdAt < oldestLive))
            oldestLive = order.intent.createdAt;
    m_lastSweptMarket = oldestLive;
    // What was read from the log is durable; what finishRestore adds is shown once it is.
    refreshOrderView();
    m_orders.finishRestore(context());
    collect();
    return std::exchange(m_commands, {});
}

std::vector<Command> Engine::step(Moment now, const Event& event) {
    m_now.market = std::max(m_now.market, now.market);
    m_now.mono = std::max(m_now.mono, now.mono);
    updateSession();
    std::visit([this](const auto& group) { handle(group); }, event);
    m_orders.onTime(context());
    driveSweeps();
    updateReadiness();
    driveDraft();
    driveHub();
    noteOrderChanges(event);
    collect();
    return std::exchange(m_commands, {});
}

void Engine::handle(const MarketEvent& event) {
    struct Visitor {
        Engine& engine;
        void operator()(const QuoteReceived& e) const {
            // Two vendors' quotes side by side would make a market that is none.
            if (!engine.isServing(e.quote.symbol, e.vendor))
                return;
            engine.m_quotes.confirm(e.quote, engine.m_now);
            engine.m_orders.onQuote(e.quote.symbol, engine.context());
        }
        void operator()(const TradePrinted& e) const { engine.onPrint(e); }
        void operator()(const BarReceived& e) const { engine.onBar(e); }
        void operator()(const StatusReceived& e) const {
            if (e.status.phase != market::TradingPhase::Other && engine.isServing(e.status.symbol, e.vendor))
                engine.m_quotes.setHalted(e.status.symbol, e.status.phase == market::TradingPhase::Halted);
        }
        void operator()(const QuotesRead& e) const {
            for (const market::Quote& quote : e.quotes) {
                engine.m_quotes.confirm(quote, engine.m_now);
                engine.m_orders.onQuote(quote.symbol, engine.context());
            }
            engine.m_orders.onQuotesRead(engine.context());
        }
        void operator()(const HubAnswered& e) const { engine.m_hub.onAnswer(e.answer, engine.m_now); }
    };
    std::visit(Visitor{*this}, event);
}

void Engine::handle(const OrderEvent& event) {
    struct Visitor {
        Engine& engine;
        trade::OrderCore& orders = engine.m_orders;
        void operator()(const LogAppended& e) const { orders.onLogAppended(e.ticket, engine.context()); }
        void operator()(const LogFailed& e) const {
            orders.onLogFailed(e.ticket, e.message, engine.context());
        }
        void operator()(const OrderAnswered& e) const {
            orders.onAnswer(e.clientOrderId, e.outcome, engine.context());
        }
        void operator()(const CancelAnswered& e) const {
            orders.onCancelAnswer(e.clientOrderId, e.outcome, engine.context());
        }
        void operator()(const OrderLookedUp& e) const {
            orders.onLookUp(e.clientOrderId, e.found, e.definite, engine.context());
        }
        void operator()(const OrderUpdateReceived& e) const { orders.onUpdate(e.update, engine.context()); }
        void operator()(const BrokerSwept& e) const { engine.onBrokerSwept(e); }
        void operator()(const SweepFailed& e) const { engine.onSweepFailed(e); }
    };
    std::visit(Visitor{*this}, event);
}

void Engine::handle(const LinkEvent& event) {
    struct Visitor {
        Engine& engine;
        void operator()(const LinkChanged& e) const { engine.onLink(e); }
        void operator()(const ClockRead& e) const {
            engine.m_clock = e.clock;
            engine.updateSession();
        }
        void operator()(const LeaseChanged& e) const { engine.m_facts.leaseHeld = e.held; }
        void operator()(const FeedTroubled& e) const { engine.onFeedTrouble(e); }
        void operator()(const StreamChosen& e) const { engine.onStreamChosen(e); }
        void operator()(const FeedChosen& e) const { engine.onFeedChosen(e); }
    };
    std::visit(Visitor{*this}, event);
}

void Engine::handle(const UserEvent& event) {
    struct Visitor {
        Engine& engine;
        trade::OrderCore& orders = engine.m_orders;
        void operator()(const TicketSubmitted& e) const {
            const ClientOrderId id(engine.m_config.settings.environment +
                                   engine.m_config.settings.accountTail + "-" + e.ticket.intentId.text());
            engine.report(id, orders.submitEntry(e.ticket, engine.context()));
        }
        void operator()(const CancelRequested& e) const {
            engine.report(e.clientOrderId, orders.cancelOrder(e.clientOrderId, engine.context()));
        }
        void operator()(const CloseRequested& e) const {
            engine.report({}, orders.closeTrade(e.tradeId, e.reason, engine.context()));
        }
        void operator()(const PlanRequested& e) const {
            engine.report({}, orders.changePlan(e.tradeId, e.plan, engine.context(), e.mayFillAtOnce));
        }
        void operator()(const KillRequested& e) const {
            orders.setKill(e.level, e.by, engine.context(), e.pressed);
        }
        void operator()(const TicketDrafted& e) const { engine.m_draft = e.ticket; }
        void operator()(const SeriesWanted& e) const { engine.m_hub.want(e.keys, e.focus, engine.m_now); }
    };
    std::visit(Visitor{*this}, event);
}

void Engine::handle(const SystemEvent& event) {
    if (const auto* changed = std::get_if<SettingsChanged>(&event))
        m_config.settings = changed->settings;
    else if (const auto* hole = std::get_if<TimeHole>(&event))
        onTimeHole(*hole);
}

/// Prices, the order stream and the books are of before it: nothing may leave on them.
void Engine::onTimeHole(const TimeHole& event) {
    m_quotes.distrust();
    m_sweptSinceOpen = false;
    m_sweepInFlightSince.reset();
    m_nextSweepAt = m_now.mono;
    updateReadiness();
    m_orders.dropWaiting(context());
    say(trade::NoticeLevel::Warning, "time.hole",
        "The program did not run for " + std::to_string(event.length.toMilliseconds() / 1'000) +
            " seconds (the machine slept, or was stopped). Nothing leaves until the broker's books and the "
            "quotes were read again; tickets that waited were dropped.");
}

void Engine::report(const ClientOrderId& id, const std::optional<trade::Refusal>& refusal) {
    if (refusal)
        say(trade::NoticeLevel::Warning, "refused." + refusal->code, refusal->message, id);
}

void Engine::say(trade::NoticeLevel level, std::string code, std::string message, ClientOrderId id) {
    m_commands.emplace_back(
        trade::TradeCommand(trade::Notice{level, std::move(code), std::move(message), std::move(id)}));
}

void Engine::onBrokerSwept(const BrokerSwept& event) {
    if (!m_sweepInFlightSince || event.sweep.sweepId != m_lastSweepId)
        return;
    m_sweepInFlightSince.reset();
    m_facts.account = event.sweep.account;
    m_facts.accountReadAt = m_now.mono;
    // A page may be long under way: what filled since it was asked for may not be in it.
    m_facts.accountReadMarket = m_sweepAskedMarket;
    m_refused = false;
    m_orders.onSweep(event.sweep, context());
    m_gainAtAccountRead = tradingGain();
    m_lastSweptMarket = m_now.market;
    const auto stream = m_linkStates.find(Channel::OrderStream);
    m_sweptSinceOpen = stream != m_linkStates.end() && stream->second == LinkState::Open;
    m_nextSweepAt = m_now.mono + sweepPause();
}

void Engine::onSweepFailed(const SweepFailed& event) {
    if (event.sweepId != m_lastSweepId)
        return;
    m_sweepInFlightSince.reset();
    m_nextSweepAt = m_now.mono + kSweepRetry;
    if (event.unauthorised && !m_refused)
        say(trade::NoticeLevel::Critical, "broker.refused", event.message);
    m_refused = m_refused || event.unauthorised;
}

void Engine::onLink(const LinkChanged& event) {
    if (event.channel != Channel::OrderStream) {
        m_feedLinks[{event.channel, event.vendor}] = {event.state, event.reason};
        m_hub.onFeed(feedOf(event.channel, event.vendor), event.state == LinkState::Open, m_now);
        // A vendor that waits to take over is nobody's news.
        if (event.vendor != servingVendor(event.channel))
            return;
    }
    sayLink(event);
    m_linkStates[event.channel] = event.state;
    m_linkReasons[event.channel] = event.reason;
    if (event.channel != Channel::OrderStream)
        return;
    m_refused = event.state == LinkState::Refused;
    m_sweptSinceOpen = false;
    // What happened while the stream was away is only in the books: read them before anything may leave. A
    // sweep that began before the stream opened does not count.
    m_sweepInFlightSince.reset();
    m_nextSweepAt = m_now.mono;
    if (event.state == LinkState::Refused)
        say(trade::NoticeLevel::Critical, "stream.refused", event.reason);
}

Duration Engine::sweepPause() const {
    if (m_orders.hasInFlight())
        return kSweepInFlight;
    return m_orders.hasResting() ? kSweepResting : kSweepQuiet;
}

void Engine::driveSweeps() {
    const auto stream = m_linkStates.find(Channel::OrderStream);
    if (stream == m_linkStates.end() || stream->second == LinkState::Refused)
        return;
    if (m_sweepInFlightSince && m_now.mono - *m_sweepInFlightSince >= kSweepPatience)
        m_sweepInFlightSince.reset();
    if (!m_sweepInFlightSince)
        m_nextSweepAt = std::min(m_nextSweepAt, m_now.mono + sweepPause());
    if (m_sweepInFlightSince || m_now.mono < m_nextSweepAt)
        return;
    trade::SweepBroker sweep;
    sweep.sweepId = ++m_lastSweepId;
    const Timestamp from = m_lastSweptMarket.isSet() ? m_lastSweptMarket : m_now.market;
    sweep.since = from - kSweepOverlap;
    // What becomes of expired contracts is booked overnight: read from the day they ended.
    for (const IntentId& id : m_orders.book().openTrades())
        if (const Symbol& symbol = m_orders.book().trade(id)->symbol; trade::hasExpired(symbol, m_now.market))
            sweep.since = std::min(sweep.since, trade::expiryOf(symbol)->startUtc());
    m_sweepInFlightSince = m_now.mono;
    m_sweepAskedMarket = m_now.market;
    m_commands.emplace_back(trade::TradeCommand(sweep));
}

void Engine::updateSession() {
    // The venue's word and our calendar must agree; what is unknown counts as closed.
    bool venueSaysOpen = false;
    if (m_clock)
        venueSaysOpen = m_clock->isOpen ? m_now.market < m_clock->nextClose
                                        : m_clock->nextOpen.isSet() && m_now.market >= m_clock->nextOpen &&
                                              m_now.market < m_clock->nextClose;
    m_facts.sessionOpen = venueSaysOpen && calendar().isOpen(m_now.market);
}

void Engine::updateReadiness() {
    const auto stream = m_linkStates.find(Channel::OrderStream);
    const bool streamOpen = stream != m_linkStates.end() && stream->second == LinkState::Open;
    m_facts.streamReady = streamOpen && m_sweptSinceOpen;
    trade::Readiness next = trade::Readiness::Observe;
    std::string why;
    if (m_linkStates.empty())
        next = trade::Readiness::Cold;
    else if (!m_facts.leaseHeld)
        why = "Another process holds this account.";
    else if (m_orders.logFailed())
        why = "The order log cannot be written.";
    else if (m_refused)
        why = "The broker does not accept the key.";
    else if (!streamOpen)
        why = "The broker's order stream is not connected.";
    else if (!m_sweptSinceOpen)
        why = "The broker's book is being read.";
    else
        next = trade::Readiness::Ready;
    m_why = why;
    if (next == m_facts.readiness)
        return;
    m_facts.readiness = next;
    m_commands.emplace_back(RecordCommand(ReadinessChanged{next, why}));
    if (next == trade::Readiness::Ready)
        m_orders.onReady(context());
}

void Engine::collect() {
    for (trade::TradeCommand& command : m_orders.takeCommands()) {
        m_orderViewStale = true;
        m_commands.emplace_back(std::move(command));
    }
    for (market::HubCommand& command : m_hub.takeCommands())
        m_commands.emplace_back(std::move(command));
    for (trade::TradeSummary& summary : m_orders.takeFinished()) {
        // After a restart old trades are written again; that is no news.
        if (m_now.market - summary.totals.lastFillAt < kNews)
            say(trade::NoticeLevel::Info, "trade.closed", trade::closedSentence(summary));
        m_commands.emplace_back(RecordCommand(JournalTrade{std::move(summary)}));
    }
    for (const Command& command : m_commands) {
        const auto* trade = std::get_if<trade::TradeCommand>(&command);
        const auto* notice = trade == nullptr ? nullptr : std::get_if<trade::Notice>(trade);
        if (notice != nullptr)
            m_notices.push_back(NumberedNotice{++m_noticeNumber, m_now.market, *notice});
    }
    constexpr std::size_t kNoticesKept = 200;
    while (m_notices.size() > kNoticesKept)
        m_notices.pop_front();
    ++m_version;
}

std::optional<MonoTime> Engine::nextDue() const {
    std::optional<MonoTime> due = m_orders.nextDue(m_now);
    const auto consider = [&due](MonoTime at) { due = due ? std::min(*due, at) : at; };
    const auto stream = m_linkStates.find(Channel::OrderStream);
    if (stream != m_linkStates.end() && stream->second != LinkState::Refused)
        consider(m_sweepInFlightSince ? *m_sweepInFlightSince + kSweepPatience : m_nextSweepAt);
    // What was due at the last step and could not be done then waits for something to change; asking again
    // at once would only keep the processor busy.
    return due ? std::optional(std::max(*due, m_now.mono + kIdlePause)) : std::nullopt;
}

std::string Engine::save() const {
    BinaryWriter writer;
    writer.value(*this);
    return writer.take();
}

Result<Engine> Engine::tryLoad(std::string_view bytes) {
    Engine engine;
    BinaryReader reader(bytes);
    reader.value(engine);
    if (!reader.finished())
        return Error{ErrorKind::InvalidInput,
                     "engine.checkpoint.invalid",
                     "This recording cannot be opened: its saved state is damaged or of another version.",
                     {},
                     "field " + reader.where()};
    // What was not durable when it was saved may never have become so.
    if (engine.m_orders.isDurable())
        engine.refreshOrderView();
    return engine;
}

} // namespace strikedesk::engine
