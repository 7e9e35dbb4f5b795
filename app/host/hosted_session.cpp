// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/host/hosted_session.h"

#include <QCoreApplication>

#include <utility>

namespace strikedesk::host {

HostedSession::HostedSession(Environment environment) : m_environment(std::move(environment)) {}

std::string ownProgram() { return QCoreApplication::applicationFilePath().toStdString(); }

void HostedSession::start(const std::string& program) {
    session::SessionConfig config = sessionConfigOf(m_environment);
    if (m_environment.mode != session::Mode::Demo) {
        auto keys = keysFromEnvironment(*m_environment.redactor);
        if (!keys) {
            failed(keys.error());
            return;
        }
        config.keys = std::move(*keys);
        config.endpoints = endpointsOf(m_environment);
        startSession(std::move(config));
        return;
    }
    config.keys = sandboxKeys();
    config.speed = speed;
    auto shared = std::make_shared<session::SessionConfig>(std::move(config));
    m_sandbox.listening = [this, shared](std::uint16_t port) {
        shared->endpoints = endpointsOf(m_environment, port);
        startSession(std::move(*shared));
    };
    m_sandbox.ended = [this](const Error& error) { failed(error); };
    std::vector<std::string> arguments = sandboxArguments;
    arguments.insert(arguments.end(),
                     {"--speed", std::to_string(speed), "--seed",
                      std::to_string(m_environment.settings.integer("sandbox.seed")), "--port",
                      std::to_string(m_environment.settings.integer("sandbox.port")), "--cash",
                      m_environment.settings.money("sandbox.starting_cash").text(), "--venue-db",
                      (m_environment.dataDirectory / "venue.db").string()});
    m_sandbox.start(program, arguments);
}

void HostedSession::startSession(session::SessionConfig config) {
    m_session = std::make_unique<session::Session>(std::move(config), *m_environment.log);
    if (prepared)
        prepared(*m_session);
    if (const Status started = m_session->start(); !started)
        failed(started.error());
}

void HostedSession::stop() {
    if (m_session)
        m_session->stop();
    m_sandbox.stop();
}

} // namespace strikedesk::host
