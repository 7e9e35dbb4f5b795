// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/data_sources.h"

#include <algorithm>
#include <utility>

namespace strikedesk::workers {

namespace {

using market::Capability;
using market::Grant;
using market::Vendor;

/// As many chains are kept; a chain is some thousand rows.
constexpr std::size_t kMostChains = 8;

/// Whether another vendor may know better: not where the question itself was wrong.
bool isWorthAnother(const Error& error) {
    return error.kind != ErrorKind::InvalidInput && error.kind != ErrorKind::NotFound;
}

/// The key or its plan does not include it; other refusals are about the one question.
bool isNotIncluded(const Error& error) {
    return error.kind == ErrorKind::Unauthorised || error.messageId == "alpaca.http.forbidden" ||
           error.messageId == "polygon.http.not_entitled";
}

/// A vendor whose budget makes a quote wait longer is asked after the others.
constexpr Duration kLongestQuoteWait = Duration::seconds(2);

/// One question on its way through the vendors. Keeps the first vendor's error: it is the one a person chose.
template <class Value>
struct Round {
    std::vector<DataSource*> sources;
    std::size_t next = 0;
    std::optional<Error> first;
    std::function<void(DataSource&, std::function<void(Result<Value>)>)> call;
    std::function<void(Vendor, const Error&)> failed;
    std::function<void(Result<Value>)> answered;
    std::weak_ptr<bool> alive;
};

template <class Value>
void askNext(const std::shared_ptr<Round<Value>>& round) {
    if (round->next == round->sources.size())
        return round->answered(*round->first);
    DataSource& source = *round->sources[round->next++];
    round->call(source, [round, vendor = source.vendor()](Result<Value> answer) {
        if (round->alive.expired())
            return;
        if (answer)
            return round->answered(std::move(answer));
        const Error error = answer.error();
        round->failed(vendor, error);
        if (!round->first)
            round->first = error;
        if (isWorthAnother(error))
            askNext(round);
        else
            round->answered(*round->first);
    });
}

} // namespace

DataSources::DataSources(std::vector<std::unique_ptr<DataSource>> sources, const Clock& clock, Log& log)
    : m_sources(std::move(sources)), m_clock(clock), m_log(log), m_alive(std::make_shared<bool>(true)) {
    std::vector<Vendor> order;
    for (const auto& source : m_sources)
        order.push_back(source->vendor());
    m_grants = market::GrantTable(std::move(order));
}

DataSources::~DataSources() = default;

void DataSources::tune(const NetTuning& tuning) {
    for (const auto& source : m_sources)
        source->tune(tuning);
}

void DataSources::abortAll() {
    m_alive = std::make_shared<bool>(true); // what is under way answers nobody
    m_probesOpen = 0;
    for (const auto& source : m_sources)
        source->abortAll();
}

void DataSources::probe() {
    if (m_probesOpen > 0)
        return;
    for (const auto& source : m_sources) {
        ++m_probesOpen;
        source->probe([this, alive = std::weak_ptr(m_alive),
                       vendor = source->vendor()](const market::GrantReport& report) {
            if (alive.expired())
                return;
            --m_probesOpen;
            std::erase_if(m_learnt, [&](const auto& learnt) {
                if (learnt.first == vendor)
                    m_grants.set(vendor, learnt.second, {});
                return learnt.first == vendor;
            });
            m_grants.take(vendor, report);
            m_advice[vendor] = report.advice;
            for (const std::string& sentence : report.advice)
                m_log.info("data", sentence, {{"vendor", toText(vendor)}});
            changed ? changed() : void();
        });
    }
    changed ? changed() : void();
}

market::DataReport DataSources::report() const {
    market::DataReport report;
    report.grants = m_grants;
    report.isAsking = m_probesOpen > 0;
    for (const auto& source : m_sources) {
        report.use.push_back(source->use());
        if (const auto advice = m_advice.find(source->vendor()); advice != m_advice.end())
            report.advice.insert(report.advice.end(), advice->second.begin(), advice->second.end());
    }
    return report;
}

DataSource* DataSources::of(Vendor vendor) {
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&](const auto& source) { return source->vendor() == vendor; });
    return found == m_sources.end() ? nullptr : found->get();
}

DataSource* DataSources::ofFeed(const std::string& feed) {
    return of(feed == market::kPolygonFeed ? Vendor::Polygon : Vendor::Alpaca);
}

std::vector<DataSource*> DataSources::candidates(Capability capability, bool realTime) {
    std::vector<DataSource*> found;
    for (const Vendor vendor : m_grants.candidates(capability, realTime))
        found.push_back(of(vendor));
    // Nobody is known to have it: the broker is asked, whose feed the person chose and whose words say what
    // to change.
    if (found.empty())
        found.push_back(of(Vendor::Alpaca));
    return found;
}

void DataSources::learn(Vendor vendor, Capability capability, const Error& error) {
    m_log.warning("data", "a request for market data failed",
                  {{"vendor", toText(vendor)},
                   {"what", market::nameOf(capability)},
                   {"message", error.message},
                   {"context", error.context}});
    const bool isLate = error.messageId == "polygon.http.late";
    const Grant grant = isLate ? Grant::Delayed : Grant::None;
    if ((!isLate && !isNotIncluded(error)) || m_grants.state(vendor, capability).grant == grant)
        return;
    m_grants.set(vendor, capability, {grant, error.message});
    m_learnt.emplace(vendor, capability);
    changed ? changed() : void();
}

template <class Value>
void DataSources::ask(Capability capability, bool realTime,
                      std::function<void(DataSource&, std::function<void(Result<Value>)>)> call,
                      std::function<void(Result<Value>)> answered) {
    auto round = std::make_shared<Round<Value>>();
    round->sources = candidates(capability, realTime);
    if (realTime)
        std::stable_partition(round->sources.begin(), round->sources.end(), [](const DataSource* source) {
            return source->quoteWait() <= kLongestQuoteWait;
        });
    round->call = std::move(call);
    round->failed = [this, capability](Vendor vendor, const Error& error) {
        learn(vendor, capability, error);
    };
    round->answered = std::move(answered);
    round->alive = m_alive;
    askNext(round);
}

void DataSources::latestQuotes(const std::vector<Symbol>& symbols,
                               std::function<void(Result<std::vector<market::Quote>>)> answered) {
    using Quotes = std::vector<market::Quote>;
    const bool isOfOptions = std::any_of(symbols.begin(), symbols.end(),
                                         [](const Symbol& symbol) { return symbol.looksLikeOption(); });
    ask<Quotes>(
        isOfOptions ? Capability::OptionQuotes : Capability::StockQuotes, true,
        [symbols](DataSource& source, std::function<void(Result<Quotes>)> each) {
            source.latestQuotes(symbols, std::move(each));
        },
        std::move(answered));
}

const DataSources::KeptChain* DataSources::kept(const Symbol& underlying,
                                                const alpaca::ContractFilter& filter, Duration maxAge) const {
    const MonoTime now = m_clock.now().mono;
    const auto found = std::find_if(m_chains.begin(), m_chains.end(), [&](const KeptChain& chain) {
        return chain.underlying == underlying && chain.filter == filter &&
               now - chain.answer.askedAt.mono < maxAge;
    });
    return found == m_chains.end() ? nullptr : &*found;
}

void DataSources::keep(KeptChain chain) {
    std::erase_if(m_chains, [&](const KeptChain& old) {
        return old.underlying == chain.underlying && old.filter == chain.filter;
    });
    if (m_chains.size() == kMostChains)
        m_chains.erase(m_chains.begin());
    m_chains.push_back(std::move(chain));
}

void DataSources::chain(const Symbol& underlying, const alpaca::ContractFilter& filter, Duration maxAge,
                        std::function<void(Result<ChainAnswer>)> answered) {
    using Rows = std::vector<alpaca::Snapshot>;
    if (const KeptChain* chain = kept(underlying, filter, maxAge))
        return answered(chain->answer);
    ask<Rows>(
        Capability::Chain, false,
        [underlying, filter](DataSource& source, std::function<void(Result<Rows>)> each) {
            source.chain(underlying, filter, std::move(each));
        },
        [this, underlying, filter, askedAt = m_clock.now(),
         answered = std::move(answered)](Result<Rows> rows) {
            if (!rows)
                return answered(rows.error());
            KeptChain chain{underlying, filter, {std::move(*rows), askedAt}};
            keep(chain);
            answered(std::move(chain.answer));
        });
}

} // namespace strikedesk::workers
