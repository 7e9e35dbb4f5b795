// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/reference_codec.h"

#include "core/base/option_symbol.h"
#include "core/io/venues/polygon/codec/nodes.h"

namespace strikedesk::polygon {

namespace {

Result<AdditionalUnderlying> additionalFrom(JsonTree::Node node) {
    FieldReader in(node, "additional underlying");
    AdditionalUnderlying additional;
    in.text("type", additional.type);
    in.text("underlying", additional.underlying);
    decimalText(in, "amount", additional.amount);
    if (!in.ok())
        return in.error();
    return additional;
}

/// The name is what an order would carry: fields that contradict it make the contract untradable here.
bool agreesWithName(const options::Contract& contract) {
    const auto name = OptionSymbol::tryFrom(contract.symbol);
    return name && name->expiry() == contract.expiry && name->right() == contract.right &&
           name->strike() == contract.strike;
}

void readTerms(FieldReader& in, options::Contract& contract) {
    std::optional<Date> expiry;
    in.date("expiration_date", expiry);
    contract.expiry = expiry.value_or(Date());
    const std::string_view right = in.object()["contract_type"].text();
    if (right != "call" && right != "put")
        in.fail("contract_type", "call or put was expected");
    contract.right = right == "put" ? OptionRight::Put : OptionRight::Call;
    contract.style = in.object()["exercise_style"].text() == "european" ? options::ExerciseStyle::European
                                                                        : options::ExerciseStyle::American;
    in.price("strike_price", contract.strike, ExtraDigits::Refuse);
    in.integer("shares_per_contract", contract.size);
    if (contract.size <= 0 || contract.size > 100'000)
        in.fail("shares_per_contract", "out of range");
}

/// A contract whose row has a name of ours.
Result<ListedContract> listedFrom(JsonTree::Node node, const Ticker& ticker) {
    FieldReader in(node, "contract");
    ListedContract listed;
    options::Contract& contract = listed.contract;
    for (const char* needed : {"expiration_date", "contract_type", "strike_price"})
        in.require(needed);
    contract.symbol = ticker.symbol;
    if (const auto name = OptionSymbol::tryFrom(ticker.symbol))
        contract.root = name->root();
    Ticker underlying;
    if (!tickerOf(in, "underlying_ticker", underlying))
        in.fail("underlying_ticker", "a ticker was expected");
    contract.underlying = underlying.symbol;
    readTerms(in, contract);
    in.text("primary_exchange", listed.primaryExchange);
    in.text("cfi", listed.cfi);
    if (!in.ok())
        return in.error();
    if (const JsonTree::Node more = node["additional_underlyings"]; more.isArray()) {
        auto additional = decodeEach(more, additionalFrom);
        if (!additional)
            return additional.error();
        listed.additionalUnderlyings = std::move(additional.value());
    }
    listed.disagreesWithName = !agreesWithName(contract);
    contract.isTradable = !listed.disagreesWithName;
    return listed;
}

Status addContract(JsonTree::Node node, Page<ListedContract>& page) {
    FieldReader in(node, "contract");
    Ticker ticker;
    if (!tickerOf(in, "ticker", ticker) || ticker.kind != AssetKind::Option) {
        if (!in.ok())
            return in.error();
        ++page.skipped;
        return done();
    }
    // A deliverable that is neither call nor put is not ours to trade.
    if (node["contract_type"].text() == "other") {
        ++page.skipped;
        return done();
    }
    auto listed = listedFrom(node, ticker);
    if (!listed)
        return listed.error();
    page.rows.push_back(std::move(listed.value()));
    return done();
}

Result<TickerInfo> infoFrom(JsonTree::Node node, const Ticker& ticker) {
    FieldReader in(node, "ticker");
    TickerInfo info;
    info.ticker = ticker;
    in.text("name", info.name);
    in.text("market", info.market);
    in.text("type", info.type);
    in.text("primary_exchange", info.primaryExchange);
    in.text("currency_name", info.currency);
    in.text("cik", info.cik);
    in.text("composite_figi", info.compositeFigi);
    in.boolean("active", info.isActive);
    in.text("description", info.description);
    in.text("homepage_url", info.homepage);
    in.text("sic_description", info.sicDescription);
    in.real("market_cap", info.marketCap);
    wholeVolume(in, "share_class_shares_outstanding", info.sharesOutstanding);
    wholeVolume(in, "total_employees", info.employees);
    wholeVolume(in, "round_lot", info.roundLot);
    in.date("list_date", info.listed);
    if (!in.ok())
        return in.error();
    return info;
}

Status addTicker(JsonTree::Node node, Page<TickerInfo>& page) {
    FieldReader in(node, "ticker");
    Ticker ticker;
    if (!tickerOf(in, "ticker", ticker)) {
        if (!in.ok())
            return in.error();
        ++page.skipped;
        return done();
    }
    auto info = infoFrom(node, ticker);
    if (!info)
        return info.error();
    page.rows.push_back(std::move(info.value()));
    return done();
}

Result<TickerInfo> detailsFrom(JsonTree::Node root) {
    const auto results = resultsObject(root);
    if (!results)
        return results.error();
    FieldReader in(*results, "ticker");
    Ticker ticker;
    const bool isOurs = tickerOf(in, "ticker", ticker);
    if (!in.ok())
        return in.error();
    if (!isOurs)
        return Error{ErrorKind::Unsupported,
                     "polygon.ticker.unsupported",
                     "This kind of symbol cannot be shown here. Choose a stock, fund, index or option.",
                     {},
                     {}};
    return infoFrom(*results, ticker);
}

Result<MarketStatus> statusFrom(JsonTree::Node root) {
    if (const JsonTree::Node word = root["status"]; !word.isNothing())
        if (const auto checked = checkEnvelope(root); !checked)
            return checked.error();
    FieldReader in(root, "market status");
    MarketStatus status;
    for (const char* needed : {"market", "serverTime"})
        in.require(needed);
    in.text("market", status.market);
    in.boolean("earlyHours", status.isPreMarket);
    in.boolean("afterHours", status.isAfterHours);
    in.timestamp("serverTime", status.serverTime);
    if (!in.ok())
        return in.error();
    const JsonTree::Node exchanges = root["exchanges"];
    for (auto node = exchanges.firstChild(); node; node = node.nextSibling())
        status.exchanges[std::string(node.key())] = std::string(node.text());
    return status;
}

Result<MarketHoliday> holidayFrom(JsonTree::Node node) {
    FieldReader in(node, "holiday");
    MarketHoliday holiday;
    std::optional<Date> day;
    for (const char* needed : {"date", "status"})
        in.require(needed);
    in.text("exchange", holiday.exchange);
    in.text("name", holiday.name);
    in.date("date", day);
    in.timestamp("open", holiday.open);
    in.timestamp("close", holiday.close);
    const std::string_view word = node["status"].text();
    if (word != "closed" && word != "early-close")
        in.fail("status", "closed or early-close was expected");
    holiday.isClosed = word == "closed";
    if (!in.ok())
        return in.error();
    holiday.day = *day;
    return holiday;
}

Status addExchange(JsonTree::Node node, Page<Exchange>& page) {
    FieldReader in(node, "exchange");
    Exchange exchange;
    in.require("id");
    in.integer("id", exchange.id);
    in.text("type", exchange.type);
    in.text("asset_class", exchange.assetClass);
    in.text("name", exchange.name);
    in.text("mic", exchange.mic);
    in.text("participant_id", exchange.participant);
    if (!in.ok())
        return in.error();
    page.rows.push_back(std::move(exchange));
    return done();
}

} // namespace

Result<Page<ListedContract>> decodeContracts(std::string_view json) {
    return decodePage<ListedContract>(json, "results", addContract);
}

Result<ListedContract> decodeContract(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, [](JsonTree::Node root) -> Result<ListedContract> {
        const auto results = resultsObject(root);
        if (!results)
            return results.error();
        const auto ticker = tickerFrom((*results)["ticker"].text());
        if (!ticker || ticker->kind != AssetKind::Option)
            return unexpectedAnswer("contract.ticker: a contract was expected");
        return listedFrom(*results, *ticker);
    });
}

Result<Page<TickerInfo>> decodeTickers(std::string_view json) {
    return decodePage<TickerInfo>(json, "results", addTicker);
}

Result<TickerInfo> decodeTickerDetails(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, detailsFrom);
}

Result<MarketStatus> decodeMarketStatus(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, statusFrom);
}

Result<std::vector<MarketHoliday>> decodeUpcomingHolidays(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Array,
                      [](JsonTree::Node root) { return decodeEach(root, holidayFrom); });
}

Result<Page<Exchange>> decodeExchanges(std::string_view json) {
    return decodePage<Exchange>(json, "results", addExchange);
}

} // namespace strikedesk::polygon
