// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/api.h"
#include "core/run/sandbox/polygon/data_plan.h"
#include "core/run/sandbox/polygon/ticker.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <string_view>

namespace strikedesk::sandbox {

/// One request on Polygon's side with what every route needs: plans, the page asked for, and the words of
/// answers (protocol facts, sections 2 and 3).
class PolygonCall {
public:
    /// Takes the parameters of a cursor over into the request.
    PolygonCall(Api& api, const HttpRequest& request);
    /// The same call with other parameters.
    PolygonCall(const PolygonCall& call, HttpRequest request) : PolygonCall(call) {
        m_request = std::move(request);
    }

    const HttpRequest& request() const { return m_request; }
    const std::vector<std::string>& segments() const { return m_request.segments; }
    MarketSource& source() const { return m_api.source(); }
    const SessionCalendar& calendar() const { return m_api.calendar(); }
    Api& api() const { return m_api; }
    Timestamp now() const { return m_api.now; }

    const DataPlan& plan(TickerKind kind) const {
        return kind == TickerKind::Option ? m_optionPlan : m_stockPlan;
    }
    /// The newest market time the plan shows, or the one the first page was answered at.
    Timestamp seenAt(TickerKind kind) const;
    /// Now, or the market time the first page was answered at.
    Timestamp pinnedNow() const { return m_pinned.isSet() ? m_pinned : m_api.now; }
    Date today() const { return m_api.today(); }

    /// Rows that earlier pages gave.
    std::size_t skip() const { return m_skip; }
    /// A cursor we did not make.
    bool hasBadCursor() const { return m_badCursor; }

    /// {"status", "request_id"}; DELAYED when the plan makes it so.
    nlohmann::json envelope(bool delayed = false) const;
    nlohmann::json envelope(TickerKind kind) const;
    /// Absolute address of the page after `skip` rows, with the request's parameters in the cursor and
    /// without the key.
    std::string nextUrl(std::size_t skip) const;
    /// The same for another path, with other parameters in the cursor.
    std::string nextUrl(const std::string& path, const std::map<std::string, std::string>& parameters,
                        std::size_t skip = 0) const;

    HttpAnswer error(int status, std::string_view text) const;
    HttpAnswer badParameter(std::string_view name) const;
    HttpAnswer notFound(std::string_view text) const;
    /// 403: the plan lacks it.
    HttpAnswer notEntitled() const;

private:
    void readCursor();

    Api& m_api;
    HttpRequest m_request;
    DataPlan m_stockPlan;
    DataPlan m_optionPlan;
    std::string m_requestId;
    std::size_t m_skip = 0;
    Timestamp m_pinned; ///< market time of the first page; unset on it
    bool m_badCursor = false;
};

/// Text as an opaque cursor (base64url) and back; nullopt for one we did not make.
std::string cursorOf(std::string_view text);
std::optional<std::string> readCursorText(std::string_view cursor);

} // namespace strikedesk::sandbox
