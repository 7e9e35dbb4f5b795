// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/rest_reading.h"

namespace strikedesk::net {

namespace {

Error pagesWithoutEnd() {
    return Error{ErrorKind::Protocol,
                 "net.pages.endless",
                 "An answer came in pages that did not end, and it was not used. Ask for less at once.",
                 {},
                 {}};
}

} // namespace

void readPages(RestClient& rest, const std::string& firstPath, const std::shared_ptr<PagedRead>& read) {
    rest.get(read->lane, firstPath, [&rest, firstPath, read](const HttpOutcome& outcome) {
        const auto next = decodedAnswer(rest, outcome, read->take);
        if (!next)
            return read->finished(next.error());
        if (next->empty())
            return read->finished(done());
        if (--read->mostPages <= 0 || *next == firstPath)
            return read->finished(pagesWithoutEnd());
        readPages(rest, *next, read);
    });
}

void runPaths(RestClient& rest, const std::shared_ptr<PathRun>& run) {
    if (run->at == run->paths.size())
        return run->finished(done());
    const std::string path = run->paths[run->at++];
    const auto read = std::make_shared<PagedRead>();
    read->lane = run->lane;
    read->mostPages = run->mostPages;
    read->take = [run, path](std::string_view body) { return run->take(body, path); };
    read->finished = [&rest, run](const Status& status) {
        if (!status)
            return run->finished(status);
        runPaths(rest, run);
    };
    readPages(rest, path, read);
}

} // namespace strikedesk::net
