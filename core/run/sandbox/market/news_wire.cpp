// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/news_wire.h"

#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/hash_random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kEveryday = 501, kJumpArticle, kTrimmings, kReport };

constexpr std::size_t kKeptNewsDays = 60;

struct Line {
    const char* headline; ///< after the company's name
    const char* summary;
    int mood;
};

constexpr std::array<Line, 12> kEverydayLines{{
    {"shares in focus as option volume runs above average", "Calls outnumber puts in early trading.", 0},
    {"price target raised at a regional broker", "The analyst keeps a buy rating.", 1},
    {"price target trimmed ahead of the quarter", "The analyst keeps a hold rating.", -1},
    {"names new head of operations", "The change takes effect next month.", 0},
    {"to speak at an investor conference", "The talk will be webcast.", 0},
    {"extends supply agreement", "Terms were not disclosed.", 1},
    {"faces complaint from a consumer group", "The company says the claims are without merit.", -1},
    {"insider files sale under a trading plan", "The plan was adopted in the spring.", 0},
    {"mentioned among most active names of the session", "Turnover is ahead of the monthly mean.", 0},
    {"opens a new site", "The investment was announced a year ago.", 1},
    {"updates its terms of service", "Changes apply from next quarter.", 0},
    {"rated neutral in new coverage", "The note calls the valuation fair.", 0},
}};

constexpr std::array<Line, 4> kGoodNews{{
    {"surges after lifting its outlook", "The company now expects more revenue for the year.", 1},
    {"jumps on report of takeover interest", "People familiar with the matter name two bidders.", 1},
    {"rises as a regulator closes an inquiry", "No further action is planned.", 1},
    {"gains on a large order", "The contract runs for several years.", 1},
}};

constexpr std::array<Line, 4> kBadNews{{
    {"falls after cutting its outlook", "The company cites weaker demand.", -1},
    {"drops as a regulator opens an inquiry", "The company says it is cooperating.", -1},
    {"slides after a key executive resigns", "A successor has not been named.", -1},
    {"sinks on report of a product recall", "The extent is not known yet.", -1},
}};

std::uint64_t key(std::int64_t n) { return static_cast<std::uint64_t>(n); }

/// "Apple Inc. Common Stock" → "Apple Inc.".
std::string shortName(const StockSpec& spec) {
    const std::size_t cut = spec.asset.name.find(" Common Stock");
    return spec.asset.name.substr(0, cut);
}

} // namespace

NewsWire::NewsWire(const std::vector<StockSpec>& specs, const CorporateCalendar& corporate,
                   const SessionCalendar& calendar, std::uint64_t seed, JumpsOf jumpsOf)
    : m_specs(specs), m_corporate(corporate), m_calendar(calendar), m_seed(seed),
      m_jumpsOf(std::move(jumpsOf)) {}

NewsItem NewsWire::article(Timestamp at, std::string headline, std::string summary,
                           const std::vector<Symbol>& about, int mood) const {
    static constexpr std::array<const char*, 5> kAuthors{"M. Okafor", "J. Lindqvist", "P. Moreau",
                                                         "S. Tanaka", "Newsdesk"};
    HashRandom random(m_seed, {kTrimmings, textKey(headline), key(at.nanoseconds())});
    NewsItem item;
    item.createdAt = at;
    // Some articles are edited once.
    item.updatedAt = random.uniform() < 0.25 ? at + Duration::seconds(random.between(30, 900)) : at;
    item.author = kAuthors[static_cast<std::size_t>(random.between(0, 4))];
    item.source = random.uniform() < 0.8 ? "wire" : "filings";
    item.url = "https://news.example.com/" + stableUuid(headline + at.rfc3339());
    if (random.uniform() < 0.6)
        item.content = "<p>" + headline + ".</p>\n<p>" + summary + "</p>";
    item.headline = std::move(headline);
    item.summary = std::move(summary);
    item.symbols = about;
    item.mood = mood;
    return item;
}

void NewsWire::addEveryday(Date date, std::vector<NewsItem>& items) {
    const bool isOpen = m_calendar.session(date).has_value();
    for (std::size_t stock = 0; stock < m_specs.size(); ++stock) {
        const StockSpec& spec = m_specs[stock];
        HashRandom random(m_seed, {kEveryday, stock, key(date.days())});
        const double mean = spec.newsPerDay * (isOpen ? 1.0 : 0.15);
        // A Poisson count.
        double left = std::exp(-mean);
        double chance = random.uniform();
        int count = 0;
        for (double mass = left; chance > mass && count < 30; mass += left)
            left *= mean / ++count;
        for (int i = 0; i < count; ++i) {
            const Timestamp at = m_calendar.newYork(date, static_cast<int>(random.between(360, 1'170))) +
                                 Duration::seconds(random.between(0, 59));
            const Line& line = kEverydayLines[static_cast<std::size_t>(random.between(0, 11))];
            items.push_back(article(at, shortName(spec) + " " + line.headline, line.summary,
                                    {spec.asset.symbol}, line.mood));
        }
    }
}

void NewsWire::addCorporate(Date date, std::vector<NewsItem>& items) {
    for (const CorporateAction& action : m_corporate.declaredIn(date, date)) {
        const Timestamp at = m_calendar.newYork(date, 16 * 60 + 31);
        const std::string name = action.symbol.text();
        if (action.kind == CorporateAction::Kind::Split)
            items.push_back(article(at,
                                    name + " announces " + std::to_string(action.newShares) + "-for-" +
                                        std::to_string(action.oldShares) + " stock split",
                                    "Trading on the new basis begins on " + action.exDate.iso() + ".",
                                    {action.symbol}, 1));
        else
            items.push_back(article(at, name + " declares dividend of $" + action.cash.text() + " a share",
                                    "It is payable on " + action.payDate.iso() + " to holders of record on " +
                                        action.recordDate.iso() + ".",
                                    {action.symbol}, 0));
    }
    for (std::size_t stock = 0; stock < m_specs.size(); ++stock)
        for (const auto& [gapDay, report] : m_corporate.reports(stock)) {
            if (report.date != date)
                continue;
            HashRandom random(m_seed, {kReport, stock, key(date.days())});
            const bool beats = report.surprise > 0;
            const Timestamp at = m_calendar.newYork(date, report.afterClose ? 16 * 60 + 5 : 7 * 60) -
                                 Duration::seconds(random.between(1, 4));
            items.push_back(article(at,
                                    shortName(m_specs[stock]) + " reports quarterly results " +
                                        (beats ? "above" : "below") + " estimates",
                                    "A call with analysts follows.", {m_specs[stock].asset.symbol},
                                    beats ? 1 : -1));
        }
}

void NewsWire::addJumps(Date date, std::vector<NewsItem>& items) {
    const auto lead = [&](std::size_t stock, const PriceJump& jump) {
        HashRandom random(m_seed, {kJumpArticle, stock, key(jump.at.seconds())});
        const Timestamp at = jump.at - Duration::milliseconds(random.between(2'000, 20'000));
        const auto& lines = jump.size > 0 ? kGoodNews : kBadNews;
        return std::pair(at, lines[static_cast<std::size_t>(random.between(0, 3))]);
    };
    for (std::size_t stock = 0; stock < m_specs.size(); ++stock)
        for (const PriceJump& jump : m_jumpsOf(stock, date)) {
            const auto [at, line] = lead(stock, jump);
            items.push_back(article(at, shortName(m_specs[stock]) + " " + line.headline, line.summary,
                                    {m_specs[stock].asset.symbol}, line.mood));
        }
    for (const PriceJump& jump : m_jumpsOf(kWholeMarket, date)) {
        const auto [at, line] = lead(kWholeMarket, jump);
        items.push_back(article(at,
                                jump.size > 0
                                    ? "Stocks rally as price pressure eases more than expected"
                                    : "Stocks slide as price pressure comes in hotter than expected",
                                "Bond yields move with the figures.",
                                {Symbol::of("SPY"), Symbol::of("QQQ"), Symbol::of("IWM")}, line.mood));
    }
}

std::vector<NewsItem> NewsWire::makeDay(Date date) {
    std::vector<NewsItem> items;
    addEveryday(date, items);
    addCorporate(date, items);
    addJumps(date, items);
    std::stable_sort(items.begin(), items.end(),
                     [](const NewsItem& a, const NewsItem& b) { return a.createdAt < b.createdAt; });
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].id = static_cast<std::int64_t>(date.days()) * 10'000 + static_cast<std::int64_t>(i);
    return items;
}

const std::vector<NewsItem>& NewsWire::ofDay(Date date) {
    const auto found = m_days.find(date);
    if (found != m_days.end())
        return found->second;
    if (m_days.size() >= kKeptNewsDays)
        m_days.clear();
    return m_days[date] = makeDay(date);
}

std::vector<NewsItem> NewsWire::between(Timestamp from, Timestamp to) {
    std::vector<NewsItem> found;
    const Date last = m_calendar.dateOf(to);
    const Date first = std::max(m_calendar.dateOf(from), last - kLongestSpan);
    for (Date date = first; date <= last; date = date + 1)
        for (const NewsItem& item : ofDay(date))
            if (from < item.createdAt && item.createdAt <= to)
                found.push_back(item);
    return found;
}

} // namespace strikedesk::sandbox
