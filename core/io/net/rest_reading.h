// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/net/rest_client.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk::net {

/// The decoded body of a good JSON answer, or why there is none.
template <class Decode>
auto decodedAnswer(const RestClient& rest, const HttpOutcome& outcome, Decode decode)
    -> decltype(decode(std::string_view())) {
    if (!outcome.isSuccess() || !outcome.isJson())
        return rest.explain(outcome);
    return decode(outcome.body);
}

/// A GET whose answer goes through `decode(body) -> Result<T>`.
template <class Decode, class T>
void readAnswer(RestClient& rest, Lane lane, const std::string& path, Decode decode,
                std::function<void(Result<T>)> answered) {
    rest.get(lane, path, [&rest, decode, answered = std::move(answered)](const HttpOutcome& outcome) {
        answered(decodedAnswer(rest, outcome, decode));
    });
}

/// One read over several pages. `take(body)` keeps a page's rows and returns the next path, "" after the last
/// page, or an error. A run of more than `mostPages` pages is an error: a token that repeats must not hold
/// us.
struct PagedRead {
    Lane lane = Lane::History;
    int mostPages = 500;
    std::function<Result<std::string>(std::string_view body)> take;
    std::function<void(Status)> finished;
};

void readPages(RestClient& rest, const std::string& firstPath, const std::shared_ptr<PagedRead>& read);

/// Runs one paged read per path, one after the other, all pages into `take(body, path) -> next path`; every
/// path may have `mostPages`.
struct PathRun {
    Lane lane = Lane::History;
    std::vector<std::string> paths;
    int mostPages = 500;
    std::function<Result<std::string>(std::string_view body, const std::string& path)> take;
    std::function<void(Status)> finished;
    std::size_t at = 0; ///< the path that is next
};

void runPaths(RestClient& rest, const std::shared_ptr<PathRun>& run);

/// As PathRun for rows gathered into `Rows`. Nothing to ask for still answers later, as every call does.
template <class Rows>
void gather(RestClient& rest, Lane lane, std::vector<std::string> paths,
            std::function<Result<std::string>(Rows&, std::string_view, const std::string&)> take,
            std::function<void(Result<Rows>)> answered, int mostPages = 500) {
    if (paths.empty()) {
        QTimer::singleShot(0, &rest, [answered = std::move(answered)] { answered(Rows()); });
        return;
    }
    const auto rows = std::make_shared<Rows>();
    const auto run = std::make_shared<PathRun>();
    run->lane = lane;
    run->paths = std::move(paths);
    run->mostPages = mostPages;
    run->take = [rows, take = std::move(take)](std::string_view body, const std::string& path) {
        return take(*rows, body, path);
    };
    run->finished = [rows, answered = std::move(answered)](const Status& status) {
        if (!status)
            return answered(status.error());
        answered(std::move(*rows));
    };
    runPaths(rest, run);
}

} // namespace strikedesk::net
