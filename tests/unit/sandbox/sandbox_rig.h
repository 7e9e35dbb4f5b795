// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/sandbox.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace strikedesk::sandbox::test {

/// A sandbox without a port: requests go in directly and its clock moves only when a test says so.
class Rig {
public:
    explicit Rig(SandboxConfig config = {}) : m_config(std::move(config)) {
        m_config.venue.partialPermille = 0;
        auto opened = Sandbox::tryOpen(m_config, m_now);
        if (opened)
            sandbox = std::move(*opened);
    }

    HttpAnswer call(const std::string& method, const std::string& target, const std::string& body = {}) {
        auto request = parseTarget(method, target);
        request->headers = {{"apca-api-key-id", m_config.keyId}, {"apca-api-secret-key", m_config.secretKey}};
        request->body = body;
        m_now = m_now + Duration::microseconds(1);
        return sandbox->handle(*request, m_now, 0);
    }
    nlohmann::json get(const std::string& target) { return json(call("GET", target)); }
    static nlohmann::json json(const HttpAnswer& answer) {
        return nlohmann::json::parse(answer.body, nullptr, false);
    }
    void wait(Duration by) {
        m_now = m_now + by;
        sandbox->tick(m_now);
    }
    void jumpTo(const std::string& marketTime) {
        call("POST", "/sandbox/v1/clock", nlohmann::json{{"advance_to", marketTime}}.dump());
    }
    MonoTime now() const { return m_now; }

    std::unique_ptr<Sandbox> sandbox;

private:
    SandboxConfig m_config;
    MonoTime m_now = MonoTime::fromNanoseconds(1);
};

/// Keeps what the sandbox sends on a socket.
class RecordingPeer final : public SocketPeer {
public:
    void send(std::string frame, bool binary) override {
        frames.push_back(std::move(frame));
        binaries.push_back(binary);
    }
    void close() override { closed = true; }
    void cut() override { closed = true; }
    /// Every object of every JSON frame, in order.
    std::vector<nlohmann::json> messages() const {
        std::vector<nlohmann::json> all;
        for (const std::string& frame : frames) {
            const auto parsed = nlohmann::json::parse(frame, nullptr, false);
            if (parsed.is_array())
                all.insert(all.end(), parsed.begin(), parsed.end());
            else
                all.push_back(parsed);
        }
        return all;
    }

    std::vector<std::string> frames;
    std::vector<bool> binaries;
    bool closed = false;
};

} // namespace strikedesk::sandbox::test
