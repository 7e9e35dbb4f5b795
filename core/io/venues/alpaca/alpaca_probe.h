// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/alpaca_rest.h"
#include "core/market/grants.h"

#include <functional>
#include <optional>
#include <string>

namespace strikedesk::alpaca {

/// Asks the data host with six small reads what the key may have: quotes of the chosen feeds and of the
/// better ones, history, news. Answered once, also when nothing could be reached (everything unknown then).
/// `rest` outlives the answers. One thread.
void probe(AlpacaRest& rest, const AlpacaEndpoints& endpoints,
           std::function<void(const market::GrantReport&)> answered);

/// What the answers mean; apart from the asking so that it can be tested. The errors are those of the reads,
/// nothing for a good answer.
struct ProbeAnswers {
    using Answer = std::optional<Error>;
    Answer chosenStocks; ///< newest quotes of the chosen stock feed
    Answer sip;          ///< newest quotes of the consolidated tape
    Answer stockBars;
    Answer opra; ///< a chain row of the consolidated options feed
    Answer indicative;
    Answer news;
};
market::GrantReport reportOf(const ProbeAnswers& answers, const std::string& stockFeed,
                             const std::string& optionFeed);

} // namespace strikedesk::alpaca
