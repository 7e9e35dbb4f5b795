// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/risk/entry_gate.h"
#include "core/trade/risk/ticket_check.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk::trade {

/// Above every listed price; sums and products of it stay far inside fixed point.
inline constexpr Price kHighestPrice = Price::fromCents(100'000'000);

/// What a gate looks at.
struct GateInput {
    const EntryTicket& ticket;
    const TradeBook& book;
    const GateMemory& memory;
    const TradeContext& context;
    /// The ticket is an intent already and about to leave: it does not count against itself.
    bool isRelease = false;
};

/// Gathers what the gates say. The gates do not know whether they are asked for a yes or no about an order or
/// for the list of a ticket, so the two can never disagree.
class GateRun {
public:
    /// Whether the words of what passed are wanted, or only what was refused.
    enum class Detail : std::uint8_t { RefusalsOnly, Everything };
    explicit GateRun(Detail detail) : m_detail(detail) {}

    /// Notes a refusal when `holds` is false. A gate ends at its first refusal: `if (!run.require(…))
    /// return`.
    bool require(bool holds, const char* code, const char* sentence, bool needsFreshQuote = false) {
        if (!holds)
            refuse(code, sentence, needsFreshQuote);
        return holds;
    }
    void refuse(const char* code, std::string sentence, bool needsFreshQuote = false) {
        m_checks.push_back(GateCheck{code, std::move(sentence), false, needsFreshQuote});
    }
    /// Notes what passed; `words` is only called when somebody reads it.
    template <class Words>
    void pass(const char* code, Words&& words) {
        if (m_detail == Detail::Everything)
            m_checks.push_back(GateCheck{code, std::forward<Words>(words)(), true, false});
    }

    /// As pass(), of what a person may do and a machine may not.
    template <class Words>
    void remark(const char* code, Words&& words) {
        pass(code, std::forward<Words>(words));
        if (m_detail == Detail::Everything)
            m_checks.back().isRemark = true;
    }

    bool isRefused() const { return !m_checks.empty() && !m_checks.back().passed; }
    std::vector<GateCheck> take() { return std::move(m_checks); }

private:
    Detail m_detail;
    std::vector<GateCheck> m_checks;
};

/// One gate. Pure.
using Gate = void (*)(const GateInput& input, GateRun& run);

// gates_world.cpp: what lies outside the ticket.
void gateKill(const GateInput& input, GateRun& run);
void gateReadiness(const GateInput& input, GateRun& run);
void gateSession(const GateInput& input, GateRun& run);
void gateStream(const GateInput& input, GateRun& run);
void gateQuote(const GateInput& input, GateRun& run);
void gateContract(const GateInput& input, GateRun& run);
// gates_ticket.cpp: what the ticket asks for.
void gateSize(const GateInput& input, GateRun& run);
void gatePlan(const GateInput& input, GateRun& run);
void gateDuplicate(const GateInput& input, GateRun& run);
void gateRate(const GateInput& input, GateRun& run);
// gates_limits.cpp: what it adds up to.
void gateLimits(const GateInput& input, GateRun& run);
void gateDailyLoss(const GateInput& input, GateRun& run);

/// All of them, in the order in which a refusal is named.
inline constexpr std::array<Gate, 12> kGates{gateKill,      gateReadiness, gateSession, gateStream,
                                             gateQuote,     gateContract,  gateSize,    gatePlan,
                                             gateDuplicate, gateRate,      gateLimits,  gateDailyLoss};

/// Figures a target can be worked out from without leaving the range of prices.
bool areFiguresSane(const ExitPlan& plan);

/// Buying power that is free: the account's, less entries that may still execute, less what filled since the
/// account was read, `except` that trade's. Nothing before the account is known.
std::optional<Money> freeBuyingPower(const TradeBook& book, const TradeContext& context,
                                     const IntentId& except = {});

} // namespace strikedesk::trade
