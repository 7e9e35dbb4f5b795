// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/nodes.h"
#include "core/io/venues/alpaca/codec/order_codec.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace strikedesk::alpaca {

namespace {

constexpr std::size_t kLongestWords = 500;
constexpr std::size_t kMostExtras = 20;

bool contains(std::string_view text, std::string_view part) {
    const auto found = std::search(text.begin(), text.end(), part.begin(), part.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    });
    return found != text.end();
}

std::string quoting(std::string_view advice, const BrokerRefusal& refusal) {
    if (refusal.message.empty())
        return std::string(advice);
    return std::string(advice) + " The broker says: " + refusal.message;
}

/// 40310000 covers several reasons; the extra keys tell them apart (protocol facts, section 3).
std::string forbiddenSentence(const BrokerRefusal& refusal) {
    if (!refusal.extra("held_for_orders").empty() || !refusal.extra("existing_qty").empty())
        return "Only " + std::string(refusal.extra("available")) + " of " +
               std::string(refusal.extra("existing_qty")) + " can be sold; " +
               std::string(refusal.extra("held_for_orders")) +
               " are held by other orders. Cancel or change those first.";
    if (!refusal.extra("required_qty").empty())
        return "A covered call needs " + std::string(refusal.extra("required_qty")) + " shares, and " +
               std::string(refusal.extra("available_qty")) +
               " are free. Buy shares or write fewer contracts.";
    if (!refusal.extra("cost_basis").empty() || contains(refusal.message, "buying power"))
        return quoting(
            "There is not enough buying power for this order. Lower the quantity or free some cash.",
            refusal);
    return quoting("The account may not do this. Check the account's permissions and options level.",
                   refusal);
}

} // namespace

std::string_view BrokerRefusal::extra(std::string_view name) const {
    const auto found =
        std::find_if(extras.begin(), extras.end(), [&](const ErrorArgument& e) { return e.name == name; });
    return found == extras.end() ? std::string_view() : std::string_view(found->value);
}

Result<BrokerRefusal> refusalFrom(JsonTree::Node node) {
    FieldReader in(node, "refusal");
    BrokerRefusal refusal;
    in.integer("code", refusal.code);
    in.text("message", refusal.message);
    if (in.ok() && refusal.code == 0 && refusal.message.empty())
        in.fail("message", "missing");
    if (!in.ok())
        return in.error();
    refusal.message.resize(std::min(refusal.message.size(), kLongestWords));
    for (auto member = node.firstChild(); member; member = member.nextSibling()) {
        if (member.key() == "code" || member.key() == "message" || member.text().empty())
            continue;
        if (refusal.extras.size() == kMostExtras)
            break;
        refusal.extras.push_back(
            {std::string(member.key()), std::string(member.text().substr(0, kLongestWords))});
    }
    return refusal;
}

Result<BrokerRefusal> decodeRefusal(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, refusalFrom);
}

bool saysClientOrderIdTaken(const BrokerRefusal& refusal, int httpStatus) {
    // The code (40010001) is shared with other parameter errors, so the words must decide together with it.
    return httpStatus == 422 && contains(refusal.message, "client_order_id") &&
           contains(refusal.message, "unique");
}

std::string sentenceFor(const BrokerRefusal& refusal, int httpStatus) {
    switch (refusal.code) {
    case 40310000:
        return forbiddenSentence(refusal);
    case 40310001:
        return quoting("The broker does not allow this for the position as it is. Check its side and size.",
                       refusal);
    case 40410000:
        return quoting("The broker has no such order, position or contract. Refresh and try again.", refusal);
    case 40110000:
        return "The broker did not accept the API key. Check that it belongs to this environment and is "
               "still valid.";
    case 42910000:
        return "Too many requests were sent in the last minute. The program waits and goes on by itself.";
    case 40010000:
    case 40010001:
        if (saysClientOrderIdTaken(refusal, httpStatus))
            return "The broker already has an order with this name. Look at the order list before sending "
                   "again.";
        return quoting("The broker refused the order's fields. Correct the order and send it again.",
                       refusal);
    case 42210000:
        return quoting("The broker refused this order. Change it as described and send it again.", refusal);
    default:
        break;
    }
    if (httpStatus == 401)
        return "The broker did not accept the API key. Check that it belongs to this environment and is "
               "still valid.";
    if (httpStatus == 429)
        return "Too many requests were sent in the last minute. The program waits and goes on by itself.";
    if (httpStatus >= 500)
        return quoting("The broker has a problem of its own. The program looks up what happened.", refusal);
    return quoting("The broker refused this.", refusal);
}

} // namespace strikedesk::alpaca
