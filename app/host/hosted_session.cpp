// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/host/hosted_session.h"

#include "core/io/keys/keychain_store.h"

#include <QCoreApplication>

#include <utility>

namespace strikedesk::host {

HostedSession::HostedSession(Environment environment, std::unique_ptr<SecretStore> secrets)
    : m_environment(std::move(environment)),
      m_secrets(secrets ? std::move(secrets) : std::make_unique<keys::KeychainStore>()),
      m_keys(*m_secrets, m_environment.settings.text("profile.name")) {}

std::string ownProgram() { return QCoreApplication::applicationFilePath().toStdString(); }

void HostedSession::start(const std::string& program) {
    if (m_session || m_asked)
        return;
    if (m_environment.mode == session::Mode::Demo) {
        startSandbox(program);
        return;
    }
    m_asked = std::make_shared<int>(0);
    m_keys.find(m_environment.mode, m_environment.redactor,
                [this, asked = std::weak_ptr<int>(m_asked)](Result<alpaca::AlpacaKeys> keys) {
                    if (asked.expired())
                        return;
                    m_asked.reset();
                    if (!keys)
                        failed(keys.error());
                    else
                        startAtBroker(std::move(*keys));
                });
}

void HostedSession::startAtBroker(alpaca::AlpacaKeys keys) {
    auto config = std::make_shared<session::SessionConfig>(sessionConfigOf(m_environment));
    config->keys = std::move(keys);
    config->endpoints = endpointsOf(m_environment);
    config->polygonEndpoints = polygonEndpointsOf(m_environment);
    m_asked = std::make_shared<int>(0);
    m_keys.findDataKey(m_environment.redactor,
                       [this, config, asked = std::weak_ptr<int>(m_asked)](Result<Secret> key) {
                           if (asked.expired())
                               return;
                           m_asked.reset();
                           // Without a second source of data the session still runs; it says what is wrong.
                           if (key)
                               config->polygonKey = std::move(*key);
                           startSession(std::move(*config));
                           if (!key && m_session && m_session->troubled)
                               m_session->troubled(key.error());
                       });
}

void HostedSession::startSandbox(const std::string& program) {
    session::SessionConfig config = sessionConfigOf(m_environment);
    config.keys = sandboxKeys();
    config.polygonKey = sandboxDataKey();
    config.speed = speed;
    auto shared = std::make_shared<session::SessionConfig>(std::move(config));
    const auto begin = [this, shared](std::uint16_t port) {
        shared->endpoints = endpointsOf(m_environment, port);
        shared->polygonEndpoints = polygonEndpointsOf(m_environment, port);
        startSession(std::move(*shared));
    };
    m_sandbox.listening = begin;
    m_sandbox.ended = [this](const Error& error) { failed(error); };
    if (m_sandbox.port() != 0)
        return begin(m_sandbox.port());
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

void HostedSession::restart(const std::string& program) {
    m_asked.reset();
    if (m_session)
        m_session->stop();
    m_session.reset();
    start(program);
}

void HostedSession::stop() {
    m_asked.reset();
    if (m_session)
        m_session->stop();
    m_sandbox.stop();
}

} // namespace strikedesk::host
