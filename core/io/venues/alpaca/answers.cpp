// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/answers.h"

#include "core/io/venues/alpaca/codec/field_reader.h"

namespace strikedesk::alpaca {

void readPages(AlpacaRest& rest, const std::string& firstPath, const std::shared_ptr<PagedRead>& read) {
    rest.get(read->lane, firstPath, [&rest, firstPath, read](const net::HttpOutcome& outcome) {
        const auto next = decodedAnswer(outcome, read->take);
        if (!next)
            return read->finished(next.error());
        if (next->empty())
            return read->finished(done());
        if (--read->mostPages <= 0 || *next == firstPath)
            return read->finished(unexpectedAnswer("the pages of an answer did not end"));
        readPages(rest, *next, read);
    });
}

} // namespace strikedesk::alpaca
