// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/doctor_findings.h"
#include "core/io/venues/alpaca/alpaca_broker.h"
#include "core/run/handover/market_clock.h"
#include "core/run/workers/data_access.h"
#include "core/run/workers/data_sources.h"

#include <memory>
#include <set>

namespace strikedesk::ctl {

/// Asks the venues who we are, what time it is and what each key may do, and says what to change. Runs the
/// event loop until all have answered or patience ends.
class VenueDoctor {
public:
    /// `compareClock`: whether the venue's clock must agree with this machine's.
    VenueDoctor(const workers::DataAccess& access, const workers::NetTuning& tuning, bool compareClock,
                Findings& findings);

    void run();

private:
    void onAccount(const Result<trade::BrokerAccount>& account);
    void sayRights(const trade::BrokerAccount& account);
    void onClock(const Result<trade::BrokerClock>& clock);
    void onData();
    void sayVendor(const market::DataReport& report, market::Vendor vendor);
    /// One of the answers waited for is there.
    void part();

    Findings& m_findings;
    bool m_compareClock;
    handover::MarketClock m_clock;
    NullLog m_log;
    alpaca::AlpacaRest m_rest;
    alpaca::AlpacaBroker m_broker;
    std::unique_ptr<workers::DataSources> m_sources;
    bool m_isDataTold = false;
    int m_left = 3;
};

} // namespace strikedesk::ctl
