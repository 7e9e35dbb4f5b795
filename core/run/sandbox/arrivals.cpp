// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/request_reader.h"
#include "core/run/sandbox/api.h"

namespace strikedesk::sandbox {

void countArrival(const Api& api, const HttpRequest& request) {
    const auto& segments = request.segments;
    if (segments.size() < 2 || segments.size() > 3 || segments[0] != "v2" || segments[1] != "orders")
        return;
    const bool namesOrder = segments.size() == 3;
    Arrivals& arrivals = api.arrivals;
    if (request.method == "POST" && !namesOrder) {
        ++arrivals.total.posts;
        ++arrivals.of(clientOrderIdIn(request.body)).posts;
    } else if (request.method == "PATCH" && namesOrder) {
        ++arrivals.total.patches;
        ++arrivals.of(clientOrderIdIn(request.body)).patches;
    } else if (request.method == "DELETE") {
        ++arrivals.total.deletes;
        const auto order = namesOrder ? api.desk.book().orderById(BrokerOrderId(segments[2])) : std::nullopt;
        if (order)
            ++arrivals.of(order->clientOrderId.text()).deletes;
    }
}

} // namespace strikedesk::sandbox
