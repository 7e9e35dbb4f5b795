// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/contract_codec.h"

#include "core/base/option_symbol.h"
#include "core/io/venues/alpaca/codec/nodes.h"

#include <utility>

namespace strikedesk::alpaca {

namespace {

Result<Deliverable> deliverableFrom(JsonTree::Node node) {
    FieldReader in(node, "deliverable");
    Deliverable deliverable;
    in.text("type", deliverable.type);
    in.text("symbol", deliverable.symbol);
    in.text("amount", deliverable.amount);
    in.text("allocation_percentage", deliverable.allocationPercentage);
    in.text("settlement_type", deliverable.settlementType);
    in.text("settlement_method", deliverable.settlementMethod);
    in.boolean("delayed_settlement", deliverable.isDelayed);
    if (!in.ok())
        return in.error();
    return deliverable;
}

/// The name is what an order would carry: fields that contradict it make the contract untradable here.
bool agreesWithName(const options::Contract& contract) {
    const auto name = OptionSymbol::tryFrom(contract.symbol);
    return name && name->expiry() == contract.expiry && name->right() == contract.right &&
           name->strike() == contract.strike && name->root() == contract.root;
}

void readTerms(FieldReader& in, options::Contract& contract) {
    std::optional<Date> expiry;
    in.date("expiration_date", expiry);
    contract.expiry = expiry.value_or(Date());
    const std::string_view right = in.object()["type"].text();
    if (right != "call" && right != "put")
        in.fail("type", "call or put was expected");
    contract.right = right == "put" ? OptionRight::Put : OptionRight::Call;
    contract.style = in.object()["style"].text() == "european" ? options::ExerciseStyle::European
                                                               : options::ExerciseStyle::American;
    in.price("strike_price", contract.strike, ExtraDigits::Refuse);
    in.integer("multiplier", contract.multiplier);
    in.integer("size", contract.size);
    if (contract.multiplier <= 0 || contract.multiplier > 100'000)
        in.fail("multiplier", "out of range");
}

Result<ListedContract> contractFrom(JsonTree::Node node) {
    FieldReader in(node, "contract");
    ListedContract listed;
    options::Contract& contract = listed.contract;
    for (const char* needed : {"symbol", "expiration_date", "type", "strike_price"})
        in.require(needed);
    in.text("id", contract.id);
    in.symbol("symbol", contract.symbol);
    in.text("name", contract.name);
    in.symbol("underlying_symbol", contract.underlying);
    in.symbol("root_symbol", contract.root);
    if (contract.root.isEmpty())
        if (const auto name = OptionSymbol::tryFrom(contract.symbol))
            contract.root = name->root();
    readTerms(in, contract);
    contract.isActive = node["status"].text() == "active";
    in.boolean("tradable", contract.isTradable);
    in.integer("open_interest", contract.openInterest);
    in.price("close_price", contract.closePrice, ExtraDigits::RoundEven);
    in.date("open_interest_date", listed.openInterestDate);
    in.date("close_price_date", listed.closePriceDate);
    if (!in.ok())
        return in.error();
    if (node["deliverables"].isArray()) {
        auto deliverables = decodeEach(node["deliverables"], deliverableFrom);
        if (!deliverables)
            return deliverables.error();
        listed.deliverables = std::move(deliverables.value());
    }
    listed.disagreesWithName = !agreesWithName(contract);
    contract.isTradable = contract.isTradable && contract.isActive && !listed.disagreesWithName;
    return listed;
}

Result<ContractsPage> pageFrom(JsonTree::Node root) {
    const JsonTree::Node rows = root["option_contracts"];
    if (!rows.isArray() && !rows.isNothing())
        return unexpectedAnswer("option_contracts: a list was expected");
    ContractsPage page;
    page.nextPageToken = nextPage(root);
    if (rows.kind() == JsonTree::Kind::Absent)
        return unexpectedAnswer("option_contracts: missing");
    page.contracts.reserve(rows.childCount());
    for (auto node = rows.firstChild(); node; node = node.nextSibling()) {
        if (!OptionSymbol::tryFromOcc(node["symbol"].text())) {
            ++page.skipped;
            continue;
        }
        auto listed = contractFrom(node);
        if (!listed)
            return listed.error();
        page.contracts.push_back(std::move(listed.value()));
    }
    return page;
}

} // namespace

std::string nextPage(JsonTree::Node page) { return std::string(page["next_page_token"].text()); }

Result<ListedContract> decodeContract(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, contractFrom);
}

Result<ContractsPage> decodeContracts(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, pageFrom);
}

} // namespace strikedesk::alpaca
