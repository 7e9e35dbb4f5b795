// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/alpaca_rest.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace strikedesk::alpaca {

/// The decoded body of a good JSON answer, or why there is none.
template <class Decode>
auto decodedAnswer(const net::HttpOutcome& outcome, Decode decode) -> decltype(decode(std::string_view())) {
    if (!outcome.isSuccess() || !outcome.isJson())
        return errorOf(outcome);
    return decode(outcome.body);
}

/// A GET whose answer goes through `decode(body) -> Result<T>`.
template <class Decode, class T>
void readAnswer(AlpacaRest& rest, net::Lane lane, const std::string& path, Decode decode,
                std::function<void(Result<T>)> answered) {
    rest.get(lane, path, [decode, answered = std::move(answered)](const net::HttpOutcome& outcome) {
        answered(decodedAnswer(outcome, decode));
    });
}

/// One read over several pages. `take(body)` keeps a page's rows and returns the next path, "" after the last
/// page, or an error. A run of more than `mostPages` pages is an error: a token that repeats must not hold
/// us.
struct PagedRead {
    net::Lane lane = net::Lane::History;
    int mostPages = 500;
    std::function<Result<std::string>(std::string_view body)> take;
    std::function<void(Status)> finished;
};

void readPages(AlpacaRest& rest, const std::string& firstPath, const std::shared_ptr<PagedRead>& read);

} // namespace strikedesk::alpaca
