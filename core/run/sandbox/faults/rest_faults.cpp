// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/rest_faults.h"

#include "core/base/date.h"
#include "core/run/sandbox/faults/message_twist.h"
#include "core/run/sandbox/polygon/polygon_routes.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace strikedesk::sandbox {

namespace {

constexpr KindSet kBefore =
    kindsOf(FaultKind::DropBefore, FaultKind::RateLimited, FaultKind::ErrorBefore, FaultKind::Redirect);
/// Nothing is behind a handshake that could happen or not, so a page may come in its place too.
constexpr KindSet kHandshake = kBefore | only(FaultKind::HtmlBody);
/// One of these decides what is left of an answer.
constexpr KindSet kReplacing = kindsOf(FaultKind::DropAfter, FaultKind::ErrorAfter, FaultKind::TruncatedBody,
                                       FaultKind::HtmlBody, FaultKind::GarbledBody, FaultKind::WrongType,
                                       FaultKind::EmptyBody, FaultKind::GzipGarbage, FaultKind::HugeBody);
constexpr KindSet kTwisting = kindsOf(FaultKind::UnknownStatus, FaultKind::UnknownFields);
constexpr KindSet kOnTheWire = kindsOf(FaultKind::Delay, FaultKind::Cut, FaultKind::Mute, FaultKind::Silent);

constexpr std::string_view kPage = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><form>"
                                   "<p>Please log in to use this network.</p></form></body></html>\n";
constexpr std::string_view kElsewhere = "http://elsewhere.invalid/login";
constexpr std::string_view kType = "Content-Type";

bool isSuccess(const HttpAnswer& answer) { return answer.status >= 200 && answer.status < 300; }

/// An error in the words of the vendor asked.
HttpAnswer errorOf(Channel channel, int status) {
    const bool isPolygon = channel == Channel::Polygon || channel == Channel::PolygonStocks ||
                           channel == Channel::PolygonOptions || channel == Channel::PolygonIndices;
    const std::string words = status == 429 ? "too many requests." : "service temporarily unavailable";
    HttpAnswer answer;
    answer.status = status;
    answer.body = isPolygon ? R"({"status":"ERROR","request_id":"fault","error":")" + words + "\"}"
                            : R"({"code":)" + std::to_string(status * 100'000 + 10'000) + R"(,"message":")" +
                                  words + "\"}";
    return answer;
}

HttpAnswer page() {
    HttpAnswer answer;
    answer.body = kPage;
    answer.headers.emplace_back(kType, "text/html; charset=utf-8");
    return answer;
}

void replace(HttpAnswer& answer, const FaultRule& rule, Channel channel) {
    switch (rule.kind) {
    case FaultKind::DropAfter:
        answer.drop = true;
        return;
    case FaultKind::ErrorAfter:
        answer = errorOf(channel, static_cast<int>(rule.value));
        return;
    case FaultKind::TruncatedBody: {
        const std::size_t half = answer.body.size() / 2;
        const std::size_t kept = rule.value < 0 ? half : static_cast<std::size_t>(rule.value);
        answer.body.resize(std::min(kept, answer.body.size() - 1));
        return;
    }
    case FaultKind::HtmlBody:
        answer = page();
        return;
    case FaultKind::GarbledBody:
        answer.body = "<html>bad gateway";
        return;
    case FaultKind::WrongType:
        answer.headers.emplace_back(kType, "text/plain");
        return;
    case FaultKind::EmptyBody:
        answer.body.clear();
        return;
    case FaultKind::GzipGarbage:
        answer.headers.emplace_back("Content-Encoding", "gzip");
        answer.body = std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + "this was never packed";
        return;
    case FaultKind::HugeBody:
        if (static_cast<std::size_t>(rule.value) > answer.body.size())
            answer.body.insert(0, static_cast<std::size_t>(rule.value) - answer.body.size(), ' ');
        return;
    default:
        return;
    }
}

/// Whether there is something left to spoil.
bool canReplace(const HttpAnswer& answer, FaultKind kind) {
    if (!isSuccess(answer))
        return false;
    if (kind == FaultKind::DropAfter || kind == FaultKind::ErrorAfter || kind == FaultKind::HtmlBody)
        return true;
    return !answer.body.empty();
}

void twist(FaultBook& book, const Occasion& at, HttpAnswer& answer) {
    if (answer.body.empty() || !book.expects(at, kTwisting))
        return;
    TwistedMessage message(answer.body);
    const auto changed = book.take(at, kTwisting, [&](const FaultRule& rule) {
        return rule.kind == FaultKind::UnknownStatus ? message.twistStatus() : message.addFields();
    });
    // A rule that did not fall due in the end leaves the answer as it was.
    TwistedMessage fresh(answer.body);
    for (const FaultRuleState& state : changed)
        (void)(state.rule.kind == FaultKind::UnknownStatus ? fresh.twistStatus() : fresh.addFields());
    if (!changed.empty())
        answer.body = fresh.bytes();
}

} // namespace

Channel restChannelOf(const HttpRequest& request) {
    const auto& segments = request.segments;
    const std::string first = segments.empty() ? std::string() : segments[0];
    const std::string second = segments.size() < 2 ? std::string() : segments[1];
    if (first == "sandbox")
        return Channel::Control;
    if (isPolygonPath(request))
        return Channel::Polygon;
    if (first == "v1beta1" || first == "v1beta3" || (first == "v1" && second == "corporate-actions") ||
        (first == "v2" && second == "stocks"))
        return Channel::Data;
    return Channel::Trading;
}

std::optional<Channel> streamChannelOf(std::string_view path) {
    if (path == "/stream")
        return Channel::TradeUpdates;
    if (path == "/v1beta1/news")
        return Channel::News;
    if (path.starts_with("/v1beta1/"))
        return Channel::Options;
    if (path.starts_with("/v2/"))
        return Channel::Stocks;
    if (path.ends_with("/stocks"))
        return Channel::PolygonStocks;
    if (path.ends_with("/options"))
        return Channel::PolygonOptions;
    if (path.ends_with("/indices"))
        return Channel::PolygonIndices;
    return std::nullopt;
}

std::optional<HttpAnswer> faultBefore(FaultBook& book, const Occasion& at) {
    const bool isHandshake = (only(at.channel) & kStreamChannels) != 0;
    const auto due = book.takeOne(at, isHandshake ? kHandshake : kBefore);
    if (!due)
        return std::nullopt;
    const FaultRule& rule = due->rule;
    HttpAnswer answer;
    switch (rule.kind) {
    case FaultKind::DropBefore:
        answer.drop = true;
        return answer;
    case FaultKind::RateLimited:
        answer = errorOf(at.channel, 429);
        if (rule.value >= 0)
            answer.headers.emplace_back("Retry-After", std::to_string(rule.value));
        return answer;
    case FaultKind::ErrorBefore:
        return errorOf(at.channel, static_cast<int>(rule.value));
    case FaultKind::Redirect:
        answer.status = 302;
        answer.headers.emplace_back("Location",
                                    rule.location.empty() ? std::string(kElsewhere) : rule.location);
        return answer;
    default:
        return page();
    }
}

void faultAfter(FaultBook& book, const Occasion& at, HttpAnswer& answer) {
    twist(book, at, answer);
    const auto replaced =
        book.takeOne(at, kReplacing, [&](const FaultRule& rule) { return canReplace(answer, rule.kind); });
    if (replaced)
        replace(answer, replaced->rule, at.channel);
    if (answer.drop)
        return;
    for (const FaultRuleState& state : book.take(at, kOnTheWire)) {
        if (state.rule.kind == FaultKind::Delay)
            answer.delayMs += state.rule.value;
        else if (state.rule.kind == FaultKind::Cut)
            answer.cutAfter = std::min(answer.cutAfter.value_or(state.rule.value), state.rule.value);
        else
            answer.mute = true;
    }
}

Duration clockShift(FaultBook& book, const Occasion& at) {
    Duration shift;
    for (const FaultRuleState& state : book.take(at, only(FaultKind::ClockShift)))
        shift = shift + Duration::seconds(state.rule.value);
    return shift;
}

std::string httpDateText(Timestamp at) {
    static constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string text = at.rfc3339();
    const auto month = static_cast<std::size_t>(std::stoi(text.substr(5, 2)) - 1);
    const auto weekday = static_cast<std::size_t>(Date::ofUtc(at).weekday());
    return std::string(kDays[weekday]) + ", " + text.substr(8, 2) + " " + kMonths[month] + " " +
           text.substr(0, 4) + " " + text.substr(11, 8) + " GMT";
}

} // namespace strikedesk::sandbox
