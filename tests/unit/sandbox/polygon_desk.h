// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/sandbox.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace strikedesk::sandbox {

/// A sandbox without a port, asked as a client of Polygon's side asks it. The clock stands still until moved.
struct PolygonDesk {
    explicit PolygonDesk(SandboxConfig with = {}) : config(std::move(with)) {
        auto opened = Sandbox::tryOpen(config, mono);
        if (opened)
            sandbox = std::move(*opened);
        else
            ADD_FAILURE() << opened.error().message;
    }

    HttpAnswer call(const std::string& target, const std::string& key = "sandbox-polygon-key",
                    const std::string& method = "GET") {
        auto request = parseTarget(method, target);
        if (!request) {
            ADD_FAILURE() << "no target: " << target;
            return {};
        }
        request->headers = {{"host", "sandbox.test:81"}};
        if (!key.empty())
            request->headers["authorization"] = "Bearer " + key;
        return sandbox->handle(*request, mono, 0);
    }
    nlohmann::json get(const std::string& target) {
        return nlohmann::json::parse(call(target).body, nullptr, false);
    }
    /// The page behind a next_url, which must lead back here.
    nlohmann::json next(const nlohmann::json& page) {
        const std::string url = page.value("next_url", "");
        const std::string home = "http://sandbox.test:81";
        EXPECT_EQ(url.find(home), 0U) << url;
        EXPECT_EQ(url.find("sandbox-polygon-key"), std::string::npos);
        return url.size() > home.size() ? get(url.substr(home.size())) : nlohmann::json();
    }
    void pass(Duration real) {
        mono = mono + real;
        sandbox->tick(mono);
    }

    SandboxConfig config;
    MonoTime mono = MonoTime::fromNanoseconds(1);
    std::unique_ptr<Sandbox> sandbox;
};

} // namespace strikedesk::sandbox
