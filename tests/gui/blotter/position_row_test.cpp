// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"
#include "ui/panels/blotter/position_row.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

constexpr const char* kCall = "SOFI261127C00029000";

engine::EngineSnapshot oneTrade(std::int64_t mark = 206, std::int64_t target = 210, std::int64_t stop = 160) {
    return SnapshotBuilder()
        .openTrade("t1", kCall, 4, 200, mark, target, stop)
        .quote(kCall, mark - 1, mark + 1)
        .build();
}

/// The snapshot with its only trade changed.
template <class Edit>
engine::EngineSnapshot edited(engine::EngineSnapshot snapshot, Edit edit) {
    auto view = std::make_shared<engine::OrderView>(*snapshot.orders);
    edit(*view);
    snapshot.orders = view;
    return snapshot;
}

DisplayAge ageAt(Timestamp now) { return DisplayAge::ofHeld(Settings(), now); }

PositionRow only(const engine::EngineSnapshot& snapshot) {
    const auto rows = positionRowsOf(snapshot, ageAt(SnapshotBuilder::at()));
    EXPECT_EQ(rows.size(), 1U);
    return rows.empty() ? PositionRow() : rows.front();
}

} // namespace

TEST(PositionRows, ShowsWhatATradeIsWorthAndWhatWorksForIt) {
    const PositionRow row = only(oneTrade());
    EXPECT_EQ(row.quantity, Quantity::whole(4));
    EXPECT_EQ(row.entry, Price::fromCents(200));
    EXPECT_EQ(row.mark, Price::fromCents(206));
    EXPECT_EQ(row.profit, Money::dollars(24));
    EXPECT_NEAR(*row.percent, 3.0, 1e-9);
    EXPECT_FALSE(row.isStale);
    EXPECT_TRUE(row.canClose);
    EXPECT_TRUE(row.canMove);
    EXPECT_EQ(row.detail,
              QStringLiteral("take-profit sell 4 @ 2.10 working at the venue · stop watched at 1.60"));
    EXPECT_NEAR(*row.placeOf(Price::fromCents(206)), 0.92, 1e-9);
}

TEST(PositionRows, MirrorsForAShort) {
    const auto snapshot = edited(oneTrade(206, 180, 260), [](engine::OrderView& view) {
        view.trades[0].state.entryIntent = trade::PositionIntent::SellToOpen;
        view.trades[0].unrealised = Money::dollars(-24);
    });
    const PositionRow row = only(snapshot);
    EXPECT_EQ(row.quantity, Quantity::whole(-4));
    EXPECT_NEAR(*row.percent, -3.0, 1e-9);
    EXPECT_NEAR(*row.placeOf(Price::fromCents(180)), 1.0, 1e-9);
    EXPECT_NEAR(*row.placeOf(Price::fromCents(260)), 0.0, 1e-9);
}

TEST(PositionRows, SaysWhenTheMarkIsStale) {
    const auto old = SnapshotBuilder()
                         .openTrade("t1", kCall, 4, 200, 206)
                         .quote(kCall, 205, 207, 10, 10, Duration::seconds(12))
                         .build();
    const PositionRow row = only(old);
    EXPECT_TRUE(row.isStale);
    EXPECT_EQ(row.markAge, Duration::seconds(12));
    EXPECT_TRUE(only(SnapshotBuilder().openTrade("t1", kCall, 4, 200, 206).build()).isStale);
}

TEST(PositionRows, ShowsNoProfitWithoutAMark) {
    const auto snapshot = edited(
        oneTrade(), [](engine::OrderView& view) { view.trades[0].mark.source = trade::MarkSource::None; });
    const PositionRow row = only(snapshot);
    EXPECT_FALSE(row.profit);
    EXPECT_FALSE(row.percent);
    EXPECT_FALSE(row.mark);
}

TEST(PositionRows, SaysThatNothingProtectsATradeWithoutExits) {
    const PositionRow row = only(oneTrade(206, 0, 0));
    EXPECT_EQ(row.detail, QStringLiteral("no take-profit and no stop"));
    EXPECT_FALSE(row.placeOf(Price::fromCents(206)));
}

TEST(PositionRows, WarnsOfWhatWaitsForAPerson) {
    struct Case {
        const char* what;
        void (*edit)(trade::TradeState&);
        const char* words;
    };
    const Case cases[] = {
        {"refused target", [](trade::TradeState& s) { s.takeProfitRefused = true; },
         "refused the take-profit"},
        {"suspended", [](trade::TradeState& s) { s.exitSuspended = true; }, "kill switch stopped the exit"},
        {"collar", [](trade::TradeState& s) { s.collarReached = true; }, "price limit"},
        {"stop touched", [](trade::TradeState& s) { s.stopConfirmAt = MonoTime(); },
         "waiting for a second quote"},
    };
    for (const Case& c : cases) {
        const auto snapshot =
            edited(oneTrade(), [&](engine::OrderView& view) { c.edit(view.trades[0].state); });
        const PositionRow row = only(snapshot);
        EXPECT_TRUE(row.detail.contains(QString::fromLatin1(c.words))) << c.what << row.detail.toStdString();
        EXPECT_EQ(row.detailTone, WordTone::Warn) << c.what;
    }
}

TEST(PositionRows, OffersNeitherCloseNorMoveWhileItIsBeingClosed) {
    const auto closing = [](bool stuck) {
        return edited(oneTrade(), [stuck](engine::OrderView& view) {
            view.trades[0].state.phase = trade::TradePhase::Exiting;
            view.trades[0].state.collarReached = stuck;
        });
    };
    EXPECT_FALSE(only(closing(false)).canClose);
    EXPECT_FALSE(only(closing(false)).canMove);
    EXPECT_TRUE(only(closing(true)).canClose) << "a stuck exit begins anew from the price of now";
}

TEST(PositionRows, LeavesOutWhatIsNotHeld) {
    EXPECT_TRUE(positionRowsOf(SnapshotBuilder().workingEntry("t2", kCall, 2, 190).build(),
                               ageAt(SnapshotBuilder::at()))
                    .empty());
    EXPECT_TRUE(positionRowsOf(engine::EngineSnapshot(), ageAt({})).empty());
}

TEST(PositionRows, ListsWhatTheBrokerHoldsBesides) {
    trade::BrokerPosition held;
    held.symbol = Symbol::of("AAPL");
    held.quantity = Quantity::whole(-10);
    held.averageEntryPrice = Price::fromCents(15'000);
    held.unrealised = Money::dollars(-12);
    held.costBasis = Money::dollars(-1500);
    const auto snapshot = SnapshotBuilder().openTrade("t1", kCall, 4, 200, 206).external(held).build();
    const auto rows = positionRowsOf(snapshot, ageAt(SnapshotBuilder::at()));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].kind, PositionRow::Kind::External);
    EXPECT_FALSE(rows[1].canClose);
    EXPECT_TRUE(rows[1].detail.contains(QStringLiteral("EXTERNAL")));
    EXPECT_NEAR(*rows[1].percent, -0.8, 1e-9);
    const PositionTotals totals = positionTotalsOf(rows, snapshot);
    EXPECT_EQ(totals.profit, Money::dollars(12));
    EXPECT_EQ(totals.trades, 1);
    EXPECT_EQ(totals.externals, 1);
    EXPECT_FALSE(totals.isPartial);
}

} // namespace strikedesk::ui
