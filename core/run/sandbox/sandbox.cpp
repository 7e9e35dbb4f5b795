// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox.h"

#include "core/run/sandbox/alpaca/announcements.h"
#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/faults/rest_faults.h"
#include "core/run/sandbox/faults/routes_faults.h"
#include "core/run/sandbox/http/bounded_json.h"
#include "core/run/sandbox/polygon/polygon_routes.h"
#include "core/run/sandbox/routes_switches.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

/// Seconds until the window announced with a 429 that a fault asked for.
constexpr std::int64_t kFaultReset = 2;

constexpr Duration kMinute = Duration::minutes(1);
/// Minute bars published after a jump of the clock; a longer gap is what REST history is for.
constexpr std::int64_t kMaxMinutesAtOnce = 60;
constexpr Duration kClockSaveInterval = Duration::seconds(1);

using Route = std::optional<HttpAnswer> (*)(Api&, const HttpRequest&);
constexpr Route kRoutes[] = {orderRoute,      accountRoute,   referenceRoute, stockDataRoute,
                             optionDataRoute, discoveryRoute, timesRoute,     watchlistRoute};

/// Where the vendors tell the time of day.
constexpr std::string_view kClockPaths[] = {"/v2/clock", "/v3/clock", "/v1/marketstatus/now"};

/// Moves the times of day in an answer of these paths.
void shiftTimes(json& value, Duration shift, const SessionCalendar& calendar) {
    for (auto& [name, member] : value.items()) {
        if (member.is_structured())
            shiftTimes(member, shift, calendar);
        if (!member.is_string() || (name != "timestamp" && name != "serverTime"))
            continue;
        if (const auto at = Timestamp::tryFromRfc3339(member.get_ref<const std::string&>()))
            member = calendar.offsetText(*at + shift);
    }
}

bool isFill(trade::OrderEventKind kind) {
    return kind == trade::OrderEventKind::Fill || kind == trade::OrderEventKind::PartialFill;
}

} // namespace

Result<std::unique_ptr<Sandbox>> Sandbox::tryOpen(const SandboxConfig& config, MonoTime now) {
    if (!(config.speed >= MarketClock::kMinSpeed && config.speed <= MarketClock::kMaxSpeed))
        return invalidInput("sandbox.speed", "The sandbox's speed must lie between 1 and 1000.");
    if (!config.replayDirectory.empty() && !config.replayDate)
        return invalidInput("sandbox.replay.what", "A replay needs a day. Name one.");
    if (config.keyId.empty() || config.secretKey.empty())
        return invalidInput("sandbox.keys", "The sandbox needs a key id and a secret. Set both.");
    if (!DataPlan::named(config.polygonPlan) ||
        (!config.polygonOptionsPlan.empty() && !DataPlan::named(config.polygonOptionsPlan)))
        return invalidInput("sandbox.polygon.plan",
                            "A data plan is called basic, starter, developer or advanced. Use one of these.");
    SwitchChange start;
    start.ghostSession = config.ghostSession;
    start.slowClientBytes = config.slowClientBytes;
    if (const Status usable = checkSwitches(start); !usable)
        return usable.error();
    auto desk = VenueDesk::tryOpen(config);
    if (!desk)
        return desk.error();
    return std::unique_ptr<Sandbox>(new Sandbox(config, std::move(*desk), now));
}

Sandbox::Sandbox(const SandboxConfig& config, std::unique_ptr<VenueDesk> desk, MonoTime now)
    : m_config(config), m_desk(std::move(desk)), m_clock(m_desk->resumeAt(), config.speed, now),
      m_hub(m_config, m_desk->source()), m_polygon(m_config, m_desk->source()),
      m_tradingBucket(config.tradingRequestsPerMinute), m_dataBucket(config.dataRequestsPerMinute),
      m_polygonBucket(config.polygonRequestsPerMinute), m_last(m_desk->resumeAt()), m_clockSavedAt(now) {
    m_desk->onUpdate([this](const trade::OrderUpdate& update) { sendUpdate(update); });
}

Switches Sandbox::switches() const {
    const trade::VenueConfig& venue = m_desk->book().state().config;
    Switches now;
    now.stuckCancelPermille = venue.stuckCancelPermille;
    now.earlyAssignmentPermille = venue.earlyAssignmentPermille;
    now.refusesWhenHalted = venue.refusesWhenHalted;
    now.freeDataPlan = m_config.freeDataPlan;
    now.ghostSession = m_config.ghostSession;
    now.slowClientBytes = m_config.slowClientBytes;
    return now;
}

Status Sandbox::setSwitches(const SwitchChange& change) {
    if (Status usable = checkSwitches(change); !usable)
        return usable;
    const Switches next = withChange(switches(), change);
    const auto told =
        m_desk->request(m_last, trade::SetBehaviour{next.stuckCancelPermille, next.earlyAssignmentPermille,
                                                    next.refusesWhenHalted});
    if (!told)
        return told.error();
    m_desk->publish(told->updates);
    m_config.freeDataPlan = next.freeDataPlan;
    m_config.ghostSession = next.ghostSession;
    m_config.slowClientBytes = next.slowClientBytes;
    return done();
}

void Sandbox::advance(MonoTime now) {
    const Timestamp market = m_clock.at(now);
    if (market <= m_last)
        return;
    std::vector<MarketEvent> events;
    m_desk->source().events(m_last, market, events);
    // A failed save is answered where a request depends on it; the market itself goes on.
    (void)m_desk->advance(market, events).ok();
    m_hub.publish(events, m_last, market);
    m_polygon.advance(m_last, market, events);
    const std::int64_t minuteNs = kMinute.count();
    const std::int64_t ended = market.nanoseconds() / minuteNs;
    const std::int64_t first = std::max(m_last.nanoseconds() / minuteNs, ended - kMaxMinutesAtOnce);
    for (std::int64_t minute = first; minute < ended; ++minute)
        m_hub.publishMinute(Timestamp::fromNanoseconds(minute * minuteNs), market);
    m_last = market;
}

void Sandbox::tick(MonoTime now) {
    advance(now);
    m_hub.tick(now);
    m_polygon.tick(now);
    if (now - m_clockSavedAt < kClockSaveInterval)
        return;
    m_clockSavedAt = now;
    (void)m_desk->saveClock(m_last).ok();
}

void Sandbox::close(MonoTime now) {
    advance(now);
    (void)m_desk->saveClock(m_last).ok();
}

void Sandbox::sendUpdate(const trade::OrderUpdate& update) {
    if (m_faults.isOn(Fault::MuteTradeUpdates) || (isFill(update.kind) && m_faults.take(Fault::LoseFill)))
        return;
    json data = updateJson(update, m_desk->book());
    if (m_faults.take(Fault::UnknownStatus))
        data["order"]["status"] = "awaiting_moonrise";
    if (m_faults.take(Fault::UnknownFields)) {
        data["new_vendor_field"] = {{"nested", {1, 2, 3}}};
        data["order"]["another_new_field"] = "something";
    }
    m_hub.publishUpdate({{"stream", "trade_updates"}, {"data", std::move(data)}});
}

void Sandbox::socketFault(std::string_view name) {
    if (name == "cut_data")
        m_polygon.cut();
    if (name == "cut_trade_updates")
        m_hub.cutOrderStreams();
    else if (name == "cut_data")
        m_hub.cutDataStreams();
    else if (name == "malformed_trade_update")
        m_hub.malformOrderStreams();
    else if (name == "malformed_data")
        m_hub.malformDataStreams();
}

bool Sandbox::isAuthorised(const HttpRequest& request) const {
    const std::string_view bearer = request.header("authorization");
    constexpr std::string_view kBearer = "Bearer ";
    if (bearer.starts_with(kBearer))
        return equalInConstantTime(bearer.substr(kBearer.size()), m_config.secretKey);
    return m_hub.keysMatch(request.header("apca-api-key-id"), request.header("apca-api-secret-key"));
}

Api Sandbox::api(MonoTime now) {
    return Api{m_config, *m_desk,    m_clock,
               m_faults, m_arrivals, [this](std::string_view name) { socketFault(name); },
               m_last,   now};
}

void Sandbox::misbehave(HttpAnswer& answer) {
    if (!answer.drop && m_faults.take(Fault::GarbledAnswer))
        answer.body = "<html>bad gateway";
    if (m_faults.take(Fault::DelayAnswer))
        answer.delayMs = m_faults.delayMs;
}

HttpAnswer Sandbox::answer(const HttpRequest& request, MonoTime now) {
    Api api = this->api(now);
    const std::string_view type = request.header("content-type");
    if (!request.body.empty() && !type.empty() && !type.starts_with("application/json"))
        return errorAnswer(415, 41510000, "unsupported media type");
    if (request.path.starts_with("/sandbox/")) {
        if (auto found = faultRoute(m_faultBook, request))
            return *found;
        if (auto found = switchRoute(*this, request))
            return *found;
        if (auto found = controlRoute(api, request)) {
            advance(now);
            return *found;
        }
    }
    for (const Route route : kRoutes)
        if (auto found = route(api, request))
            return *found;
    if (auto found = announcementRoute(api, request))
        return *found;
    return errorAnswer(404, 40410000, "endpoint not found");
}

HttpAnswer Sandbox::limited(const HttpRequest& request, Channel channel, MonoTime now) {
    HttpAnswer out;
    if (channel == Channel::Polygon) {
        Api api = this->api(now);
        out = polygonRoute(api, request, m_polygonBucket);
        misbehave(out);
        return out;
    }
    if (!isAuthorised(request))
        return errorAnswer(401, 40110000, "request is not authorized");
    RateBucket& bucket = channel == Channel::Data ? m_dataBucket : m_tradingBucket;
    const bool withinLimit = bucket.take(now);
    m_arrivals.overRate += withinLimit ? 0 : 1;
    if (!withinLimit || m_faults.take(Fault::RateLimited))
        out = errorAnswer(429, 42910000, "too many requests.");
    else
        out = answer(request, now);
    misbehave(out);
    return out;
}

void Sandbox::addClockHeaders(const Occasion& at, MonoTime now, HttpAnswer& answer) {
    const Duration shift = clockShift(m_faultBook, at);
    const Timestamp venue = m_last + shift;
    answer.headers.emplace_back("Date", httpDateText(venue));
    const bool tellsTime =
        std::find(std::begin(kClockPaths), std::end(kClockPaths), at.path) != std::end(kClockPaths);
    if (json body = tellsTime && shift != Duration() ? parseJson(answer.body) : json(); body.is_object()) {
        shiftTimes(body, shift, m_desk->calendar());
        answer.body = body.dump();
    }
    if (at.channel == Channel::Polygon)
        return;
    // The window is of real time and told by the same clock as Date, so that their difference is the wait.
    const RateBucket& bucket = at.channel == Channel::Data ? m_dataBucket : m_tradingBucket;
    // A refusal that is only a fault ends soon; a minute that is really spent lasts.
    const bool isOnlyFault = answer.status == 429 && bucket.remaining() > 0;
    const std::int64_t seconds =
        isOnlyFault ? kFaultReset : (bucket.untilReset(now).toMilliseconds() + 999) / 1'000;
    answer.headers.emplace_back("X-RateLimit-Limit", std::to_string(bucket.limit()));
    const std::int64_t remaining = answer.status == 429 ? 0 : bucket.remaining();
    answer.headers.emplace_back("X-RateLimit-Remaining", std::to_string(remaining));
    answer.headers.emplace_back("X-RateLimit-Reset", std::to_string(venue.seconds() + seconds));
}

HttpAnswer Sandbox::handle(const HttpRequest& request, MonoTime now, std::int64_t connection) {
    advance(now);
    const Occasion at{restChannelOf(request), request.method, request.path, connection};
    m_faultBook.used(connection, at.channel);
    if (at.channel == Channel::Control)
        return answer(request, now);
    countArrival(api(now), request);
    if (auto instead = faultBefore(m_faultBook, at)) {
        addClockHeaders(at, now, *instead);
        return *instead;
    }
    HttpAnswer out = limited(request, at.channel, now);
    addClockHeaders(at, now, out);
    faultAfter(m_faultBook, at, out);
    return out;
}

} // namespace strikedesk::sandbox
