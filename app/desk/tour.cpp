// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/tour.h"

#include "core/base/option_symbol.h"
#include "core/options/tick.h"
#include "ui/theme/theme.h"

#include <QDir>

#include <array>

namespace strikedesk::desk {

namespace {

constexpr int kLookMs = 500;
constexpr int kMostWaits = 120;  ///< a minute for the market to come
constexpr int kSettleMs = 2'500; ///< quotes and charts of a chosen contract come
constexpr int kPaintMs = 900;
constexpr std::array<const char*, 7> kWorkspaces = {"trade", "scan", "signals", "risk",
                                                    "film",  "lab",  "desk"};

} // namespace

Tour::Tour(Terminal& terminal, QString folder) : m_terminal(terminal), m_folder(std::move(folder)) {
    m_timer.setSingleShot(true);
}

void Tour::start() {
    QDir().mkpath(m_folder);
    QObject::connect(&m_timer, &QTimer::timeout, [this] {
        if (m_stage == Stage::Market)
            waitForMarket();
        else if (m_stage == Stage::Position)
            waitForPosition();
        else
            step();
    });
    m_timer.start(kLookMs);
}

void Tour::waitForMarket() {
    const auto snapshot = m_terminal.desk().snapshot();
    const Symbol symbol = m_terminal.links().selection(ui::LinkGroup::A).underlying;
    if (++m_waits > kMostWaits) {
        m_stage = Stage::Pictures; // pictures of what there is say more than none
    } else if (snapshot->account && !symbol.isEmpty()) {
        if (!m_chain)
            m_chain = m_terminal.makeChain();
        m_chain->show(symbol, std::nullopt);
        if (m_chain->chain()->state == ui::ChainState::Ready && m_chain->chain()->spot)
            chooseContract();
    }
    m_timer.start(m_stage == Stage::Market ? kLookMs : kSettleMs);
}

void Tour::buy() {
    ui::DeskCommands& commands = m_terminal.desk();
    trade::EntryTicket ticket;
    ticket.intentId = commands.mintIntentId();
    ticket.symbol = m_contract;
    ticket.quantity = Quantity::whole(2);
    ticket.limitPrice = m_ask;
    ticket.plan.takeProfit = trade::TakeProfit{trade::TakeProfit::Kind::PlusPercent, {}, 2'500};
    const auto option = OptionSymbol::tryFrom(m_contract);
    if (option)
        ticket.plan.stop = options::roundDownToTick(options::tickClassOf(option->root()),
                                                    Price::fromUnits(m_ask.units() / 2));
    commands.post(engine::TicketSubmitted{ticket});
}

void Tour::waitForPosition() {
    const auto snapshot = m_terminal.desk().snapshot();
    bool isHeld = false;
    for (const engine::TradeView& trade : snapshot->orders->trades)
        isHeld = isHeld || (trade.state.symbol == m_contract && trade.open.isPositive());
    if (isHeld || ++m_waits > kMostWaits)
        m_stage = Stage::Pictures;
    m_timer.start(isHeld ? kSettleMs : kLookMs);
}

void Tour::chooseContract() {
    const auto chain = m_chain->chain();
    for (const ui::ChainRow& row : chain->rows) {
        if (!row.call || row.strike < *chain->spot)
            continue;
        m_terminal.links().selectContract(ui::LinkGroup::A, chain->underlying, row.call->contract);
        ui::TicketRequest request;
        request.contract = row.call->contract;
        request.quantity = 2;
        m_terminal.tickets().load(request);
        m_contract = row.call->contract;
        m_ask = row.call->ask;
        const bool canBuy = m_terminal.desk().facts().mode == ui::DeskMode::Demo && m_ask.isPositive();
        m_stage = canBuy ? Stage::Position : Stage::Pictures;
        if (canBuy)
            QTimer::singleShot(kSettleMs, &m_timer, [this] { buy(); });
        return;
    }
}

void Tour::step() {
    const int count = static_cast<int>(kWorkspaces.size());
    const bool isLight = m_next >= count * 2;
    const bool isPicture = m_next % 2 == 1;
    const char* id = kWorkspaces[static_cast<std::size_t>(m_next / 2 % count)];
    if (m_next == count * 4) {
        finished({});
        return;
    }
    if (!isPicture) {
        ui::Theme& theme = ui::Theme::current();
        const auto kind = isLight ? ui::ThemeKind::Light : ui::ThemeKind::Dark;
        if (theme.kind() != kind)
            theme.apply(kind, theme.signColours());
        m_terminal.window().showWorkspace(QString::fromLatin1(id));
    } else {
        const int ratio = qRound(m_terminal.window().devicePixelRatioF());
        const QString name = QStringLiteral("%1/%2_%3_%4x.png")
                                 .arg(m_folder, QString::fromLatin1(id),
                                      isLight ? QStringLiteral("light") : QStringLiteral("dark"))
                                 .arg(ratio);
        if (!m_terminal.window().grab().save(name)) {
            finished(QStringLiteral("The picture %1 could not be written.").arg(name));
            return;
        }
    }
    ++m_next;
    m_timer.start(kPaintMs);
}

} // namespace strikedesk::desk
