// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/risk/readiness.h"

namespace strikedesk::trade {

std::string_view toText(Readiness readiness) {
    switch (readiness) {
    case Readiness::Cold:
        return "COLD";
    case Readiness::Observe:
        return "OBSERVE";
    case Readiness::Ready:
        return "READY";
    case Readiness::Armed:
        return "ARMED";
    }
    return "COLD";
}

} // namespace strikedesk::trade
