// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/session/trading.h"
#include "tests/integration/session/venue_control.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace strikedesk::test {

/// A venue in this process, and a session on it that is ready to trade. Ten market seconds a second.
class SessionRig {
public:
    static constexpr double kSpeed = 10.0;

    explicit SessionRig(const std::map<std::string, std::string>& settings = {},
                        sandbox::SandboxConfig config = {}) {
        config.speed = kSpeed;
        config.venue.partialPermille = 0;
        venueServer.emplace(config);
        const auto address = venueServer->start();
        EXPECT_TRUE(address.ok()) << (address ? "" : address.error().message);
        port = address ? address->port : 0;
        venue.emplace(port);
        host.emplace(sandboxSession(port, folder.path() / "demo", kSpeed, settings));
    }
    ~SessionRig() {
        host.reset();
        venueServer->stop();
    }
    SessionRig(const SessionRig&) = delete;
    SessionRig& operator=(const SessionRig&) = delete;

    /// Starts and waits for READY and a contract to trade; false after a test failure.
    bool begin() {
        const Status started = host->start();
        EXPECT_TRUE(started.ok()) << (started ? "" : started.error().message);
        const bool ready = started && host->untilReady();
        EXPECT_TRUE(ready) << "never READY: " << (host->snapshot() ? host->snapshot()->why : "no snapshot");
        const auto picked = ready ? pickCall(*host) : std::nullopt;
        EXPECT_TRUE(picked.has_value());
        contract = picked.value_or(Symbol());
        return picked.has_value();
    }
    /// A ticket that fills at once.
    trade::EntryTicket ticket(std::int64_t contracts = 2) { return ticketFor(*host, contract, contracts); }
    /// A ticket that rests well below the market.
    trade::EntryTicket restingTicket(std::int64_t contracts = 2) {
        trade::EntryTicket resting = ticketFor(*host, contract, contracts, 0);
        const Price half = Price::fromUnits(resting.limitPrice.units() / 2);
        resting.limitPrice = roundDownToTick(half, Price::fromCents(5));
        return resting;
    }
    /// Closes by hand and waits until the trade is over and journaled.
    bool closeByHand(const IntentId& id) {
        host->session().post(engine::CloseRequested{id, trade::ExitReason::Manual});
        return untilTradeClosed(*host, id) && host->until([&] {
            return std::any_of(host->journaled.begin(), host->journaled.end(),
                               [&id](const auto& row) { return row.id == id.text(); });
        });
    }
    /// Nobody holds anything, no id arrived twice, and cash moved by what the journal says.
    void expectFlatBooks() {
        EXPECT_TRUE(venue->get("/v2/positions").empty()) << venue->get("/v2/positions").dump();
        EXPECT_LE(venue->mostArrivalsOfOneId(), 1);
        std::map<std::string, Money> rows;
        for (const store::JournalEntry& row : host->journaled)
            rows[row.id] = row.netPnl;
        Money sum;
        for (const auto& [id, profit] : rows)
            sum += profit;
        const auto cash = Money::tryFromText(venue->get("/v2/account").at("cash").get<std::string>());
        ASSERT_TRUE(cash.ok());
        EXPECT_EQ(*cash - Money::dollars(100'000), sum);
    }

    TemporaryDirectory folder;
    std::uint16_t port = 0;
    std::optional<sandbox::SandboxServer> venueServer;
    std::optional<VenueControl> venue;
    std::optional<SessionHost> host;
    Symbol contract;
};

} // namespace strikedesk::test
