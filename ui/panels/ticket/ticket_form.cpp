// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/ticket/ticket_form.h"

#include "core/trade/orders/trade_book.h"
#include "ui/panels/matrix/price_grid.h"
#include "ui/theme/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace strikedesk::ui {

namespace {

struct Form {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::TicketForm)
};

constexpr std::int64_t kLargestQuantity = 1'000'000;
constexpr Price kLargestPrice = Price::fromCents(100'000'000);
constexpr int kLongestText = 24;

void readQuantity(const TicketTexts& texts, TicketReading& reading) {
    static const QRegularExpression kWhole(QStringLiteral("^\\d{1,9}$"));
    const QString plain = texts.quantity.trimmed();
    if (plain.isEmpty())
        reading.quantityProblem = Form::tr("Enter how many.");
    else if (!kWhole.match(plain).hasMatch())
        reading.quantityProblem = Form::tr("Enter a whole number, such as 4.");
    else if (plain.toLongLong() < 1)
        reading.quantityProblem = Form::tr("The quantity must be at least 1.");
    else if (plain.toLongLong() > kLargestQuantity)
        reading.quantityProblem = Form::tr("That is more than any order may have.");
    else
        reading.quantity = plain.toLongLong();
}

/// Why a price cannot be used, or empty.
QString priceProblem(const Symbol& contract, std::optional<Price> price) {
    if (!price)
        return Form::tr("Enter a price above zero, such as 2.05.");
    if (*price > kLargestPrice)
        return Form::tr("That is higher than any price traded here.");
    const PriceGrid grid(contract);
    if (grid.holds(*price))
        return {};
    const auto below = grid.priceAt(grid.indexBelow(*price));
    const auto above = grid.priceAt(grid.indexAbove(*price));
    return below ? Form::tr("Between two price steps: use %1 or %2.").arg(priceText(*below), priceText(above))
                 : Form::tr("The lowest price here is %1.").arg(priceText(above));
}

void readLimit(const TicketTexts& texts, TicketReading& reading) {
    if (texts.limit.trimmed().isEmpty()) {
        reading.limitProblem = Form::tr("Enter a limit price.");
        return;
    }
    const auto price = priceFromText(texts.limit);
    reading.limitProblem = priceProblem(texts.contract, price);
    if (reading.limitProblem.isEmpty())
        reading.limit = price;
}

bool isNegative(const QString& text) {
    const QString plain = text.trimmed();
    return plain.startsWith(QLatin1Char('-')) || plain.startsWith(QChar(0x2212));
}

void readTarget(const TicketTexts& texts, TicketReading& reading, trade::ExitPlan& plan) {
    if (texts.target.trimmed().isEmpty())
        return;
    trade::TakeProfit wish;
    switch (texts.targetMeaning) {
    case TargetMeaning::Price:
        wish.kind = trade::TakeProfit::Kind::AtPrice;
        wish.price = priceFromText(texts.target).value_or(Price());
        reading.targetProblem = priceProblem(texts.contract, priceFromText(texts.target));
        break;
    case TargetMeaning::PlusAmount:
        wish.kind = trade::TakeProfit::Kind::PlusAmount;
        wish.price = priceFromText(texts.target).value_or(Price());
        if (!wish.price.isPositive() || wish.price > kLargestPrice)
            reading.targetProblem = Form::tr("Enter an amount above zero, such as 0.10.");
        break;
    case TargetMeaning::PlusPercent:
        wish.kind = trade::TakeProfit::Kind::PlusPercent;
        wish.percentUnits = isNegative(texts.target) ? 0 : typedPercent(texts.target).value_or(0);
        if (wish.percentUnits == 0)
            reading.targetProblem = Form::tr("Enter percent above zero, such as 5.");
        break;
    }
    if (!reading.targetProblem.isEmpty())
        return;
    plan.takeProfit = wish;
    if (!reading.limit)
        return;
    reading.target = trade::targetOf(plan, *reading.limit, texts.contract, true);
    if (reading.target && *reading.target <= *reading.limit)
        reading.targetProblem = Form::tr("The take-profit must be above the limit.");
    else if (reading.target && *reading.target > kLargestPrice)
        reading.targetProblem = Form::tr("That is higher than any price traded here.");
}

void readStop(const TicketTexts& texts, TicketReading& reading, trade::ExitPlan& plan) {
    if (texts.stop.trimmed().isEmpty())
        return;
    std::optional<Price> stop;
    if (texts.stopMeaning == StopMeaning::Price) {
        stop = priceFromText(texts.stop);
        reading.stopProblem = priceProblem(texts.contract, stop);
    } else {
        const auto percent = typedPercent(texts.stop);
        if (!percent || *percent >= 10'000 || texts.stop.trimmed().startsWith(QLatin1Char('+')))
            reading.stopProblem = Form::tr("Enter percent between 0 and 100, such as 20.");
        else if (reading.limit) {
            const auto left =
                divideRoundEven(static_cast<__int128>(reading.limit->units()) * (10'000 - *percent), 10'000);
            const PriceGrid grid(texts.contract);
            // Down, so that the stop is never nearer than asked for; not below the first price there is.
            stop = grid.priceAt(std::max<std::int64_t>(1, grid.indexBelow(Price::fromUnits(left))));
        }
    }
    if (!reading.stopProblem.isEmpty() || !stop)
        return;
    if (reading.limit && *stop >= *reading.limit) {
        reading.stopProblem = Form::tr("The stop must be below the limit.");
        return;
    }
    reading.stop = stop;
    plan.stop = stop;
}

bool isSameTarget(const std::optional<trade::TakeProfit>& a, const std::optional<trade::TakeProfit>& b) {
    if (!a || !b)
        return a.has_value() == b.has_value();
    return a->kind == b->kind && a->price == b->price && a->percentUnits == b->percentUnits;
}

} // namespace

QString TicketReading::firstProblem() const {
    for (const QString* problem : {&quantityProblem, &limitProblem, &targetProblem, &stopProblem})
        if (!problem->isEmpty())
            return *problem;
    return {};
}

TicketReading readTicket(const TicketTexts& texts) {
    TicketReading reading;
    trade::ExitPlan plan;
    readQuantity(texts, reading);
    readLimit(texts, reading);
    const bool buys = texts.intent == trade::PositionIntent::BuyToOpen;
    if (buys) {
        readTarget(texts, reading, plan);
        readStop(texts, reading, plan);
    }
    if (texts.contract.isEmpty() || !reading.firstProblem().isEmpty())
        return reading;
    trade::EntryTicket ticket;
    ticket.intentId = texts.intentId;
    ticket.symbol = texts.contract;
    ticket.intent = texts.intent;
    ticket.quantity = Quantity::whole(*reading.quantity);
    ticket.limitPrice = *reading.limit;
    ticket.timeInForce = texts.timeInForce;
    ticket.plan = plan;
    ticket.multiplier = texts.multiplier;
    reading.ticket = std::move(ticket);
    return reading;
}

std::optional<std::int64_t> typedPercent(const QString& text) {
    static const QRegularExpression kShape(QStringLiteral("^[+\u2212-]?(\\d{1,6})(?:\\.(\\d{1,2}))?\\s*%?$"));
    const QString plain = text.trimmed();
    const auto match = kShape.match(plain);
    if (plain.size() > kLongestText || !match.hasMatch())
        return std::nullopt;
    const QString hundredths = match.captured(2).leftJustified(2, QLatin1Char('0'));
    const std::int64_t units = match.captured(1).toLongLong() * 100 + hundredths.toLongLong();
    return units > 0 ? std::optional(units) : std::nullopt;
}

QString percentUnitsText(std::int64_t hundredths) {
    QString text = QString::number(hundredths / 100);
    if (hundredths % 100 != 0)
        text += QStringLiteral(".%1").arg(hundredths % 100, 2, 10, QLatin1Char('0'));
    return text;
}

bool isSameTicket(const trade::EntryTicket& a, const trade::EntryTicket& b) {
    return a.intentId == b.intentId && a.symbol == b.symbol && a.intent == b.intent &&
           a.quantity == b.quantity && a.limitPrice == b.limitPrice && a.timeInForce == b.timeInForce &&
           a.plan.stop == b.plan.stop && isSameTarget(a.plan.takeProfit, b.plan.takeProfit) &&
           a.origin == b.origin && a.fillWait == b.fillWait && a.multiplier == b.multiplier;
}

Price stepped(const Symbol& contract, Price from, int steps) {
    const PriceGrid grid(contract);
    std::int64_t index = steps > 0 ? grid.indexBelow(from) : grid.indexAbove(from);
    index += steps;
    const auto next = grid.priceAt(std::max<std::int64_t>(1, index));
    return next ? *next : from;
}

} // namespace strikedesk::ui
