// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/history_loader.h"

#include "core/base/zone.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace strikedesk::workers {

namespace {

using market::HistoryOutcome;

constexpr int kMostOnTheWire = 6; ///< what one host is asked at once
constexpr int kMostBehindFocus = 2;
/// A minute series of five years is some 100 pages of 10,000 bars.
constexpr int kMostPages = 120;
/// One event of the engine holds at most this many bars, so that an order never waits long behind it.
constexpr std::size_t kBarsPerEvent = 2'000;
constexpr Duration kStreamPatience = Duration::milliseconds(1'500);
constexpr Duration kLongAgo = Duration::minutes(5);
constexpr Duration kLongestBudgetWait = Duration::seconds(3);
constexpr Duration kMinute = Duration::minutes(1);
/// How old bars of a delayed feed or plan are at least: its delay, and the minute in progress.
constexpr Duration kFeedDelay = market::kDelayedBy + kMinute;

/// The start of the minute or New York day that holds `t`: nothing from there on is finished.
Timestamp unfinishedFrom(market::BaseFrame frame, Timestamp t) {
    if (frame == market::BaseFrame::Minute) {
        const std::int64_t minute = kMinute.count();
        return Timestamp::fromNanoseconds(t.nanoseconds() / minute * minute);
    }
    const NewYorkTime local = toNewYork(t);
    return t - Duration::hours(local.hour()) - Duration::minutes(local.minute()) -
           Duration::seconds(local.second()) - Duration::nanoseconds(t.nanoseconds() % 1'000'000'000);
}

constexpr const char* kNoKey = "There is no key for this feed. Choose a symbol again, or enter the key.";
constexpr const char* kFeedIsLate = "This feed is 15 minutes late; the newest bars come then.";
constexpr const char* kPlanIsLate = "This plan's data are 15 minutes late; the newest bars come then.";

std::string throttledSentence(Duration wait) {
    return "The data requests of this minute are used up; the chart goes on in " +
           std::to_string(wait.toMilliseconds() / 1'000 + 1) + " s.";
}

/// Until when an answer knows the market: not later than the clock of who gave it, which may be behind ours.
/// A clock that is far off says nothing.
Timestamp knownAt(Timestamp askedAt, Timestamp serverDate) {
    constexpr Duration kClocksMayDiffer = Duration::minutes(2);
    const bool isNear = serverDate.isSet() && askedAt - serverDate <= kClocksMayDiffer;
    return isNear ? std::min(askedAt, serverDate) : askedAt;
}

} // namespace

struct HistoryLoader::Load {
    market::LoadBars what;
    market::TimeSpan span;        ///< what is asked for; ends earlier than wanted on a delayed feed
    DataSource* source = nullptr; ///< of the feed
    std::string path;
    Timestamp lastBar;              ///< of the pages so far
    std::string late = kFeedIsLate; ///< why the end is not there, when it is not
    MonoTime since;
    int pages = 0;
    bool isOnTheWire = false;
    bool isOver = false;
};

HistoryLoader::HistoryLoader(DataSources& sources, const Clock& clock, Log& log, Post post)
    : m_sources(sources), m_clock(clock), m_log(log), m_post(std::move(post)),
      m_alive(std::make_shared<bool>(true)) {
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { pump(); });
}

HistoryLoader::~HistoryLoader() { *m_alive = false; }

void HistoryLoader::load(const market::LoadBars& command) {
    const Moment now = m_clock.now();
    auto load = std::make_shared<Load>();
    load->what = command;
    load->span = command.span;
    load->since = now.mono;
    if (market::gradeOfFeed(command.key.feed) == market::Grade::Delayed)
        load->span.to = std::min(load->span.to, now.market - kFeedDelay);
    if (load->span.to <= load->span.from) {
        m_post(market::HistoryEnded{command.request, HistoryOutcome::Failed, kFeedIsLate});
        return;
    }
    load->source = m_sources.ofFeed(command.key.feed);
    if (load->source == nullptr) {
        m_post(market::HistoryEnded{command.request, HistoryOutcome::Failed, kNoKey});
        return;
    }
    load->path = load->source->firstBarsPath(command.key, load->span);
    m_loads.push_back(std::move(load));
    pump();
}

void HistoryLoader::cancel(std::uint64_t request) {
    const auto found = std::find_if(m_loads.begin(), m_loads.end(),
                                    [&](const LoadPtr& load) { return load->what.request == request; });
    if (found == m_loads.end())
        return;
    const LoadPtr load = *found;
    end(load, HistoryOutcome::Cancelled, {});
}

void HistoryLoader::setFocus(const std::optional<Symbol>& symbol) {
    m_focus = symbol;
    pump();
}

void HistoryLoader::setExpected(std::set<Symbol> symbols) {
    m_expected = std::move(symbols);
    pump();
}

void HistoryLoader::setStreaming(market::Vendor vendor, bool ofOptions, bool isLive,
                                 std::set<Symbol> symbols) {
    m_streams[{vendor, ofOptions}] = Stream{isLive, std::move(symbols)};
    pump();
}

void HistoryLoader::abandon() {
    for (const LoadPtr& load : m_loads)
        load->isOver = true;
    m_loads.clear();
    m_retry.stop();
}

bool HistoryLoader::isInFocus(const Load& load) const { return m_focus && load.what.key.symbol == *m_focus; }

bool HistoryLoader::mayStart(const Load& load) const {
    const Symbol& symbol = load.what.key.symbol;
    const auto found = m_streams.find({load.source->vendor(), symbol.looksLikeOption()});
    if (found == m_streams.end())
        return true;
    const Stream& stream = found->second;
    if (!stream.isLive || !m_expected.contains(symbol) || stream.symbols.contains(symbol))
        return true;
    // What ends in the past misses nothing of the stream.
    const Moment now = m_clock.now();
    return load.span.to + kLongAgo < now.market || now.mono - load.since >= kStreamPatience;
}

void HistoryLoader::pump() {
    const auto startNext = [this](bool ofFocus) {
        for (const LoadPtr& load : m_loads) {
            if (load->isOnTheWire || isInFocus(*load) != ofFocus)
                continue;
            if (!mayStart(*load)) {
                m_retry.start(std::chrono::milliseconds(kStreamPatience.toMilliseconds() / 4));
                continue;
            }
            request(load);
            return true;
        }
        return false;
    };
    while (m_onTheWire < kMostOnTheWire && startNext(true)) {
    }
    while (m_onTheWire < kMostBehindFocus && startNext(false)) {
    }
}

void HistoryLoader::request(const LoadPtr& load) {
    const Duration wait = load->source->pageWait();
    if (wait > kLongestBudgetWait)
        return end(load, HistoryOutcome::Throttled, throttledSentence(wait));
    load->isOnTheWire = true;
    ++load->pages;
    ++m_onTheWire;
    // The bars are at least this new: the request waits for its turn and may be repeated after this.
    const Timestamp askedAt = m_clock.now().market;
    load->source->getPage(load->path,
                          [this, alive = m_alive, load, askedAt](const net::HttpOutcome& outcome) {
                              if (!*alive)
                                  return;
                              --m_onTheWire;
                              load->isOnTheWire = false;
                              if (!load->isOver)
                                  answered(load, knownAt(askedAt, outcome.date), outcome);
                              pump();
                          });
}

void HistoryLoader::answered(const LoadPtr& load, Timestamp askedAt, const net::HttpOutcome& outcome) {
    if (!outcome.isSuccess() || !outcome.isJson()) {
        const Error error = load->source->errorOf(outcome);
        m_log.warning("data", "history could not be read",
                      {{"symbol", load->what.key.symbol.view()},
                       {"message", error.message},
                       {"context", error.context}});
        const bool isThrottled = error.kind == ErrorKind::RateLimited;
        return end(load, isThrottled ? HistoryOutcome::Throttled : HistoryOutcome::Failed,
                   isThrottled ? throttledSentence(load->source->pageWait()) : error.message);
    }
    auto page =
        load->source->readBarsPage(outcome.body, load->path, load->what.key, load->span, load->lastBar);
    if (!page) {
        m_log.warning("data", "history was refused",
                      {{"symbol", load->what.key.symbol.view()}, {"context", page.error().context}});
        return end(load, HistoryOutcome::Failed, page.error().message);
    }
    if (page->inconsistent > 0)
        m_log.warning("data", "bars that contradict themselves were left out",
                      {{"symbol", load->what.key.symbol.view()}, {"count", page->inconsistent}});
    if (!page->bars.empty())
        load->lastBar = page->bars.back().start;
    if (page->isDelayed) {
        load->late = kPlanIsLate;
        load->span.to = std::clamp(askedAt - kFeedDelay, load->span.from, load->span.to);
    }
    const bool isLast = page->nextPath.empty();
    load->path = page->nextPath;
    postPage(*load, askedAt, std::move(page->bars), isLast);
    if (isLast) {
        // The part that the feed withholds must not be taken for a time without trades.
        const bool isWhole = load->span.to == load->what.span.to;
        return end(load, isWhole ? HistoryOutcome::Complete : HistoryOutcome::Failed,
                   isWhole ? std::string() : load->late);
    }
    if (load->pages >= kMostPages)
        end(load, HistoryOutcome::Failed,
            "The data server's history does not end. The chart shows what came; open it again later.");
}

void HistoryLoader::postPage(const Load& load, Timestamp askedAt, std::vector<market::Bar> bars,
                             bool isLast) {
    const std::size_t count = bars.size();
    std::size_t first = 0;
    do {
        const std::size_t end = std::min(count, first + kBarsPerEvent);
        market::HistoryPage part;
        part.request = load.what.request;
        part.askedAt = askedAt;
        part.bars.assign(bars.begin() + static_cast<std::ptrdiff_t>(first),
                         bars.begin() + static_cast<std::ptrdiff_t>(end));
        if (isLast && end == count)
            part.through = std::min(load.span.to, unfinishedFrom(load.what.key.frame, askedAt));
        else
            part.through =
                part.bars.empty() ? std::max(load.span.from, load.lastBar) : part.bars.back().start + kMinute;
        m_post(std::move(part));
        first = end;
    } while (first < count);
}

void HistoryLoader::end(const LoadPtr& load, HistoryOutcome outcome, std::string why) {
    load->isOver = true;
    m_loads.remove(load);
    m_post(market::HistoryEnded{load->what.request, outcome, std::move(why)});
}

} // namespace strikedesk::workers
