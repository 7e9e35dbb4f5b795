// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/run/workers/data_source.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace strikedesk::workers {

/// The vendors of market data as one: a request goes to the first that may have it, and to the next when that
/// one fails; what a key turns out not to include is not asked for again. Chains are kept for a while, so
/// that two readers cost one request. History is asked of the vendor its feed belongs to and of no other. One
/// thread.
class DataSources {
public:
    /// `sources` in the order they are asked, each vendor once, Alpaca among them.
    DataSources(std::vector<std::unique_ptr<DataSource>> sources, const Clock& clock, Log& log);
    ~DataSources();
    DataSources(const DataSources&) = delete;
    DataSources& operator=(const DataSources&) = delete;

    /// Something in the report changed.
    std::function<void()> changed;

    void tune(const NetTuning& tuning);
    /// Asks every vendor what its key may have; questions under way are not asked twice. What requests were
    /// refused is no longer believed afterwards: plans change.
    void probe();
    market::DataReport report() const;
    void abortAll();

    /// For orders: only vendors whose quotes are not late.
    void latestQuotes(const std::vector<Symbol>& symbols,
                      std::function<void(Result<std::vector<market::Quote>>)> answered);
    /// A chain asked for less than `maxAge` ago serves again, with the time it was asked for.
    void chain(const Symbol& underlying, const alpaca::ContractFilter& filter, Duration maxAge,
               std::function<void(Result<ChainAnswer>)> answered);
    /// Whose history a feed is; null when no source has it.
    DataSource* ofFeed(const std::string& feed);
    DataSource* of(market::Vendor vendor);

private:
    struct KeptChain {
        Symbol underlying;
        alpaca::ContractFilter filter;
        ChainAnswer answer;
    };

    /// Whom to ask, in order.
    std::vector<DataSource*> candidates(market::Capability capability, bool realTime);
    template <class Value>
    void ask(market::Capability capability, bool realTime,
             std::function<void(DataSource&, std::function<void(Result<Value>)>)> call,
             std::function<void(Result<Value>)> answered);
    const KeptChain* kept(const Symbol& underlying, const alpaca::ContractFilter& filter,
                          Duration maxAge) const;
    void keep(KeptChain chain);
    void learn(market::Vendor vendor, market::Capability capability, const Error& error);

    std::vector<std::unique_ptr<DataSource>> m_sources;
    const Clock& m_clock;
    Log& m_log;
    market::GrantTable m_grants;
    std::map<market::Vendor, std::vector<std::string>> m_advice;
    /// Learnt from the answers to requests, not from a probe, which may not ask for it.
    std::set<std::pair<market::Vendor, market::Capability>> m_learnt;
    int m_probesOpen = 0;
    std::vector<KeptChain> m_chains; ///< the newest of each question
    std::shared_ptr<bool> m_alive;   ///< answers to what was asked under an earlier one reach nobody
};

} // namespace strikedesk::workers
