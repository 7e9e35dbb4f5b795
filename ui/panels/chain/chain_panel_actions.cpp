// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does with a chain: to the ticket, menus, keys, and what a layout keeps.

#include "ui/panels/chain/chain_panel_parts.h"
#include "ui/theme/format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMenu>

namespace strikedesk::ui {

namespace {

/// What is held of a contract, by this program or besides; below zero when sold short.
Quantity heldOf(const engine::EngineSnapshot& snapshot, const Symbol& contract) {
    Quantity held;
    if (!snapshot.orders)
        return held;
    for (const engine::TradeView& trade : snapshot.orders->trades)
        if (trade.state.symbol == contract)
            held += trade.state.isLong() ? trade.open : -trade.open;
    if (const auto found = snapshot.orders->external.find(contract); found != snapshot.orders->external.end())
        held += found->second.quantity;
    return held;
}

} // namespace

QString ChainPanel::title() const {
    return m_underlying.isEmpty() ? tr("Options chain") : tr("Options chain · %1").arg(text(m_underlying));
}

QString ChainPanel::headerNote() const {
    const ChainView& view = *m_reader->chain();
    if (!view.spot || !view.spot->isPositive() || view.underlying != m_underlying)
        return {};
    if (!view.expectedMove)
        return tr("spot %1").arg(priceText(*view.spot));
    return tr("spot %1 · expected move ±%2").arg(priceText(*view.spot), priceText(*view.expectedMove));
}

std::vector<PanelAction> ChainPanel::actions() {
    return {
        {QStringLiteral("chain.recentre"), tr("Centre the chain at the money"), QKeySequence(Qt::Key_Space),
         [this] {
             m_model->refilter();
             m_table->refreshMarks();
             m_table->centre();
         }},
        {QStringLiteral("chain.nextExpiry"), tr("Show the next expiry"), QKeySequence(Qt::Key_BracketRight),
         [this] { m_expiries->step(1); }},
        {QStringLiteral("chain.previousExpiry"), tr("Show the expiry before"),
         QKeySequence(Qt::Key_BracketLeft), [this] { m_expiries->step(-1); }},
        {QStringLiteral("chain.buy"), tr("Put a purchase of the contract into the ticket"),
         QKeySequence(Qt::Key_B), [this] { loadCurrent(trade::Side::Buy); }},
        {QStringLiteral("chain.sell"), tr("Put a sale of the contract into the ticket"),
         QKeySequence(Qt::Key_S), [this] { loadCurrent(trade::Side::Sell); }},
        {QStringLiteral("chain.copySymbol"), tr("Copy the contract's symbol"), QKeySequence::Copy,
         [this] { copySymbol(); }},
        {QStringLiteral("chain.bars"), tr("Show open interest as bars"), QKeySequence(),
         [this] {
             m_controls->setShowsBars(!m_controls->showsBars());
             applyControls();
         }},
    };
}

const ChainSide* ChainPanel::currentSide() const {
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->side(current.row(), current.column()) : nullptr;
}

trade::PositionIntent ChainPanel::intentFor(const Symbol& contract, trade::Side side) const {
    const Quantity held = heldOf(*context().desk.snapshot(), contract);
    if (side == trade::Side::Buy)
        return held.isNegative() ? trade::PositionIntent::BuyToClose : trade::PositionIntent::BuyToOpen;
    return held.isPositive() ? trade::PositionIntent::SellToClose : trade::PositionIntent::SellToOpen;
}

void ChainPanel::load(const ChainSide& side, trade::Side tradeSide) {
    const Price price = tradeSide == trade::Side::Buy ? side.ask : side.bid;
    TicketRequest request;
    request.contract = side.contract;
    request.intent = intentFor(side.contract, tradeSide);
    if (price.isPositive())
        request.limit = price;
    selectContract(m_model->view().underlying, side.contract);
    context().tickets.load(std::move(request));
}

void ChainPanel::loadCurrent(trade::Side tradeSide) {
    if (const ChainSide* side = currentSide())
        load(ChainSide(*side), tradeSide);
}

void ChainPanel::load(const QModelIndex& cell) {
    if (const ChainSide* side = m_model->side(cell.row(), cell.column())) {
        const bool isBid = m_model->columnAt(cell.column()) == ChainColumn::Bid;
        load(ChainSide(*side), isBid ? trade::Side::Sell : trade::Side::Buy);
    }
}

void ChainPanel::copySymbol() const {
    if (const ChainSide* side = currentSide())
        QGuiApplication::clipboard()->setText(text(side->contract));
}

void ChainPanel::openMenu(const QPoint& at) {
    const QModelIndex cell = m_table->indexAt(at);
    const ChainSide* held = cell.isValid() ? m_model->side(cell.row(), cell.column()) : nullptr;
    if (held == nullptr)
        return;
    const ChainSide side = *held;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chain.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString name = contractText(side.contract);
    connect(menu->addAction(tr("Buy %1 …").arg(name)), &QAction::triggered, this,
            [this, side] { load(side, trade::Side::Buy); });
    connect(menu->addAction(tr("Sell %1 …").arg(name)), &QAction::triggered, this,
            [this, side] { load(side, trade::Side::Sell); });
    menu->addSeparator();
    connect(menu->addAction(tr("Show in this group's panels")), &QAction::triggered, this,
            [this, side] { selectContract(m_model->view().underlying, side.contract); });
    connect(menu->addAction(tr("Copy symbol")), &QAction::triggered, this,
            [side] { QGuiApplication::clipboard()->setText(text(side.contract)); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

QJsonObject ChainPanel::saveState() const {
    const ChainFilter& filter = m_controls->filter();
    QJsonArray columns;
    for (const ChainColumn column : m_controls->columns())
        columns.append(ChainColumns::id(column));
    QJsonObject state;
    state.insert(QStringLiteral("columns"), columns);
    state.insert(QStringLiteral("sides"), static_cast<int>(filter.sides));
    state.insert(QStringLiteral("strikes"), filter.strikes.value_or(0));
    state.insert(QStringLiteral("spread"), filter.maxSpreadPercent.value_or(0));
    state.insert(QStringLiteral("interest"), static_cast<double>(filter.minOpenInterest.value_or(0)));
    state.insert(QStringLiteral("bars"), m_controls->showsBars());
    state.insert(QStringLiteral("underlying"), text(m_underlying));
    return state;
}

void ChainPanel::restoreState(const QJsonObject& state) {
    constexpr int kMaxStrikes = 1000;
    constexpr double kMaxSpread = 1000;
    constexpr double kMaxInterest = 1e9;
    ChainColumns::List columns;
    for (const QJsonValue& id : state.value(QStringLiteral("columns")).toArray()) {
        const auto column = ChainColumns::fromId(id.toString());
        if (column && std::find(columns.begin(), columns.end(), *column) == columns.end())
            columns.push_back(*column);
    }
    if (!columns.empty())
        m_controls->setColumns(columns);
    ChainFilter filter;
    const int sides = state.value(QStringLiteral("sides")).toInt(0);
    filter.sides = sides == 1 ? ChainSides::Calls : sides == 2 ? ChainSides::Puts : ChainSides::Both;
    const int strikes = state.value(QStringLiteral("strikes")).toInt(ChainFilter::kDefaultStrikes);
    filter.strikes = strikes > 0 && strikes <= kMaxStrikes ? std::optional(strikes) : std::nullopt;
    if (const double spread = state.value(QStringLiteral("spread")).toDouble();
        spread > 0 && spread <= kMaxSpread)
        filter.maxSpreadPercent = spread;
    if (const double least = state.value(QStringLiteral("interest")).toDouble();
        least >= 1 && least <= kMaxInterest)
        filter.minOpenInterest = static_cast<std::int64_t>(least);
    m_controls->setFilter(filter);
    m_controls->setShowsBars(state.value(QStringLiteral("bars")).toBool());
    applyControls();
    const auto underlying =
        Symbol::tryFrom(state.value(QStringLiteral("underlying")).toString().toStdString());
    if (underlying && m_underlying.isEmpty() && !underlying->looksLikeOption())
        show(*underlying, std::nullopt);
}

} // namespace strikedesk::ui
