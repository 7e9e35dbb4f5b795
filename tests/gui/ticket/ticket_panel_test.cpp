// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/ticket/ticket_panel_fixture.h"
#include "ui/theme/theme.h"

namespace strikedesk::ui {
namespace {

TEST_F(TicketPanelTest, SaysWhatToDoWithoutAContract) {
    EXPECT_EQ(panel->headerNote(), QStringLiteral("DEMO account 0418"));
    EXPECT_FALSE(button("ticket.submit")->isEnabled());
    enter();
    EXPECT_TRUE(rig.desk.posted.empty());
    EXPECT_FALSE(panel->grab().isNull());
}

TEST_F(TicketPanelTest, FollowsItsGroupAndTakesTheMidWhenAQuoteComes) {
    rig.links.selectContract(LinkGroup::A, Symbol::of("AMD"), Symbol::of(kCall));
    EXPECT_TRUE(field("ticket.limit")->text().isEmpty());
    EXPECT_EQ(rig.desk.watched.count(Symbol::of(kCall)), 1U);
    EXPECT_EQ(rig.desk.watched.count(Symbol::of("AMD")), 1U);
    rig.desk.show(market().build());
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("2.00"));
    rig.desk.show(SnapshotBuilder().quote(kCall, 205, 209).build());
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("2.00")) << "a limit once shown is not moved";
    rig.links.selectUnderlying(LinkGroup::A, Symbol::of("SPY"));
    EXPECT_EQ(said("ticket.contract"), QStringLiteral("No contract chosen"));
}

TEST_F(TicketPanelTest, TheButtonsSetTheLimitOnTheGrid) {
    rig.desk.show(SnapshotBuilder().quote(kCall, 305, 310).build());
    load(310);
    button("ticket.limit.bid")->click();
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("3.05"));
    button("ticket.limit.mid")->click();
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("3.05")) << "3.075 is no price";
    button("ticket.limit.ask")->click();
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("3.10"));
    QTest::keyClick(field("ticket.limit"), Qt::Key_Down);
    QTest::keyClick(field("ticket.limit"), Qt::Key_Down);
    QTest::keyClick(field("ticket.limit"), Qt::Key_Down);
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("2.99"));
}

TEST_F(TicketPanelTest, PresetsAndEquityShareSetTheQuantity) {
    rig.desk.show(market().build());
    load(200);
    button("ticket.quantity.10")->click();
    EXPECT_EQ(field("ticket.quantity")->text(), QStringLiteral("10"));
    button("ticket.quantity.share")->click();
    EXPECT_EQ(field("ticket.quantity")->text(), QStringLiteral("12")) << "5 % of 50,412.30 at 200.00 each";
    QTest::keyClick(field("ticket.quantity"), Qt::Key_Up);
    EXPECT_EQ(field("ticket.quantity")->text(), QStringLiteral("13"));
}

TEST_F(TicketPanelTest, TheSameExitSaidAnotherWay) {
    rig.desk.show(market().build());
    load(200);
    type("ticket.target", QStringLiteral("5"));
    EXPECT_EQ(said("ticket.target.price"), QStringLiteral("= 2.10"));
    button("ticket.target.amount")->click();
    EXPECT_EQ(field("ticket.target")->text(), QStringLiteral("0.10"));
    button("ticket.target.at")->click();
    EXPECT_EQ(field("ticket.target")->text(), QStringLiteral("2.10"));
    type("ticket.stop", QStringLiteral("20"));
    button("ticket.stop.at")->click();
    EXPECT_EQ(field("ticket.stop")->text(), QStringLiteral("1.60"));
}

TEST_F(TicketPanelTest, HostileTextIsMarkedAndNeverChangedInSilence) {
    rig.desk.show(market().build());
    load(200);
    for (const char* wrong :
         {"2,05", "-1", "0", "abc", "1e9", "99999999999999", "2.005", "${jndi}", "'; --"}) {
        type("ticket.limit", QString::fromLatin1(wrong));
        EXPECT_EQ(field("ticket.limit")->text(), QString::fromLatin1(wrong));
        EXPECT_TRUE(field("ticket.limit")->property("problem").toBool()) << wrong;
        EXPECT_FALSE(said("ticket.problem").isEmpty()) << wrong;
        enter(Qt::ShiftModifier);
        EXPECT_TRUE(submitted().empty()) << wrong;
    }
    (void)QTest::qWaitFor([&] { return !rig.desk.drafts.empty() && !rig.desk.drafts.back(); }, 500);
    EXPECT_FALSE(rig.desk.drafts.back()) << "nothing is judged while a field is wrong";
}

TEST_F(TicketPanelTest, EditsOfOneFrameAreOneDraft) {
    rig.desk.show(market().build());
    load(200);
    (void)draft();
    const std::size_t before = rig.desk.drafts.size();
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(field("ticket.quantity"), Qt::Key_Up);
    (void)draft();
    EXPECT_EQ(rig.desk.drafts.size(), before + 1);
    EXPECT_EQ(rig.desk.drafts.back()->quantity, Quantity::whole(12));
}

TEST_F(TicketPanelTest, FiguresOfAnotherDraftAreNotShownAsThisOnes) {
    rig.desk.show(market().build());
    load(200);
    const auto posted = draft();
    ASSERT_TRUE(posted);
    rig.desk.show(market().check(judged(*posted)).build());
    EXPECT_FALSE(button("ticket.submit")->text().contains(QStringLiteral("at")));
    type("ticket.quantity", QStringLiteral("9"));
    EXPECT_TRUE(button("ticket.submit")->text().startsWith(QStringLiteral("Buy 9 at 2.00")));
    rig.desk.show(market().check(judged(*posted)).build());
    EXPECT_TRUE(checks()->isOutdated());
    EXPECT_TRUE(button("ticket.submit")->text().startsWith(QStringLiteral("Buy 9 at 2.00")));
}

TEST_F(TicketPanelTest, WorksByKeyboardAlone) {
    rig.desk.show(market().build());
    rig.links.selectContract(LinkGroup::A, Symbol::of("AMD"), Symbol::of(kCall));
    for (const PanelAction& action : panel->actions())
        if (action.id == QStringLiteral("ticket.focus"))
            action.run();
    QWidget* first = field("ticket.quantity");
    QTest::keyClicks(first, QStringLiteral("3"));
    EXPECT_EQ(field("ticket.quantity")->text(), QStringLiteral("3"));
    std::set<QString> seen;
    QWidget* next = first->nextInFocusChain();
    for (int i = 0; i < 200 && next != first; ++i, next = next->nextInFocusChain())
        if (next->focusPolicy() & Qt::TabFocus)
            seen.insert(next->objectName());
    for (const char* name : {"ticket.limit", "ticket.target", "ticket.stop", "ticket.submit", "ticket.buy",
                             "ticket.day", "ticket.limit.bid", "ticket.target.percent"})
        EXPECT_TRUE(seen.contains(QString::fromLatin1(name))) << name;
    QTest::keyClick(first, Qt::Key_Return);
    QTest::keyClick(first, Qt::Key_Enter);
    ASSERT_EQ(submitted().size(), 1U);
    EXPECT_EQ(submitted()[0].ticket.quantity, Quantity::whole(3));
}

TEST_F(TicketPanelTest, EveryControlHasANameForThoseWhoCannotSeeIt) {
    for (const QWidget* each : panel->findChildren<QWidget*>()) {
        const bool isControl = dynamic_cast<const QLineEdit*>(each) != nullptr ||
                               dynamic_cast<const QPushButton*>(each) != nullptr;
        if (isControl) {
            EXPECT_TRUE(each->objectName().startsWith(QStringLiteral("ticket.")));
            EXPECT_FALSE(each->accessibleName().isEmpty()) << each->objectName().toStdString();
        }
    }
}

TEST_F(TicketPanelTest, RestoresHabitsAndIgnoresNonsense) {
    panel->restoreState({{QStringLiteral("targetMeaning"), 77}, {QStringLiteral("stopMeaning"), -3}});
    panel->restoreState({{QStringLiteral("targetMeaning"), 0}, {QStringLiteral("stopMeaning"), 0}});
    EXPECT_EQ(panel->saveState().value(QLatin1String("stopMeaning")).toInt(-1), 0);
    EXPECT_TRUE(button("ticket.target.percent")->isChecked()) << "no limit yet: what stands there is percent";
    rig.desk.show(market().build());
    load(200);
    EXPECT_TRUE(button("ticket.target.at")->isChecked());
    EXPECT_EQ(field("ticket.target")->text(), QStringLiteral("3.00")) << "50 % above 2.00";
    EXPECT_EQ(field("ticket.stop")->text(), QStringLiteral("1.00"));
}

TEST_F(TicketPanelTest, ExitPricesOfOneContractAreNotSentWithAnother) {
    rig.desk.show(market().build());
    load(200);
    button("ticket.target.at")->click();
    button("ticket.stop.at")->click();
    type("ticket.target", QStringLiteral("2.40"));
    type("ticket.stop", QStringLiteral("1.00"));
    TicketRequest other;
    other.contract = Symbol::of("AMD261127C00090000");
    other.limit = Price::fromCents(1'000);
    rig.tickets.load(other);
    EXPECT_EQ(field("ticket.target")->text(), QStringLiteral("15.00")) << "the default, of this contract";
    EXPECT_EQ(field("ticket.stop")->text(), QStringLiteral("5.00"));
    EXPECT_TRUE(button("ticket.target.at")->isChecked()) << "the habit stays";
}

TEST_F(TicketPanelTest, ATypedSignIsNeverDropped) {
    rig.desk.show(market().build());
    load(200);
    type("ticket.target", QStringLiteral("-5"));
    EXPECT_FALSE(said("ticket.problem").isEmpty());
    type("ticket.target", QStringLiteral("5"));
    EXPECT_TRUE(said("ticket.problem").isEmpty());
    type("ticket.stop", QStringLiteral("+20"));
    EXPECT_FALSE(said("ticket.problem").isEmpty());
    type("ticket.stop", QStringLiteral("-20"));
    EXPECT_TRUE(said("ticket.problem").isEmpty());
}

TEST_F(TicketPanelTest, PaintsInBothThemesAtTheDesignsSize) {
    const QString folder = qEnvironmentVariable("STRIKEDESK_PICTURE_DIR");
    const auto save = [&](const char* name) {
        const QPixmap picture = panel->grab();
        EXPECT_FALSE(picture.isNull());
        if (!folder.isEmpty())
            picture.save(folder + QLatin1Char('/') + QString::fromLatin1(name));
    };
    Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
    save("ticket-empty.png");
    rig.chain->set(ScriptedChain::Board::around("AMD", 10'148, 100, 20));
    rig.desk.show(market().build());
    load(200);
    type("ticket.target", QStringLiteral("5"));
    type("ticket.stop", QStringLiteral("20"));
    const auto posted = draft();
    ASSERT_TRUE(posted);
    rig.desk.show(market().check(judged(*posted)).build());
    save("ticket-dark.png");
    enter();
    save("ticket-confirm.png");
    QTest::keyClick(field("ticket.limit"), Qt::Key_Escape);
    Theme::current().apply(ThemeKind::Light, SignColours::GreenRed);
    save("ticket-light.png");
    type("ticket.limit", QStringLiteral("3.03"));
    DeskFacts facts;
    facts.mode = DeskMode::Live;
    facts.accountTail = "0418";
    rig.desk.setFacts(facts);
    save("ticket-problem.png");
    Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
}

TEST_F(TicketPanelTest, AChangedDefaultReachesAFieldNobodyTouched) {
    ASSERT_EQ(field("ticket.target")->text(), QStringLiteral("50"));
    rig.settings.change("exits.take_profit_percent", "20", [](const Status&) {});
    EXPECT_EQ(field("ticket.target")->text(), QStringLiteral("20"));
    type("ticket.target", QStringLiteral("7"));
    rig.settings.change("exits.take_profit_percent", "30", [](const Status&) {});
    EXPECT_EQ(field("ticket.target")->text(), QStringLiteral("7")) << "typed by a person";
}

} // namespace
} // namespace strikedesk::ui
