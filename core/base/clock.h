// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

namespace strikedesk {

/// The two times of one moment. Every event carries one: `market` for sessions, quote age, validity; `mono`
/// for time-outs, horizons and budgets.
struct Moment {
    Timestamp market;
    MonoTime mono;

    template <class A>
    void archive(A& a) {
        a.field("market", market);
        a.field("mono", mono);
    }
    friend auto operator<=>(const Moment&, const Moment&) = default;
};

/// Where time comes from. Implementations: the machine's clock anchored to a venue's (run), a hand-set one
/// (tests, replay). Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
};

/// A clock that moves only when told. One thread.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Moment start) : m_now(start) {}
    Moment now() const override { return m_now; }
    void advance(Duration by) {
        m_now.market = m_now.market + by;
        m_now.mono = m_now.mono + by;
    }
    void set(Moment moment) { m_now = moment; }

private:
    Moment m_now;
};

} // namespace strikedesk
