// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/trade_book.h"
#include "ui/panels/ticket/ticket_widget.h"
#include "ui/theme/format.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace strikedesk::ui {

namespace {

/// A percent setting as hundredths of a percent, for the default exits.
std::optional<std::int64_t> percentSetting(const Settings& settings, std::string_view key) {
    const auto text = settings.textOf(key);
    return text ? typedPercent(QString::fromStdString(*text)) : std::nullopt;
}

constexpr std::int64_t kShareOfEquity = 5; ///< percent, the design's preset

} // namespace

void TicketPanel::loadFromBoard() {
    if (m_isLoading)
        return;
    const TicketRequest request = context().tickets.request();
    if (request.contract.isEmpty())
        return;
    const bool sells = request.intent != trade::PositionIntent::BuyToOpen;
    m_isLoading = true;
    if (request.submit) {
        // Taken by one ticket only: another one on the same board sees it as a plain load.
        TicketRequest taken = request;
        taken.submit = false;
        context().tickets.load(std::move(taken));
    }
    if (m_stage == Stage::Sent || m_stage == Stage::Done)
        openDraft();
    m_stage = Stage::Editing;
    setContract(request.contract);
    if (const QString why = whyNotLoaded(request); !why.isEmpty()) {
        m_isLoading = false;
        setSide(true);
        return say(why, true);
    }
    setSide(!sells);
    if (request.limit)
        setLimit(request.limit);
    if (request.quantity && m_buys)
        m_ui.quantity->setText(QString::number(*request.quantity));
    readFields();
    m_isLoading = false;
    refresh(*context().desk.snapshot());
    if (request.submit && (context().arming.isArmed() || sells)) {
        postDraft();
        submit(true);
        return;
    }
    // The next Enter is meant for what was just loaded.
    if (isVisible() && isActiveWindow())
        m_ui.limit->edit()->setFocus();
    if (request.submit)
        say(tr("One-click is not armed: check the ticket and press Enter."), true);
}

QString TicketPanel::whyNotLoaded(const TicketRequest& request) const {
    if (request.intent == trade::PositionIntent::BuyToOpen)
        return {};
    if (request.intent == trade::PositionIntent::BuyToClose)
        return tr("This position was opened elsewhere. Close it where it was opened.");
    if (request.intent != trade::PositionIntent::SellToClose)
        return tr("Selling to open is not offered here.");
    return held() > 0 ? QString() : tr("Nothing is held here. Selling to open is not offered.");
}

void TicketPanel::setContract(const Symbol& contract) {
    if (contract == m_contract)
        return;
    // The word about the last order belongs to its contract.
    m_sentId = IntentId();
    say({}, false);
    m_contract = contract;
    m_volatility.reset();
    m_limitIsTyped = false;
    m_stage = Stage::Editing;
    m_ui.limit->setText({});
    m_sale.reset();
    forgetExitPrices();
    setSide(true);
    m_quotes.reset();
    if (!m_contract.isEmpty()) {
        std::set<Symbol> symbols{m_contract};
        if (const auto option = OptionSymbol::tryFrom(m_contract)) {
            const auto details = context().instruments.contract(m_contract);
            const Symbol underlying = details ? details->underlying : option->underlying();
            symbols.insert(underlying);
            m_chain->show(underlying, option->expiry());
            m_chain->setVisible({m_contract});
        }
        m_quotes = context().desk.watch(std::move(symbols), market::Attention::Focused);
        if (m_intentId.isEmpty())
            m_intentId = context().commands.mintIntentId();
    }
    setLimit(quotedPrice(0));
    m_limitIsTyped = false;
    edited();
    updateHeader();
}

void TicketPanel::setSide(bool buys) {
    if (!buys && held() == 0)
        return;
    m_buys = buys;
    m_ui.buy->setChecked(m_buys);
    m_ui.sell->setChecked(!m_buys);
    // A sale rests as the setting says; it has no exits of its own.
    for (QWidget* part : {m_ui.exits, static_cast<QWidget*>(m_ui.day), static_cast<QWidget*>(m_ui.gtc)})
        part->setVisible(m_buys);
    if (!m_buys)
        m_ui.quantity->setText(QString::number(held()));
    m_ui.quantity->setReadOnly(!m_buys);
    edited();
}

void TicketPanel::openDraft() {
    m_stage = Stage::Editing;
    m_intentId = m_contract.isEmpty() ? IntentId() : context().commands.mintIntentId();
    m_sentId = IntentId();
    m_sale.reset();
    say({}, false);
    readFields();
    postDraft();
    refresh(*context().desk.snapshot());
}

void TicketPanel::edited() {
    // The old draft went out under its id; what is written now is another one.
    if (m_stage == Stage::Sent)
        return readFields();
    if (m_stage == Stage::Done)
        openDraft();
    m_stage = Stage::Editing;
    readFields();
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

TicketTexts TicketPanel::texts() const {
    TicketTexts texts;
    texts.intentId = m_intentId;
    texts.contract = m_contract;
    texts.intent = m_buys ? trade::PositionIntent::BuyToOpen : trade::PositionIntent::SellToClose;
    const auto details = context().instruments.contract(m_contract);
    texts.multiplier = details && details->multiplier > 0 ? details->multiplier
                       : m_contract.looksLikeOption()     ? 100
                                                          : 1;
    texts.quantity = m_ui.quantity->text();
    texts.limit = m_ui.limit->text();
    texts.target = m_ui.target->text();
    texts.stop = m_ui.stop->text();
    texts.targetMeaning = m_targetMeaning;
    texts.stopMeaning = m_stopMeaning;
    texts.timeInForce = m_ui.gtc->isChecked() ? trade::TimeInForce::Gtc : trade::TimeInForce::Day;
    return texts;
}

void TicketPanel::readFields() {
    m_reading = readTicket(texts());
    takeLaterMeanings();
    // The side stays what the person chose: a sale never turns into a purchase under a finger.
    if (!m_buys && held() == 0) {
        m_reading.ticket.reset();
        m_reading.quantityProblem = tr("Nothing is held here any more.");
    }
    showProblems();
    showFigures();
    showSubmit();
}

void TicketPanel::postDraft() {
    m_draftTimer.stop();
    // A sale is judged by what is held, not by the gates of an entry.
    context().commands.draft(m_buys ? m_reading.ticket : std::nullopt);
}

const market::BoardRow* TicketPanel::quote() const {
    const auto& quotes = context().desk.snapshot()->quotes;
    return quotes && !m_contract.isEmpty() ? quotes->find(m_contract) : nullptr;
}

std::optional<Price> TicketPanel::quotedPrice(int side) const {
    const market::BoardRow* row = quote();
    if (row == nullptr)
        return std::nullopt;
    const auto price = side < 0   ? std::optional(row->quote.bid)
                       : side > 0 ? std::optional(row->quote.ask)
                                  : row->quote.mid();
    if (!price || !price->isPositive())
        return std::nullopt;
    const Price tick = trade::tickOf(m_contract, *price);
    // Between two steps: the one that is better for the person.
    return m_buys ? std::max(roundDownToTick(*price, tick), tick) : roundUpToTick(*price, tick);
}

std::int64_t TicketPanel::held() const {
    std::int64_t held = 0;
    if (const auto& orders = context().desk.snapshot()->orders)
        for (const engine::TradeView& trade : orders->trades)
            if (trade.state.symbol == m_contract && trade.open.isPositive() && trade.state.isLong())
                held += trade.open.wholePart();
    return m_contract.isEmpty() ? 0 : held;
}

void TicketPanel::setLimit(std::optional<Price> price) {
    if (!price)
        return;
    m_limitIsTyped = true;
    m_ui.limit->setText(priceText(*price));
}

void TicketPanel::stepQuantity(int steps) {
    const std::int64_t from = m_reading.quantity.value_or(0);
    m_ui.quantity->setText(QString::number(std::max<std::int64_t>(1, from + steps)));
    edited();
}

void TicketPanel::stepPrice(StepField* field, int steps, bool isAmount) {
    const auto typed = priceFromText(field->text());
    const bool isPercent = (field == m_ui.target && m_targetMeaning == TargetMeaning::PlusPercent) ||
                           (field == m_ui.stop && m_stopMeaning == StopMeaning::MinusPercent);
    if (isPercent) {
        const std::int64_t next = typedPercent(field->text()).value_or(0) / 100 + steps;
        field->setText(QString::number(std::max<std::int64_t>(1, next)));
    } else {
        const Price from = typed ? *typed : isAmount ? Price() : m_reading.limit.value_or(Price());
        field->setText(priceText(stepped(m_contract, from, steps)));
    }
    if (field == m_ui.limit)
        m_limitIsTyped = true;
    edited();
}

void TicketPanel::useShareOfEquity() {
    const auto& account = context().desk.snapshot()->account;
    if (!account || !account->equity || !m_reading.limit) {
        say(!m_reading.limit ? tr("Enter a limit first: the size follows from it.")
                             : tr("The account is not known yet."),
            true);
        return;
    }
    const auto one = tryNotional(*m_reading.limit, Quantity::whole(1), texts().multiplier);
    if (!one || !one->isPositive())
        return;
    const std::int64_t count = account->equity->units() / 100 * kShareOfEquity / one->units();
    if (count < 1) {
        say(tr("5 % of your equity does not buy one at this limit."), true);
        return;
    }
    m_ui.quantity->setText(QString::number(count));
    edited();
}

void TicketPanel::markMeanings() {
    for (int i = 0; i < 3; ++i)
        m_ui.targetMeanings[i]->setChecked(i == static_cast<int>(m_targetMeaning));
    for (int i = 0; i < 2; ++i)
        m_ui.stopMeanings[i]->setChecked(i == static_cast<int>(m_stopMeaning));
}

void TicketPanel::forgetExitPrices() {
    const bool hasTarget = !m_ui.target->text().isEmpty();
    const bool hasStop = !m_ui.stop->text().isEmpty();
    if (m_targetMeaning != TargetMeaning::PlusPercent) {
        m_laterTarget = m_targetMeaning;
        m_targetMeaning = TargetMeaning::PlusPercent;
        m_ui.target->setText(hasTarget ? m_defaultTarget : QString());
    }
    if (m_stopMeaning == StopMeaning::Price) {
        m_laterStop = m_stopMeaning;
        m_stopMeaning = StopMeaning::MinusPercent;
        m_ui.stop->setText(hasStop ? m_defaultStop : QString());
    }
    markMeanings();
}

void TicketPanel::takeLaterMeanings() {
    if (!m_reading.limit)
        return;
    if (const auto target = std::exchange(m_laterTarget, std::nullopt))
        setTargetMeaning(*target);
    if (const auto stop = std::exchange(m_laterStop, std::nullopt))
        setStopMeaning(*stop);
}

void TicketPanel::setTargetMeaning(TargetMeaning meaning) {
    m_laterTarget.reset();
    if (meaning == m_targetMeaning)
        return markMeanings();
    const auto target = m_reading.target;
    const auto limit = m_reading.limit;
    // Without a limit a percentage cannot be said as a price; it is not one.
    if (!limit)
        m_ui.target->setText({});
    m_targetMeaning = meaning;
    markMeanings();
    // The same target, said the other way.
    if (target && limit && limit->isPositive()) {
        const Price above = *target - *limit;
        const std::int64_t percent = static_cast<std::int64_t>(
            divideRoundEven(static_cast<__int128>(above.units()) * 10'000, limit->units()));
        m_ui.target->setText(meaning == TargetMeaning::Price        ? priceText(*target)
                             : meaning == TargetMeaning::PlusAmount ? priceText(above)
                                                                    : percentUnitsText(percent));
    }
    edited();
}

void TicketPanel::setStopMeaning(StopMeaning meaning) {
    m_laterStop.reset();
    if (meaning == m_stopMeaning)
        return markMeanings();
    const auto stop = m_reading.stop;
    const auto limit = m_reading.limit;
    if (!limit)
        m_ui.stop->setText({});
    m_stopMeaning = meaning;
    markMeanings();
    if (stop && limit && limit->isPositive()) {
        const std::int64_t percent = static_cast<std::int64_t>(
            divideRoundEven(static_cast<__int128>((*limit - *stop).units()) * 10'000, limit->units()));
        m_ui.stop->setText(meaning == StopMeaning::Price ? priceText(*stop) : percentUnitsText(percent));
    }
    edited();
}

void TicketPanel::followDefaultExits() {
    const Settings settings = context().settings.settings();
    const auto follow = [&settings](const char* key, StepField* field, QString& known, bool isPercent) {
        const auto percent = percentSetting(settings, key);
        if (!percent || percentUnitsText(*percent) == known)
            return false;
        // What a person typed stays.
        const bool isUntouched = isPercent && field->text() == known;
        known = percentUnitsText(*percent);
        if (isUntouched)
            field->setText(known);
        return isUntouched;
    };
    const bool isNewTarget = follow("exits.take_profit_percent", m_ui.target, m_defaultTarget,
                                    m_targetMeaning == TargetMeaning::PlusPercent);
    const bool isNewStop = follow("exits.stop_loss_percent", m_ui.stop, m_defaultStop,
                                  m_stopMeaning == StopMeaning::MinusPercent);
    if (isNewTarget || isNewStop)
        edited();
}

void TicketPanel::takeDefaultExits() {
    const Settings settings = context().settings.settings();
    if (const auto gain = percentSetting(settings, "exits.take_profit_percent"))
        m_ui.target->setText(m_defaultTarget = percentUnitsText(*gain));
    if (const auto loss = percentSetting(settings, "exits.stop_loss_percent"))
        m_ui.stop->setText(m_defaultStop = percentUnitsText(*loss));
    m_ui.quantity->setText(QStringLiteral("1"));
    markMeanings();
}

} // namespace strikedesk::ui
