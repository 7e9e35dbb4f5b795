// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>

namespace strikedesk::test {

/// The venue seen from outside the program under test: its books with the usual keys, and the control
/// endpoint of the sandbox. Blocking, one connection a request; any thread.
class VenueControl {
public:
    explicit VenueControl(std::uint16_t port) : m_port(port) {}

    /// The answer's JSON; a test failure and null when it is not a 200 with JSON.
    nlohmann::json get(const std::string& path) const;
    nlohmann::json post(const std::string& path, const nlohmann::json& body) const;

    /// Asks for `count` more misbehaviours of that name (core/run/sandbox/fault_plan.h).
    void fault(const std::string& name, std::int64_t count = 1) const;
    std::int64_t faultsLeft(const std::string& name) const;
    /// How many POSTs and PATCHes of orders arrived, by client order id and in all.
    std::int64_t arrivals(const std::string& clientOrderId) const;
    std::int64_t arrivedWrites() const;
    /// The largest number of writes that arrived under one client order id.
    std::int64_t mostArrivalsOfOneId() const;

private:
    std::uint16_t m_port;
};

} // namespace strikedesk::test
