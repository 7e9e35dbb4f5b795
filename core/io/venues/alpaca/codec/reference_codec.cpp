// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/reference_codec.h"

#include "core/io/venues/alpaca/codec/nodes.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace strikedesk::alpaca {

namespace {

Result<NewsImage> imageFrom(JsonTree::Node node) {
    FieldReader in(node, "news image");
    NewsImage image;
    in.text("size", image.size);
    in.text("url", image.url);
    if (!in.ok())
        return in.error();
    return image;
}

Result<NewsPage> newsFrom(JsonTree::Node root) {
    const JsonTree::Node rows = root["news"];
    if (!rows.isArray() && rows.kind() != JsonTree::Kind::Null)
        return unexpectedAnswer("news: a list was expected");
    auto articles = decodeEach(rows, articleFrom);
    if (!articles)
        return articles.error();
    return NewsPage{std::move(articles.value()), nextPage(root)};
}

Result<MostActive> activeFrom(JsonTree::Node node) {
    FieldReader in(node, "most active");
    MostActive row;
    in.require("symbol");
    in.text("symbol", row.symbol);
    in.integer("volume", row.volume);
    in.integer("trade_count", row.tradeCount);
    if (!in.ok())
        return in.error();
    return row;
}

Result<MostActives> activesFrom(JsonTree::Node root) {
    FieldReader in(root, "most actives");
    MostActives actives;
    in.timestamp("last_updated", actives.updatedAt);
    if (!root["most_actives"].isArray())
        in.fail("most_actives", "a list was expected");
    if (!in.ok())
        return in.error();
    auto rows = decodeEach(root["most_actives"], activeFrom);
    if (!rows)
        return rows.error();
    actives.rows = std::move(rows.value());
    return actives;
}

Result<Mover> moverFrom(JsonTree::Node node) {
    FieldReader in(node, "mover");
    Mover row;
    for (const char* needed : {"symbol", "price", "change", "percent_change"})
        in.require(needed);
    in.text("symbol", row.symbol);
    in.price("price", row.price, ExtraDigits::RoundEven);
    in.price("change", row.change, ExtraDigits::RoundEven);
    in.real("percent_change", row.changePercent);
    if (!in.ok())
        return in.error();
    return row;
}

Result<Movers> moversFrom(JsonTree::Node root) {
    FieldReader in(root, "movers");
    Movers movers;
    in.timestamp("last_updated", movers.updatedAt);
    in.text("market_type", movers.marketType);
    for (const char* list : {"gainers", "losers"})
        if (!root[list].isArray())
            in.fail(list, "a list was expected");
    if (!in.ok())
        return in.error();
    auto gainers = decodeEach(root["gainers"], moverFrom);
    auto losers = decodeEach(root["losers"], moverFrom);
    if (!gainers || !losers)
        return gainers ? losers.error() : gainers.error();
    movers.gainers = std::move(gainers.value());
    movers.losers = std::move(losers.value());
    return movers;
}

/// Members of a corporate action that have a place of their own.
constexpr std::array<std::string_view, 17> kNamed{"id",
                                                  "symbol",
                                                  "old_symbol",
                                                  "acquiree_symbol",
                                                  "source_symbol",
                                                  "new_symbol",
                                                  "acquirer_symbol",
                                                  "ex_date",
                                                  "record_date",
                                                  "payable_date",
                                                  "process_date",
                                                  "rate",
                                                  "old_rate",
                                                  "new_rate",
                                                  "acquiree_rate",
                                                  "acquirer_rate",
                                                  "source_rate"};

/// The first of two names that has a value.
void firstText(FieldReader& in, std::initializer_list<std::string_view> names, std::string& out) {
    for (const std::string_view name : names)
        if (out.empty())
            in.text(name, out);
}

Result<CorporateAction> actionFrom(JsonTree::Node node, std::string_view type) {
    FieldReader in(node, "corporate action");
    CorporateAction action;
    action.type = type;
    in.text("id", action.id);
    firstText(in, {"symbol", "old_symbol", "acquiree_symbol", "source_symbol"}, action.symbol);
    firstText(in, {"new_symbol", "acquirer_symbol"}, action.newSymbol);
    in.date("ex_date", action.exDate);
    in.date("record_date", action.recordDate);
    in.date("payable_date", action.payableDate);
    in.date("process_date", action.processDate);
    in.text("rate", action.rate);
    firstText(in, {"old_rate", "acquiree_rate", "source_rate"}, action.oldRate);
    firstText(in, {"new_rate", "acquirer_rate"}, action.newRate);
    if (action.symbol.empty())
        in.fail("symbol", "missing");
    if (!in.ok())
        return in.error();
    for (auto member = node.firstChild(); member; member = member.nextSibling())
        if (!member.text().empty() && std::find(kNamed.begin(), kNamed.end(), member.key()) == kNamed.end())
            action.others.emplace(member.key(), member.text());
    return action;
}

Result<CorporateActionsPage> actionsFrom(JsonTree::Node root) {
    CorporateActionsPage page;
    page.nextPageToken = nextPage(root);
    const JsonTree::Node lists = root["corporate_actions"];
    if (!lists.isObject())
        return unexpectedAnswer("corporate_actions: an object was expected");
    for (auto list = lists.firstChild(); list; list = list.nextSibling()) {
        auto actions = decodeEach(list, [&](JsonTree::Node node) { return actionFrom(node, list.key()); });
        if (!actions)
            return actions.error();
        std::move(actions.value().begin(), actions.value().end(), std::back_inserter(page.actions));
    }
    return page;
}

Result<std::map<std::string, std::string>> tableFrom(JsonTree::Node root) {
    std::map<std::string, std::string> table;
    for (auto row = root.firstChild(); row; row = row.nextSibling()) {
        if (row.kind() != JsonTree::Kind::String)
            return unexpectedAnswer("code table: a name was expected");
        table.emplace(row.key(), row.text());
    }
    return table;
}

} // namespace

Result<NewsArticle> articleFrom(JsonTree::Node node) {
    FieldReader in(node, "article");
    NewsArticle article;
    for (const char* needed : {"id", "headline"})
        in.require(needed);
    in.integer("id", article.id);
    in.text("headline", article.headline);
    in.text("author", article.author);
    in.text("source", article.source);
    in.text("summary", article.summary);
    in.text("content", article.content);
    in.text("url", article.url);
    in.timestamp("created_at", article.createdAt);
    in.timestamp("updated_at", article.updatedAt);
    in.words("symbols", article.symbols);
    if (!in.ok())
        return in.error();
    auto images = decodeEach(node["images"], imageFrom);
    if (!images)
        return images.error();
    article.images = std::move(images.value());
    return article;
}

Result<NewsPage> decodeNews(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, newsFrom);
}

Result<MostActives> decodeMostActives(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, activesFrom);
}

Result<Movers> decodeMovers(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, moversFrom);
}

Result<CorporateActionsPage> decodeCorporateActions(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, actionsFrom);
}

Result<std::map<std::string, std::string>> decodeCodeTable(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, tableFrom);
}

} // namespace strikedesk::alpaca
