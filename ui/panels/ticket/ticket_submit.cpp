// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/base/zone.h"
#include "ui/panels/matrix/ladder_commands.h"
#include "ui/panels/ticket/ticket_widget.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace strikedesk::ui {

bool TicketPanel::mustConfirm() const {
    const auto text = context().settings.settings().textOf("ui.confirm_orders");
    return !text || (*text != "off" && *text != "false" && *text != "0");
}

bool TicketPanel::isExpired() const {
    const auto option = OptionSymbol::tryFrom(m_contract);
    const Timestamp now = context().desk.now();
    return option && now.isSet() && option->expiry() < newYorkDate(now);
}

bool TicketPanel::askedForLiveWord() {
    if (context().desk.facts().mode != DeskMode::Live || m_isLiveAllowed)
        return false;
    m_ui.liveWord->clear();
    m_ui.liveWord->show();
    m_ui.liveWord->setFocus();
    say(tr("This is real money. Type LIVE once to allow orders in this session."), true);
    return true;
}

bool TicketPanel::mayLeave() {
    if (m_contract.isEmpty()) {
        say(tr("Choose a contract in the options chain first."), true);
        return false;
    }
    if (isExpired()) {
        say(tr("This contract has expired. Choose another."), true);
        return false;
    }
    if (const QString problem = m_reading.firstProblem(); !problem.isEmpty()) {
        say(problem, true);
        for (StepField* field : {m_ui.quantity, m_ui.limit, m_ui.target, m_ui.stop})
            if (!field->edit()->accessibleDescription().isEmpty()) {
                field->edit()->setFocus();
                break;
            }
        return false;
    }
    const engine::EngineSnapshot& desk = *context().desk.snapshot();
    if (check() == nullptr && desk.readiness < trade::Readiness::Ready) {
        say(desk.why.empty() ? tr("Not sent: the desk is not ready yet.")
                             : tr("Not sent: %1").arg(sentenceText(desk.why)),
            true);
        return false;
    }
    // A quote that is too old is read again by the engine; everything else stays refused.
    if (const trade::TicketCheck* judged = check())
        for (const trade::GateCheck& gate : judged->checks)
            if (!gate.passed && !gate.needsFreshQuote) {
                say(tr("Not sent: %1").arg(sentenceText(gate.label)), true);
                return false;
            }
    return true;
}

void TicketPanel::submit(bool skipsConfirmation) {
    if (m_stage == Stage::Sent)
        return;
    if (m_stage == Stage::Done)
        return openDraft();
    if (!mayLeave() || askedForLiveWord())
        return;
    if (m_stage == Stage::Editing && mustConfirm() && !skipsConfirmation) {
        m_stage = Stage::Confirming;
        m_confirmedCount = held();
        say({}, false);
        showSubmit();
        return;
    }
    send();
}

void TicketPanel::send() {
    if (!m_buys)
        return sendSale();
    if (!m_reading.ticket || m_reading.ticket->intentId.isEmpty())
        return;
    m_stage = Stage::Sent;
    m_sentId = m_reading.ticket->intentId;
    context().commands.post(engine::TicketSubmitted{*m_reading.ticket});
    context().commands.draft(std::nullopt);
    say(tr("Asked for…"), false);
    showFigures();
    showSubmit();
}

void TicketPanel::sendSale() {
    if (m_stage == Stage::Confirming && held() != m_confirmedCount) {
        m_stage = Stage::Editing;
        say(tr("You hold %1 now. Check the sale and send it again.").arg(held()), true);
        return refresh(*context().desk.snapshot());
    }
    const auto snapshot = context().desk.snapshot();
    LadderModel ladder;
    ladder.setBook(ladderBookOf(*snapshot, m_contract, std::nullopt, texts().multiplier));
    const LadderAnswer answer = sellAt(ladder, *m_reading.limit, true);
    for (const engine::UserEvent& event : answer.events)
        context().commands.post(event);
    const bool isRefused = answer.tone == LadderTone::Refused;
    m_stage = isRefused ? Stage::Editing : Stage::Done;
    if (!isRefused) {
        m_sale = Sale{{}, *m_reading.limit, snapshot->notices.empty() ? 0 : snapshot->notices.back().number};
        for (const HeldTrade& trade : ladder.book().trades)
            m_sale->trades.insert(trade.id);
    }
    say(answer.sentence, isRefused);
    showSubmit();
}

void TicketPanel::followSale(const engine::EngineSnapshot& snapshot) {
    if (!m_sale)
        return;
    for (const engine::NumberedNotice& notice : snapshot.notices)
        if (notice.number > m_sale->heard && notice.notice.code.starts_with("refused.") &&
            notice.notice.clientOrderId.isEmpty()) {
            say(tr("Not sent: %1").arg(sentenceText(notice.notice.message)), true);
            m_sale.reset();
            return;
        }
    if (!snapshot.orders)
        return;
    // From here on it is an order like any other.
    for (const trade::OrderState& order : snapshot.orders->orders)
        if (order.intent.role == trade::OrderRole::TakeProfit && order.intent.limitPrice == m_sale->price &&
            m_sale->trades.contains(order.intent.tradeId))
            m_sentId = order.intent.id;
    if (!m_sentId.isEmpty())
        m_sale.reset();
}

void TicketPanel::follow(const engine::EngineSnapshot& snapshot) {
    followSale(snapshot);
    if (m_sentId.isEmpty())
        return;
    const TicketProgress progress = progressOf(snapshot, m_sentId);
    const bool isBad = progress.stage == TicketStage::Refused || progress.stage == TicketStage::Unknown;
    say(progress.sentence, isBad);
    if (m_stage == Stage::Sent && progress.isSettled()) {
        m_stage = Stage::Done;
        m_intentId = IntentId();
        showSubmit();
    }
}

void TicketPanel::say(const QString& sentence, bool isWarning) {
    m_ui.result->setText(sentence);
    m_ui.result->setVisible(!sentence.isEmpty());
    setStyleProperty(m_ui.result, "ticketTone", static_cast<int>(isWarning ? Token::Warn : Token::Text));
}

void TicketPanel::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter) {
        // A key held down is one press.
        if (!event->isAutoRepeat())
            submit(event->modifiers().testFlag(Qt::ShiftModifier) &&
                   context().desk.facts().mode != DeskMode::Live);
        return event->accept();
    }
    if (event->key() == Qt::Key_Escape && m_stage == Stage::Confirming) {
        m_stage = Stage::Editing;
        showSubmit();
        return event->accept();
    }
    Panel::keyPressEvent(event);
}

} // namespace strikedesk::ui
