// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/trading_calendar.h"
#include "core/base/zone.h"
#include "core/options/pricing.h"
#include "ui/panels/ticket/ticket_widget.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace strikedesk::ui {

namespace {

/// When a contract stops trading and settles: the close of its last day, 13:00 on a short one. A day the
/// calendar does not know counts as a full one.
Timestamp lastTradeOf(const OptionSymbol& option) {
    static const TradingCalendar days = TradingCalendar::unitedStates();
    constexpr std::int32_t kCloseSecond = 16 * 3600;
    const auto session = days.session(option.expiry());
    return session ? session->close : fromNewYork(option.expiry(), kCloseSecond);
}

void put(QLabel* label, const QString& text, Token token) {
    label->setText(text);
    setStyleProperty(label, "ticketTone", static_cast<int>(token));
}

/// The side of the chain that is this contract.
const ChainSide* sideOfChain(const ChainView& view, const Symbol& contract) {
    for (const ChainRow& row : view.rows)
        for (const auto* side : {&row.call, &row.put})
            if (*side && (*side)->contract == contract)
                return &**side;
    return nullptr;
}

/// Mid of the underlying, else its last print, else what the chain was read at.
std::optional<double> spotOf(const engine::EngineSnapshot& snapshot, const Symbol& underlying,
                             const ChainView& chain) {
    const market::BoardRow* row = snapshot.quotes ? snapshot.quotes->find(underlying) : nullptr;
    if (row != nullptr && row->quote.mid())
        return row->quote.mid()->toDoubleLossy();
    if (row != nullptr && row->last)
        return row->last->toDoubleLossy();
    return chain.underlying == underlying && chain.spot ? std::optional(chain.spot->toDoubleLossy())
                                                        : std::nullopt;
}

} // namespace

Token TicketPanel::modeToken() const {
    switch (context().desk.facts().mode) {
    case DeskMode::Live:
        return Token::Danger;
    case DeskMode::Paper:
        return Token::Warn;
    case DeskMode::Demo:
    case DeskMode::Replay:
        break;
    }
    return Token::Accent;
}

const trade::TicketCheck* TicketPanel::check() const {
    const auto& judged = context().desk.snapshot()->ticketCheck;
    const bool isOurs =
        judged && m_buys && m_reading.ticket && isSameTicket(judged->ticket, *m_reading.ticket);
    return isOurs ? judged.get() : nullptr;
}

void TicketPanel::showContract(const engine::EngineSnapshot& snapshot) {
    const std::int64_t count = held();
    m_ui.sell->setText(count > 0 ? tr("Sell %1 to close").arg(count) : tr("Sell"));
    m_ui.sell->setEnabled(count > 0);
    m_ui.sell->setToolTip(count > 0 ? QString()
                                    : tr("Nothing is held here. Selling to open is not offered."));
    m_ui.contract->setText(m_contract.isEmpty() ? tr("No contract chosen") : contractLongText(m_contract));
    QStringList parts;
    m_volatility.reset();
    const auto option = OptionSymbol::tryFrom(m_contract);
    const auto chain = m_chain->chain();
    const ChainSide* side = option ? sideOfChain(*chain, m_contract) : nullptr;
    if (side != nullptr && side->greeks)
        parts << tr("Δ %1").arg(numberText(side->greeks->delta, 2));
    if (side != nullptr)
        m_volatility = side->impliedVolatility;
    const market::BoardRow* row = quote();
    const market::Grade grade = row == nullptr ? market::Grade::RealTime : row->quote.grade;
    if (grade == market::Grade::Delayed)
        parts.prepend(tr("delayed quotes"));
    else if (grade == market::Grade::Indicative)
        parts.prepend(tr("indicative quotes"));
    const auto spot = option ? spotOf(snapshot, option->underlying(), *chain) : std::nullopt;
    if (option && !m_volatility && row != nullptr && row->quote.mid() && spot) {
        options::PricingInput input;
        input.spot = *spot;
        input.strike = option->strike().toDoubleLossy();
        input.years = options::yearsBetween(context().desk.now(), lastTradeOf(*option)).value_or(0);
        m_volatility = options::impliedVolatility(option->right(), row->quote.mid()->toDoubleLossy(), input);
    }
    if (m_volatility)
        parts << tr("IV %1").arg(numberText(*m_volatility * 100, 1));
    m_ui.greeks->setText(parts.join(QStringLiteral(" · ")));
}

void TicketPanel::showProblems() {
    m_ui.quantity->setProblem(m_reading.quantityProblem);
    m_ui.limit->setProblem(m_contract.isEmpty() ? QString() : m_reading.limitProblem);
    m_ui.target->setProblem(m_reading.targetProblem);
    m_ui.stop->setProblem(m_reading.stopProblem);
    const QString problem = m_contract.isEmpty() ? QString() : m_reading.firstProblem();
    m_ui.problem->setVisible(!problem.isEmpty());
    put(m_ui.problem, problem, Token::Down);
    const auto shown = [](const std::optional<Price>& price, bool isPrice) {
        return price && !isPrice ? QStringLiteral("= ") + priceText(*price) : QString();
    };
    put(m_ui.targetPrice, shown(m_reading.target, m_targetMeaning == TargetMeaning::Price), Token::Muted);
    put(m_ui.stopPrice, shown(m_reading.stop, m_stopMeaning == StopMeaning::Price), Token::Muted);
}

void TicketPanel::showFigures() {
    if (!m_buys)
        return showSaleFigures();
    const QString names[] = {tr("Cost"), tr("Break-even"), tr("Max loss / gain"), tr("At target / stop"),
                             tr("Buying power after")};
    for (int i = 0; i < 5; ++i)
        m_ui.names[i]->setText(names[i]);
    const trade::TicketCheck* judged = check();
    if (judged == nullptr) {
        // What was reckoned for another draft stays readable but grey until this one is judged. One that has
        // left is judged no more: figures of another order would stand beside its outcome.
        const bool hasLeft = m_stage == Stage::Sent || m_stage == Stage::Done;
        const bool isKept =
            m_reading.ticket && (!hasLeft || (m_figuresOf && isSameTicket(*m_figuresOf, *m_reading.ticket)));
        for (QLabel* value : m_ui.values)
            put(value, isKept && !value->text().isEmpty() ? value->text() : unknownText(), Token::Muted);
        const auto cost = m_reading.ticket
                              ? tryNotional(m_reading.ticket->limitPrice, m_reading.ticket->quantity,
                                            m_reading.ticket->multiplier)
                              : Result<Money>(Money());
        if (m_reading.ticket && !isKept && cost)
            put(m_ui.values[0], moneyText(*cost), Token::Muted);
        return;
    }
    m_figuresOf = judged->ticket;
    const trade::TicketFigures& figures = judged->figures;
    const bool paysFees = figures.maxLoss && *figures.maxLoss > figures.cost;
    const Money fees = paysFees ? *figures.maxLoss - figures.cost : Money();
    const auto money = [](const std::optional<Money>& amount, const QString& none) {
        return amount ? moneyText(*amount) : none;
    };
    const auto signedMoney = [](const std::optional<Money>& amount) {
        return amount ? signedMoneyText(*amount) : unknownText();
    };
    put(m_ui.values[0],
        paysFees ? tr("%1 + %2").arg(moneyText(figures.cost), moneyText(fees)) : moneyText(figures.cost),
        Token::Text);
    put(m_ui.values[1], priceText(figures.breakEven), Token::Text);
    put(m_ui.values[2],
        tr("%1 / %2").arg(money(figures.maxLoss, tr("unlimited")), money(figures.maxGain, tr("unlimited"))),
        Token::Text);
    put(m_ui.values[3],
        tr("%1 / %2").arg(signedMoney(figures.profitAtTarget), signedMoney(figures.lossAtStop)), Token::Text);
    const bool isShort = figures.buyingPowerAfter && figures.buyingPowerAfter->isNegative();
    put(m_ui.values[4], money(figures.buyingPowerAfter, unknownText()), isShort ? Token::Down : Token::Text);
}

void TicketPanel::showSaleFigures() {
    Money paid;
    Quantity open;
    if (const auto& orders = context().desk.snapshot()->orders)
        for (const engine::TradeView& trade : orders->trades)
            if (trade.state.symbol == m_contract && trade.open.isPositive())
                if (const auto value = tryNotional(trade.averageEntry, trade.open, trade.state.multiplier)) {
                    paid += *value;
                    open += trade.open;
                }
    const auto proceeds =
        m_reading.limit ? tryNotional(*m_reading.limit, open, texts().multiplier) : Result<Money>(Money());
    const bool known = m_reading.limit && proceeds && open.isPositive();
    const QString names[] = {tr("Proceeds"), tr("Paid"), tr("P&L before fees"), {}, {}};
    const QString values[] = {known ? moneyText(*proceeds) : unknownText(),
                              moneyText(paid),
                              known ? signedMoneyText(*proceeds - paid) : unknownText(),
                              {},
                              {}};
    for (int i = 0; i < 5; ++i) {
        m_ui.names[i]->setText(names[i]);
        const bool loses = known && *proceeds < paid;
        put(m_ui.values[i], values[i], i != 2 ? Token::Text : loses ? Token::Down : Token::Up);
    }
}

void TicketPanel::showChecks(const engine::EngineSnapshot& snapshot) {
    const trade::TicketCheck* judged = check();
    auto lines = checkLines(snapshot, m_contract, judged, context().desk.now(),
                            context().settings.settings().duration("quotes.manual_age_seconds"));
    const bool isWaiting = m_buys && judged == nullptr && m_reading.ticket.has_value();
    QString empty;
    if (m_stage == Stage::Sent || m_stage == Stage::Done)
        empty = tr("This order has left. What is written now becomes another one.");
    else if (m_contract.isEmpty())
        empty = tr("Choose a contract in the options chain; a double click there fills this ticket.");
    else if (!m_buys)
        empty = tr("Sells what is held; needs no arming. The sale rests at the broker until it fills.");
    else if (!m_reading.ticket)
        empty = tr("Fill the marked fields to see the checks.");
    else
        empty = tr("Being checked…");
    m_ui.checks->setLines(std::move(lines), isWaiting, empty);
}

void TicketPanel::showPayoff(const engine::EngineSnapshot& snapshot) {
    const Theme& theme = Theme::current();
    charts::PayoffStyle style{theme.colour(Token::Up),    theme.colour(Token::Down),
                              theme.colour(Token::Line),  theme.colour(Token::Text),
                              theme.colour(Token::Muted), theme.colour(Token::Accent),
                              theme.font(metrics::kLabel)};
    m_ui.payoff->setStyle(std::move(style));
    charts::PayoffLabels labels;
    labels.title = tr("Payoff at expiry");
    labels.empty = tr("The picture follows contract, quantity and limit.");
    const auto option = OptionSymbol::tryFrom(m_contract);
    if (!m_buys || !m_reading.ticket || !option) {
        m_ui.payoff->show(std::nullopt, std::move(labels));
        return;
    }
    charts::PayoffInput input;
    input.right = option->right();
    input.strike = option->strike().toDoubleLossy();
    input.premium = m_reading.ticket->limitPrice.toDoubleLossy();
    input.quantity = m_reading.ticket->quantity.toDoubleLossy();
    input.multiplier = static_cast<double>(m_reading.ticket->multiplier);
    input.spot = spotOf(snapshot, option->underlying(), *m_chain->chain());
    input.volatility = m_volatility;
    input.years = options::yearsBetween(context().desk.now(), lastTradeOf(*option));
    auto curves = charts::payoffOf(input);
    if (curves) {
        labels.title = curves->today.empty() ? labels.title : tr("Payoff · dashed today");
        if (curves->breakEven)
            labels.breakEven = tr("break-even %1").arg(numberText(*curves->breakEven, 2));
        if (curves->spot)
            labels.spot = tr("now %1").arg(numberText(*curves->spot, 2));
        labels.most = curves->maxGain ? tr("max %1").arg(numberText(*curves->maxGain, 0)) : tr("unlimited");
        labels.least = curves->maxLoss ? numberText(*curves->maxLoss, 2) : tr("unlimited");
    }
    m_ui.payoff->show(std::move(curves), std::move(labels));
    m_ui.payoff->setOutdated(false);
}

QString TicketPanel::submitText() const {
    switch (m_stage) {
    case Stage::Sent:
        return tr("Sent…");
    case Stage::Done:
        return tr("New ticket    Enter");
    case Stage::Confirming:
        return m_buys ? tr("Confirm: buy %1 at %2    Enter").arg(m_ui.quantity->text(), m_ui.limit->text())
                      : tr("Confirm: sell %1 at %2    Enter").arg(m_ui.quantity->text(), m_ui.limit->text());
    case Stage::Editing:
        break;
    }
    if (m_contract.isEmpty())
        return tr("Choose a contract");
    if (!m_reading.ticket)
        return tr("Complete the ticket");
    const QString count = QString::number(*m_reading.quantity);
    if (!m_buys)
        return tr("Sell %1 at %2    Enter").arg(count, priceText(*m_reading.limit));
    const trade::TicketCheck* judged = check();
    if (judged == nullptr)
        return tr("Buy %1 at %2    Enter").arg(count, priceText(*m_reading.limit));
    const Money total = judged->figures.maxLoss.value_or(judged->figures.cost);
    return tr("Buy %1 · %2 USD    Enter").arg(count, moneyText(std::max(total, judged->figures.cost)));
}

void TicketPanel::showSubmit() {
    const QString text = submitText();
    m_ui.submit->setText(text);
    m_ui.submit->setAccessibleName(text);
    m_ui.submit->setEnabled(!m_contract.isEmpty() && m_stage != Stage::Sent);
    const trade::TicketCheck* judged = check();
    const bool ready = m_reading.ticket && (!m_buys || judged == nullptr || judged->mayLeave);
    setStyleProperty(m_ui.submit, "tone",
                     m_stage == Stage::Confirming                                  ? QStringLiteral("confirm")
                     : m_stage != Stage::Editing || !ready || m_contract.isEmpty() ? QStringLiteral("quiet")
                     : m_buys                                                      ? QStringLiteral("buy")
                                                                                   : QStringLiteral("sell"));
    m_ui.fresh->setVisible(m_stage == Stage::Sent || m_stage == Stage::Done);
}

} // namespace strikedesk::ui
