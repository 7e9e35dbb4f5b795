// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/support/panel_rig.h"
#include "ui/panels/ticket/check_list.h"
#include "ui/panels/ticket/ticket_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace strikedesk::ui {

/// A ticket on a scripted desk, in demo mode, with one contract quoted.
class TicketPanelTest : public ::testing::Test {
protected:
    static constexpr const char* kCall = "AMD261127C00100000";

    void SetUp() override {
        DeskFacts facts;
        facts.accountTail = "0418";
        rig.desk.setFacts(facts);
        rig.desk.setNow(SnapshotBuilder::at());
        panel.reset(makeTicketPanel(rig.context(), nullptr));
        panel->resize(345, 534);
        panel->setLinkGroup(LinkGroup::A);
        panel->show();
    }
    SnapshotBuilder market() const {
        return std::move(
            SnapshotBuilder().quote("AMD", 10'147, 10'149).quote(kCall, 198, 202).last(kCall, 200));
    }
    void load(std::optional<std::int64_t> limitCents, std::int64_t quantity = 4, bool isSubmit = false,
              trade::PositionIntent intent = trade::PositionIntent::BuyToOpen) {
        TicketRequest request;
        request.contract = Symbol::of(kCall);
        request.intent = intent;
        if (limitCents)
            request.limit = Price::fromCents(*limitCents);
        request.quantity = quantity;
        request.submit = isSubmit;
        rig.tickets.load(request);
    }
    QLineEdit* field(const char* name) const {
        return panel->findChild<QLineEdit*>(QString::fromLatin1(name));
    }
    QPushButton* button(const char* name) const {
        return panel->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    QString said(const char* name) const {
        return panel->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    CheckList* checks() const {
        return dynamic_cast<CheckList*>(panel->findChild<QWidget*>(QStringLiteral("ticket.checks")));
    }
    void type(const char* name, const QString& text) {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClick(field(name), Qt::Key_Delete);
        QTest::keyClicks(field(name), text);
    }
    void enter(Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(field("ticket.limit"), Qt::Key_Return, modifiers);
    }
    std::vector<engine::TicketSubmitted> submitted() const {
        return rig.desk.postedOf<engine::TicketSubmitted>();
    }
    /// The newest draft once it has been posted.
    std::optional<trade::EntryTicket> draft() {
        const std::size_t before = rig.desk.drafts.size();
        (void)QTest::qWaitFor([&] { return rig.desk.drafts.size() > before; }, 500);
        return rig.desk.drafts.empty() ? std::nullopt : rig.desk.drafts.back();
    }
    trade::TicketCheck judged(const trade::EntryTicket& ticket) const {
        trade::TicketCheck check;
        check.ticket = ticket;
        check.mayLeave = true;
        check.checks = {{"quote_stale", "Quote age 0.3 s ≤ 5 s", true, true},
                        {"collar", "Price within collar (+0.0 %)", true, false},
                        {"notional_max", "Size 1.6 % ≤ 10 % of equity", true, false},
                        {"daily_loss", "Daily loss budget 1,000.00 left", true, false},
                        {"spread", "Spread 2.0 % ≤ 5 %", true, false}};
        check.figures.cost = Money::dollars(800);
        check.figures.fees = Money::fromCents(560);
        check.figures.breakEven = Price::fromCents(10'200);
        check.figures.maxLoss = Money::fromCents(80'280);
        check.figures.buyingPowerAfter = Money::fromCents(4'961'230);
        check.figures.target = Price::fromCents(210);
        check.figures.profitAtTarget = Money::fromCents(3'440);
        check.figures.lossAtStop = Money::fromCents(-16'560);
        return check;
    }
    void notConfirmed() {
        rig.settings.held = rig.settings.held.withStored("ui.confirm_orders", "off").value();
    }
    /// What the engine shows of the order sent last.
    void answer(trade::OrderPhase phase, trade::OrderEnd end = trade::OrderEnd::None) {
        const trade::EntryTicket sent = submitted().back().ticket;
        trade::OrderState order;
        order.intent.id = order.intent.tradeId = sent.intentId;
        order.intent.clientOrderId = ClientOrderId("demo-0418-" + sent.intentId.text());
        order.intent.symbol = sent.symbol;
        order.intent.quantity = order.quantity = sent.quantity;
        order.intent.limitPrice = sent.limitPrice;
        order.phase = phase;
        order.end = end;
        if (end == trade::OrderEnd::Filled)
            order.filled = order.quantity;
        rig.desk.show(market().order(order).build());
    }

    PanelRig rig;
    std::unique_ptr<Panel> panel;
};

} // namespace strikedesk::ui
