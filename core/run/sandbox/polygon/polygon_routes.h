// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/http/rate_bucket.h"
#include "core/run/sandbox/polygon/polygon_call.h"

#include <optional>

namespace strikedesk::sandbox {

/// Whether a request is for Polygon's side of the port; none of these paths is Alpaca's.
bool isPolygonPath(const HttpRequest& request);

/// Answers a request for Polygon's side: key, rate (`bucket`, unless the sandbox is told of no limit), plan
/// and endpoint (protocol facts of Polygon, sections 1 to 13).
HttpAnswer polygonRoute(Api& api, const HttpRequest& request, RateBucket& bucket);

// Each answers the paths it knows and returns nullopt for others.
std::optional<HttpAnswer> polygonStatusRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonAggregateRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonTickRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonStockSnapshotRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonChainRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonUnifiedRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonReferenceRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonCorporateRoute(const PolygonCall& call);
std::optional<HttpAnswer> polygonNewsRoute(const PolygonCall& call);

} // namespace strikedesk::sandbox
