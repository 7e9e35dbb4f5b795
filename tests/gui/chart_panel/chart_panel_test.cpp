// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/chart/chart_panel.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

#include <random>

namespace strikedesk::ui {

namespace {

using market::SeriesSession;
using market::Timeframe;

constexpr const char* kCall = "SOFI261127C00029000";

class ChartPanelTest : public ::testing::Test {
protected:
    ChartPanelTest() {
        rig.desk.setNow(SnapshotBuilder::at());
        rig.desk.show(SnapshotBuilder().openTrade("t1", kCall, 4, 200, 206, 210, 160).build());
        panel->setLinkGroup(LinkGroup::A);
        panel->resize(900, 500);
        panel->show();
    }
    market::SeriesKey key(const char* symbol, Timeframe timeframe = Timeframe::Minute5,
                          SeriesSession session = SeriesSession::Regular) const {
        return rig.series.keyOf(Symbol::of(symbol), timeframe, session);
    }
    void answer(const market::SeriesKey& asked) {
        rig.series.set(ScriptedSeries::walk(asked, 60, Price::fromCents(2948)));
    }
    void look(const char* symbol) { rig.links.selectUnderlying(LinkGroup::A, Symbol::of(symbol)); }
    QAbstractButton* button(const char* name) const {
        return panel->findChild<QAbstractButton*>(QString::fromLatin1(name));
    }
    void run(const char* id) {
        for (const PanelAction& action : panel->actions())
            if (action.id == QLatin1String(id))
                return action.run();
        FAIL() << "no action " << id;
    }

    PanelRig rig;
    std::unique_ptr<ChartPanel> panel =
        std::make_unique<ChartPanel>(ChartPanel::Subject::Underlying, rig.context(), nullptr);
};

} // namespace

TEST_F(ChartPanelTest, SaysWhatToDoBeforeASymbolIsChosen) {
    EXPECT_EQ(panel->title(), QStringLiteral("Chart"));
    EXPECT_TRUE(panel->chart().overlay().emptyText.contains(QStringLiteral("No symbol is chosen")));
    EXPECT_TRUE(rig.series.opened.empty());
}

TEST_F(ChartPanelTest, NamesWhatIsLoadingAndShowsItOnceItIsThere) {
    look("SOFI");
    EXPECT_EQ(panel->title(), QStringLiteral("SOFI · 5m"));
    EXPECT_EQ(panel->shownSeries(), nullptr);
    EXPECT_EQ(panel->chart().overlay().emptyText, QStringLiteral("Loading SOFI, 5m…"));
    EXPECT_EQ(panel->headerNote(), QStringLiteral("loading"));
    answer(key("SOFI"));
    ASSERT_NE(panel->shownSeries(), nullptr);
    EXPECT_EQ(panel->shownSeries()->key(), key("SOFI"));
    EXPECT_EQ(panel->headerNote(), panel->chart().healthText());
    EXPECT_TRUE(panel->headerNote().startsWith(QStringLiteral("LIVE")));
}

TEST_F(ChartPanelTest, ASymbolBeyondTheDataPlanIsNotCalledLive) {
    look("SOFI");
    answer(key("SOFI"));
    rig.desk.change([](engine::EngineSnapshot& snapshot) {
        snapshot.notStreamed = std::make_shared<const std::set<Symbol>>(std::set{Symbol::of("SOFI")});
    });
    EXPECT_TRUE(panel->headerNote().startsWith(QStringLiteral("not live")))
        << panel->headerNote().toStdString();
    rig.desk.change([](engine::EngineSnapshot& snapshot) { snapshot.notStreamed.reset(); });
    EXPECT_TRUE(panel->headerNote().startsWith(QStringLiteral("LIVE")));
}

TEST_F(ChartPanelTest, ACachedSeriesIsThereWithinTheSameCall) {
    answer(key("SPY"));
    look("SPY");
    ASSERT_NE(panel->shownSeries(), nullptr);
    EXPECT_EQ(panel->shownSeries()->key(), key("SPY"));
}

TEST_F(ChartPanelTest, AHundredClicksWithLateAnswersOutOfOrderNeverShowAnotherSymbol) {
    const std::array<const char*, 10> symbols = {"SPY",  "QQQ",  "IWM", "SOFI", "NVDA",
                                                 "AAPL", "TSLA", "AMD", "PLTR", "MSFT"};
    std::mt19937 random(20261120);
    std::vector<market::SeriesKey> waiting;
    for (int click = 0; click < 100; ++click) {
        const char* symbol = symbols[random() % symbols.size()];
        const Timeframe timeframe = kChartTimeframes[random() % kChartTimeframes.size()];
        look(symbol);
        const QString name = QStringLiteral("chart.timeframe.%1").arg(timeframeText(timeframe));
        panel->findChild<QAbstractButton*>(name)->click();
        waiting.push_back(key(symbol, timeframe));
        // Some answer now, most later, none in the order of asking.
        for (int answers = static_cast<int>(random() % 3); answers > 0 && !waiting.empty(); --answers) {
            const auto which = waiting.begin() + static_cast<std::ptrdiff_t>(random() % waiting.size());
            answer(*which);
            waiting.erase(which);
            if (const auto shown = panel->shownSeries()) {
                ASSERT_EQ(shown->key(), key(symbol, timeframe)) << click;
            }
        }
        const auto shown = panel->shownSeries();
        ASSERT_TRUE(shown == nullptr || shown->key() == key(symbol, timeframe)) << click;
        ASSERT_EQ(panel->chart().view().series(), shown) << click;
        ASSERT_EQ(panel->title(),
                  QStringLiteral("%1 · %2").arg(QString::fromLatin1(symbol), timeframeText(timeframe)));
        ASSERT_EQ(rig.series.opened.size(), 1U) << "one series is open, not a hundred";
    }
}

TEST_F(ChartPanelTest, AReaderThatAnswersWithAnotherSeriesIsNotBelieved) {
    /// Hands out one series whatever is asked for.
    class Confused final : public SeriesReader {
    public:
        market::SeriesKey keyOf(const Symbol& symbol, Timeframe timeframe,
                                SeriesSession session) const override {
            return {symbol, timeframe, session, "iex", market::Adjustment::Raw};
        }
        Subscription open(const market::SeriesKey&, market::Attention) override { return {}; }
        std::shared_ptr<const market::SeriesSnapshot> series(const market::SeriesKey&) const override {
            return only;
        }
        Subscription subscribe(std::function<void()>) override { return {}; }
        std::shared_ptr<const market::SeriesSnapshot> only;
    };
    Confused confused;
    confused.only = ScriptedSeries::walk(key("SPY"), 20, Price::fromCents(41'000));
    PanelContext context{rig.desk,        rig.desk,    confused,     rig.watchlists,
                         rig.instruments, rig.journal, rig.settings, [] { return nullptr; },
                         rig.links,       rig.tickets, rig.arming};
    ChartPanel other(ChartPanel::Subject::Underlying, context, nullptr);
    other.setLinkGroup(LinkGroup::A);
    other.show();
    look("SOFI");
    EXPECT_EQ(other.shownSeries(), nullptr);
    look("SPY");
    EXPECT_NE(other.shownSeries(), nullptr);
}

TEST_F(ChartPanelTest, WalksTimeframesAndStopsAtTheEnds) {
    look("SOFI");
    for (int i = 0; i < 20; ++i)
        run("chart.longer");
    EXPECT_EQ(panel->choice().timeframe, Timeframe::Week1);
    EXPECT_FALSE(button("chart.session")->isEnabled()) << "a week has no hours";
    for (int i = 0; i < 20; ++i)
        run("chart.shorter");
    EXPECT_EQ(panel->choice().timeframe, Timeframe::Minute1);
    run("chart.timeframe.15m");
    EXPECT_EQ(panel->title(), QStringLiteral("SOFI · 15m"));
    EXPECT_TRUE(button("chart.timeframe.15m")->isChecked());
    EXPECT_FALSE(button("chart.timeframe.1m")->isChecked());
}

TEST_F(ChartPanelTest, TheSessionSwitchOpensTheOtherSeries) {
    look("SOFI");
    button("chart.session")->click();
    EXPECT_EQ(rig.series.asked.back(), key("SOFI", Timeframe::Minute5, SeriesSession::Extended));
    EXPECT_EQ(button("chart.session")->text(), QStringLiteral("ETH"));
}

TEST_F(ChartPanelTest, KeepsItsStateAndTakesNoNonsense) {
    button("chart.timeframe.1h")->click();
    button("chart.session")->click();
    button("chart.kind")->click();
    const QJsonObject state = panel->saveState();
    ChartPanel other(ChartPanel::Subject::Underlying, rig.context(), nullptr);
    other.restoreState(state);
    EXPECT_EQ(other.choice(), panel->choice());
    for (const char* bad : {"", "2m", "7m", "1", "5M", "forever"}) {
        other.restoreState({{QStringLiteral("timeframe"), QString::fromLatin1(bad)},
                            {QStringLiteral("session"), 7},
                            {QStringLiteral("kind"), QStringLiteral("pie")}});
        EXPECT_EQ(other.choice().timeframe, Timeframe::Hour1) << bad;
        EXPECT_EQ(other.choice().kind, panel->choice().kind) << bad;
    }
}

TEST_F(ChartPanelTest, TheContractChartFollowsTheContractWithItsLines) {
    ChartPanel contract(ChartPanel::Subject::Contract, rig.context(), nullptr);
    contract.setLinkGroup(LinkGroup::A);
    contract.show();
    look("SOFI");
    EXPECT_EQ(contract.title(), QStringLiteral("Contract chart"));
    rig.links.selectContract(LinkGroup::A, Symbol::of("SOFI"), Symbol::of(kCall));
    EXPECT_EQ(contract.title(), QStringLiteral("SOFI 27 Nov 29 C · 5m"));
    EXPECT_TRUE(contract.chart().overlay().orders.empty()) << "no line without bars to read it against";
    rig.series.set(ScriptedSeries::walk(key(kCall), 60, Price::fromCents(205)));
    EXPECT_EQ(contract.chart().overlay().orders.size(), 2U);
    EXPECT_TRUE(contract.chart().overlay().position);
    look("SPY");
    EXPECT_EQ(contract.shownSeries(), nullptr) << "a new underlying forgets the contract";
}

TEST_F(ChartPanelTest, SaysWhyASeriesStaysEmpty) {
    look("SOFI");
    market::SeriesHealth health;
    health.mode = market::SeriesMode::Degraded;
    health.why = "The data provider does not know this symbol.";
    rig.series.set(market::SeriesSnapshot::of(key("SOFI"), {}, health));
    EXPECT_EQ(panel->chart().overlay().emptyText,
              QStringLiteral("SOFI: The data provider does not know this symbol."));
}

TEST_F(ChartPanelTest, HandsAPictureOverWithAnHonestName) {
    QString name;
    QImage image;
    std::function<void(Status)> answer;
    panel->screenshotTaken = [&](const QImage& picture, const QString& fileName,
                                 std::function<void(Status)> answered) {
        image = picture;
        name = fileName;
        answer = std::move(answered);
    };
    run("chart.picture");
    EXPECT_TRUE(name.isEmpty()) << "nothing to take a picture of";
    look("SOFI");
    this->answer(key("SOFI"));
    run("chart.picture");
    EXPECT_EQ(name, QStringLiteral("2026-11-20_104207_SOFI_5m.png"));
    EXPECT_FALSE(image.isNull());
    answer(Error{ErrorKind::Storage, "picture.folder", "The pictures folder is full. Free some space."});
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("chart.said"))
                    ->text()
                    .contains(QStringLiteral("Free some space")));
    answer(done());
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("chart.said"))->text().contains(name));
}

} // namespace strikedesk::ui
