// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_broker.h"

#include "core/io/venues/alpaca/answers.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace strikedesk::alpaca {

namespace {

constexpr std::size_t kOrderPage = 500;
constexpr std::size_t kActivityPage = 100;

trade::WriteOutcome rejection(const net::HttpOutcome& outcome, const BrokerRefusal& refusal) {
    trade::WriteOutcome verdict;
    verdict.verdict = trade::WriteVerdict::Rejected;
    verdict.httpStatus = outcome.status;
    verdict.brokerCode = refusal.code;
    verdict.message = refusal.message;
    verdict.clientOrderIdTaken = saysClientOrderIdTaken(refusal, outcome.status);
    return verdict;
}

/// Statuses that are a definite "no" (reliability, 5.4).
bool isDefiniteNo(int status, bool namesOrder) {
    return status == 400 || status == 401 || status == 403 || status == 422 || (status == 404 && namesOrder);
}

} // namespace

trade::WriteOutcome verdictOf(const net::HttpOutcome& outcome, bool namesOrder) {
    trade::WriteOutcome verdict;
    verdict.httpStatus = outcome.status;
    verdict.message = outcome.message;
    if (outcome.result == net::HttpResult::NotSent || outcome.result == net::HttpResult::ConnectFailed) {
        verdict.verdict = trade::WriteVerdict::NotSent;
        return verdict;
    }
    if (!outcome.answered())
        return verdict;
    if (outcome.status == 204) {
        verdict.verdict = trade::WriteVerdict::Accepted;
        return verdict;
    }
    if (outcome.isSuccess() && outcome.isJson()) {
        if (auto order = decodeOrder(outcome.body)) {
            verdict.verdict = trade::WriteVerdict::Accepted;
            verdict.order = std::move(order.value());
            return verdict;
        }
    } else if (isDefiniteNo(outcome.status, namesOrder) && outcome.isJson()) {
        if (const auto refusal = decodeRefusal(outcome.body))
            return rejection(outcome, *refusal);
    } else if (const auto refusal = decodeRefusal(outcome.body)) {
        verdict.brokerCode = refusal->code;
        verdict.message = refusal->message;
    }
    if (verdict.message.empty())
        verdict.message =
            "The broker's answer could not be read; what became of the request is being looked up.";
    return verdict;
}

AlpacaBroker::AlpacaBroker(AlpacaRest& rest) : m_rest(rest) {}

net::WriteHooks AlpacaBroker::hooksFor(const WritePermission& permission) const {
    net::WriteHooks hooks;
    if (mayWrite)
        hooks.mayWrite = [ask = mayWrite, permission] { return ask(permission); };
    if (reached)
        hooks.reached = [tell = reached, permission](net::WriteStage stage) { tell(permission, stage); };
    return hooks;
}

void AlpacaBroker::write(net::Lane lane, net::HttpVerb verb, const std::string& path, std::string body,
                         WritePermission permission, std::function<void(trade::WriteOutcome)> answered) {
    const bool namesOrder = !permission.orderId.isEmpty();
    m_rest.write(lane, verb, path, std::move(body), hooksFor(permission),
                 [namesOrder, answered = std::move(answered)](const net::HttpOutcome& outcome) {
                     answered(verdictOf(outcome, namesOrder));
                 });
}

void AlpacaBroker::submitOrder(const trade::OrderRequest& request,
                               std::function<void(trade::WriteOutcome)> answered) {
    WritePermission permission;
    permission.write = OrderWrite::Submit;
    permission.intent = request.intent;
    permission.symbol = request.symbol;
    permission.clientOrderId = request.clientOrderId;
    write(net::Lane::Submit, net::HttpVerb::Post, "/v2/orders", encodeOrder(request), std::move(permission),
          std::move(answered));
}

void AlpacaBroker::replaceOrder(const trade::ReplaceRequest& request,
                                std::function<void(trade::WriteOutcome)> answered) {
    WritePermission permission;
    permission.write = OrderWrite::Replace;
    permission.clientOrderId = request.clientOrderId;
    permission.orderId = request.orderId;
    write(net::Lane::Submit, net::HttpVerb::Patch, "/v2/orders/" + percentEncoded(request.orderId.text()),
          encodeReplace(request), std::move(permission), std::move(answered));
}

void AlpacaBroker::cancelOrder(const BrokerOrderId& id, std::function<void(trade::WriteOutcome)> answered) {
    WritePermission permission;
    permission.write = OrderWrite::Cancel;
    permission.orderId = id;
    write(net::Lane::Cancel, net::HttpVerb::Delete, "/v2/orders/" + percentEncoded(id.text()), {},
          std::move(permission), std::move(answered));
}

void AlpacaBroker::cancelAllOrders(std::function<void(Result<std::vector<MultiStatusRow>>)> answered) {
    WritePermission permission;
    permission.write = OrderWrite::CancelAll;
    m_rest.write(net::Lane::Cancel, net::HttpVerb::Delete, "/v2/orders", {}, hooksFor(permission),
                 [this, answered = std::move(answered)](const net::HttpOutcome& outcome) {
                     answered(decodedAnswer(m_rest, outcome, decodeMultiStatus));
                 });
}

void AlpacaBroker::orderByClientId(const ClientOrderId& id,
                                   std::function<void(Result<trade::BrokerOrder>)> answered) {
    readAnswer(m_rest, net::Lane::Resolve,
               "/v2/orders:by_client_order_id?client_order_id=" + percentEncoded(id.text()), decodeOrder,
               std::move(answered));
}

void AlpacaBroker::orderById(const BrokerOrderId& id,
                             std::function<void(Result<trade::BrokerOrder>)> answered) {
    readAnswer(m_rest, net::Lane::Resolve, "/v2/orders/" + percentEncoded(id.text()) + "?nested=true",
               decodeOrder, std::move(answered));
}

namespace {

/// Pages of the order list: the venue has no token, so the newest submission time of a full page starts the
/// next one, a microsecond earlier because `after` is exclusive and times are cut; doubles are dropped by id.
void listOrders(AlpacaRest& rest, net::Lane lane, const std::string& which, Timestamp after,
                std::function<void(Result<std::vector<trade::BrokerOrder>>)> answered) {
    const auto pathAfter = [which](Timestamp from) {
        std::string path =
            "/v2/orders?status=" + which + "&direction=asc&nested=true&limit=" + std::to_string(kOrderPage);
        return from.isSet() ? path + "&after=" + percentEncoded(from.rfc3339()) : path;
    };
    struct Gathered {
        std::vector<trade::BrokerOrder> orders;
        std::set<BrokerOrderId> seen;
    };
    const auto gathered = std::make_shared<Gathered>();
    const auto read = std::make_shared<PagedRead>();
    read->lane = lane;
    read->take = [gathered, pathAfter](std::string_view body) -> Result<std::string> {
        auto page = decodeOrders(body);
        if (!page)
            return page.error();
        const std::size_t count = page->size();
        bool isNew = false;
        Timestamp newest;
        for (trade::BrokerOrder& order : page.value()) {
            newest = std::max(newest, order.submittedAt);
            if (!gathered->seen.insert(order.id).second)
                continue;
            isNew = true;
            gathered->orders.push_back(std::move(order));
        }
        if (count < kOrderPage || !newest.isSet() || !isNew)
            return std::string();
        return pathAfter(newest - Duration::microseconds(1));
    };
    read->finished = [gathered, answered = std::move(answered)](const Status& status) {
        if (!status)
            return answered(status.error());
        answered(std::move(gathered->orders));
    };
    readPages(rest, pathAfter(after), read);
}

} // namespace

void AlpacaBroker::openOrders(std::function<void(Result<std::vector<trade::BrokerOrder>>)> answered) {
    listOrders(m_rest, net::Lane::Sweep, "open", {}, std::move(answered));
}

void AlpacaBroker::ordersAfter(Timestamp after,
                               std::function<void(Result<std::vector<trade::BrokerOrder>>)> answered) {
    listOrders(m_rest, net::Lane::Sweep, "all", after, std::move(answered));
}

void AlpacaBroker::positions(std::function<void(Result<std::vector<trade::BrokerPosition>>)> answered) {
    readAnswer(m_rest, net::Lane::Sweep, "/v2/positions", decodePositions, std::move(answered));
}

void AlpacaBroker::account(std::function<void(Result<trade::BrokerAccount>)> answered) {
    readAnswer(m_rest, net::Lane::Sweep, "/v2/account", decodeAccount, std::move(answered));
}

void AlpacaBroker::activitiesAfter(Timestamp after,
                                   std::function<void(Result<std::vector<trade::BrokerActivity>>)> answered) {
    const std::string path =
        "/v2/account/activities?direction=asc&page_size=" + std::to_string(kActivityPage) +
        (after.isSet() ? "&after=" + percentEncoded(after.rfc3339()) : std::string());
    const auto gathered = std::make_shared<std::vector<trade::BrokerActivity>>();
    const auto read = std::make_shared<PagedRead>();
    read->lane = net::Lane::Sweep;
    read->take = [gathered, path](std::string_view body) -> Result<std::string> {
        auto page = decodeActivities(body);
        if (!page)
            return page.error();
        const std::size_t count = page->size();
        std::move(page->begin(), page->end(), std::back_inserter(*gathered));
        // The id of the last row received is the token of the next page.
        return count < kActivityPage ? std::string()
                                     : path + "&page_token=" + percentEncoded(gathered->back().id);
    };
    read->finished = [gathered, answered = std::move(answered)](const Status& status) {
        if (!status)
            return answered(status.error());
        answered(std::move(*gathered));
    };
    readPages(m_rest, path, read);
}

void AlpacaBroker::clock(std::function<void(Result<trade::BrokerClock>)> answered) {
    readAnswer(m_rest, net::Lane::Sweep, "/v2/clock", decodeClock, std::move(answered));
}

void AlpacaBroker::calendar(Date first, Date last,
                            std::function<void(Result<std::vector<CalendarDay>>)> answered) {
    readAnswer(m_rest, net::Lane::History, "/v2/calendar?start=" + first.iso() + "&end=" + last.iso(),
               decodeCalendar, std::move(answered));
}

void AlpacaBroker::asset(const Symbol& symbol, std::function<void(Result<Asset>)> answered) {
    readAnswer(m_rest, net::Lane::History, "/v2/assets/" + percentEncoded(symbol.view()), decodeAsset,
               std::move(answered));
}

void AlpacaBroker::accountConfiguration(std::function<void(Result<AccountConfiguration>)> answered) {
    readAnswer(m_rest, net::Lane::Sweep, "/v2/account/configurations", decodeAccountConfiguration,
               std::move(answered));
}

} // namespace strikedesk::alpaca
