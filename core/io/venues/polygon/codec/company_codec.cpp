// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/company_codec.h"

#include "core/io/venues/polygon/codec/nodes.h"

namespace strikedesk::polygon {

namespace {

constexpr std::size_t kMostWords = 500; ///< entries of one article's lists

/// The row's symbol, then its other members; a row we cannot name is skipped.
template <class Row>
Status addRowOf(JsonTree::Node node, Page<Row>& page, const char* what, void (*read)(FieldReader&, Row&)) {
    FieldReader in(node, what);
    Ticker ticker;
    const bool isOurs = tickerOf(in, "ticker", ticker);
    Row row;
    row.symbol = ticker.symbol;
    if (isOurs)
        read(in, row);
    if (!in.ok())
        return in.error();
    if (isOurs)
        page.rows.push_back(std::move(row));
    else
        ++page.skipped;
    return done();
}

template <class Row>
Result<Page<Row>> decodeRowsOf(std::string_view json, const char* what, void (*read)(FieldReader&, Row&)) {
    return decodePage<Row>(json, "results", [&](JsonTree::Node node, Page<Row>& page) {
        return addRowOf(node, page, what, read);
    });
}

void neededDate(FieldReader& in, std::string_view name, Date& out) {
    std::optional<Date> day;
    in.require(name);
    in.date(name, day);
    out = day.value_or(out);
}

void readSplit(FieldReader& in, Split& split) {
    for (const char* needed : {"split_from", "split_to"})
        in.require(needed);
    neededDate(in, "execution_date", split.executed);
    decimalText(in, "split_from", split.from);
    decimalText(in, "split_to", split.to);
    for (const std::string* part : {&split.from, &split.to})
        if (part->starts_with('-') || *part == "0")
            in.fail("split_from", "a split of nothing");
    in.text("adjustment_type", split.kind);
    in.text("id", split.id);
    in.real("historical_adjustment_factor", split.adjustmentFactor);
}

void readDividend(FieldReader& in, Dividend& dividend) {
    in.require("cash_amount");
    neededDate(in, "ex_dividend_date", dividend.exDate);
    in.date("declaration_date", dividend.declared);
    in.date("record_date", dividend.record);
    in.date("pay_date", dividend.pay);
    decimalText(in, "cash_amount", dividend.cashAmount);
    if (dividend.cashAmount.starts_with('-'))
        in.fail("cash_amount", "a negative amount");
    decimalText(in, "split_adjusted_cash_amount", dividend.splitAdjustedAmount);
    in.text("currency", dividend.currency);
    in.text("dividend_type", dividend.kind);
    in.text("distribution_type", dividend.kind);
    in.integer("frequency", dividend.perYear);
    in.text("id", dividend.id);
    in.real("historical_adjustment_factor", dividend.adjustmentFactor);
}

void readInterest(FieldReader& in, ShortInterest& interest) {
    in.require("short_interest");
    neededDate(in, "settlement_date", interest.settlement);
    wholeVolume(in, "short_interest", interest.shares);
    wholeVolume(in, "avg_daily_volume", interest.averageDailyVolume);
    in.real("days_to_cover", interest.daysToCover);
}

void readShortVolume(FieldReader& in, ShortVolume& volume) {
    for (const char* needed : {"short_volume", "total_volume"})
        in.require(needed);
    neededDate(in, "date", volume.day);
    wholeVolume(in, "short_volume", volume.shortVolume);
    wholeVolume(in, "total_volume", volume.totalVolume);
    in.real("short_volume_ratio", volume.shortPercent);
    wholeVolume(in, "exempt_volume", volume.exemptVolume);
    wholeVolume(in, "non_exempt_volume", volume.nonExemptVolume);
}

void readFloat(FieldReader& in, FreeFloat& free) {
    in.require("free_float");
    neededDate(in, "effective_date", free.effective);
    wholeVolume(in, "free_float", free.shares);
    in.real("free_float_percent", free.percent);
}

Result<NewsInsight> insightFrom(JsonTree::Node node) {
    FieldReader in(node, "insight");
    NewsInsight insight;
    in.text("ticker", insight.ticker);
    in.text("sentiment", insight.sentiment);
    in.text("sentiment_reasoning", insight.reasoning);
    if (!in.ok())
        return in.error();
    return insight;
}

Status addArticle(JsonTree::Node node, Page<NewsArticle>& page) {
    FieldReader in(node, "news");
    NewsArticle article;
    for (const char* needed : {"id", "title", "published_utc"})
        in.require(needed);
    in.text("id", article.id);
    in.text("title", article.title);
    in.text("author", article.author);
    article.publisher = std::string(node["publisher"]["name"].text());
    in.timestamp("published_utc", article.published);
    in.text("article_url", article.url);
    in.text("description", article.description);
    in.words("tickers", article.tickers);
    in.words("keywords", article.keywords);
    if (article.tickers.size() > kMostWords || article.keywords.size() > kMostWords)
        in.fail("tickers", "too many");
    if (!in.ok())
        return in.error();
    if (const JsonTree::Node insights = node["insights"]; insights.isArray()) {
        auto read = decodeEach(insights, insightFrom);
        if (!read)
            return read.error();
        article.insights = std::move(read.value());
    }
    page.rows.push_back(std::move(article));
    return done();
}

} // namespace

Result<Page<Split>> decodeSplits(std::string_view json) {
    return decodeRowsOf<Split>(json, "split", readSplit);
}

Result<Page<Dividend>> decodeDividends(std::string_view json) {
    return decodeRowsOf<Dividend>(json, "dividend", readDividend);
}

Result<Page<ShortInterest>> decodeShortInterest(std::string_view json) {
    return decodeRowsOf<ShortInterest>(json, "short interest", readInterest);
}

Result<Page<ShortVolume>> decodeShortVolume(std::string_view json) {
    return decodeRowsOf<ShortVolume>(json, "short volume", readShortVolume);
}

Result<Page<FreeFloat>> decodeFreeFloat(std::string_view json) {
    return decodeRowsOf<FreeFloat>(json, "free float", readFloat);
}

Result<Page<NewsArticle>> decodeNews(std::string_view json) {
    return decodePage<NewsArticle>(json, "results", addArticle);
}

} // namespace strikedesk::polygon
