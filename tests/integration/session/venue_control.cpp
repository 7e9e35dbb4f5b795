// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/session/venue_control.h"

#include <QTcpSocket>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::test {

using nlohmann::json;

namespace {

constexpr int kPatienceMs = 20'000;

/// The whole answer of one request on a connection of its own.
std::string exchange(std::uint16_t port, const std::string& method, const std::string& path,
                     const std::string& body) {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(kPatienceMs))
        return {};
    const std::string request = method + " " + path +
                                " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                                "APCA-API-KEY-ID: SANDBOX-KEY\r\nAPCA-API-SECRET-KEY: sandbox-secret\r\n"
                                "Content-Type: application/json\r\nContent-Length: " +
                                std::to_string(body.size()) + "\r\n\r\n" + body;
    socket.write(request.data(), static_cast<qint64>(request.size()));
    QByteArray answer;
    while (socket.waitForReadyRead(kPatienceMs))
        answer += socket.readAll();
    return (answer + socket.readAll()).toStdString();
}

json jsonOf(const std::string& answer, const std::string& path) {
    const std::size_t head = answer.find("\r\n\r\n");
    const bool good = answer.starts_with("HTTP/1.1 200") && head != std::string::npos;
    json body = good ? json::parse(answer.substr(head + 4), nullptr, false) : json();
    EXPECT_FALSE(body.is_null() || body.is_discarded()) << path << ": " << answer;
    return body.is_discarded() ? json() : body;
}

std::int64_t writesOf(const json& counts) {
    return counts.value("post", std::int64_t{0}) + counts.value("patch", std::int64_t{0});
}

} // namespace

json VenueControl::get(const std::string& path) const {
    return jsonOf(exchange(m_port, "GET", path, {}), path);
}

json VenueControl::post(const std::string& path, const json& body) const {
    return jsonOf(exchange(m_port, "POST", path, body.dump()), path);
}

void VenueControl::fault(const std::string& name, std::int64_t count) const {
    const json answer = post("/sandbox/v1/faults", json{{name, count}});
}

std::int64_t VenueControl::faultsLeft(const std::string& name) const {
    return get("/sandbox/v1/faults").value(name, std::int64_t{-1});
}

std::int64_t VenueControl::arrivals(const std::string& clientOrderId) const {
    const json answer = get("/sandbox/v1/arrivals");
    const json& rows = answer.at("arrivals");
    return rows.contains(clientOrderId) ? writesOf(rows.at(clientOrderId)) : 0;
}

std::int64_t VenueControl::arrivedWrites() const { return writesOf(get("/sandbox/v1/arrivals").at("total")); }

std::int64_t VenueControl::mostArrivalsOfOneId() const {
    std::int64_t most = 0;
    const json answer = get("/sandbox/v1/arrivals");
    for (const auto& [id, counts] : answer.at("arrivals").items())
        most = std::max(most, writesOf(counts));
    return most;
}

} // namespace strikedesk::test
