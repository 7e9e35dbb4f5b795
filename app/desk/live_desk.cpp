// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_desk.h"

#include <QRandomGenerator>

#include <utility>

namespace strikedesk::desk {

namespace {

constexpr int kAgeStepMs = 500;

std::shared_ptr<const engine::EngineSnapshot> nothingKnown() {
    auto snapshot = std::make_shared<engine::EngineSnapshot>();
    snapshot->orders = std::make_shared<const engine::OrderView>();
    snapshot->quotes = std::make_shared<const market::QuoteBoard>();
    snapshot->series = std::make_shared<const market::SeriesView>();
    return snapshot;
}

} // namespace

LiveDesk::LiveDesk(ui::DeskFacts facts)
    : m_facts(std::move(facts)), m_snapshot(nothingKnown()), m_ids(QRandomGenerator::system()->generate64()) {
    m_watchSoon.setSingleShot(true);
    m_watchSoon.setInterval(0);
    QObject::connect(&m_watchSoon, &QTimer::timeout, [this] { applyWatch(); });
    m_ages.setInterval(kAgeStepMs);
    QObject::connect(&m_ages, &QTimer::timeout, [this] { m_changed.publish(); });
    m_ages.start();
}

void LiveDesk::setSession(session::Session* session) {
    m_session = session;
    if (session == nullptr) {
        m_snapshot = nothingKnown();
        m_changed.publish();
        return;
    }
    if (const auto asked = std::exchange(m_killAsked, std::nullopt))
        session->kill(*asked, "window");
    applyWatch();
}

void LiveDesk::takeSnapshot() {
    if (m_session == nullptr)
        return;
    if (auto newest = m_session->snapshot()) {
        m_snapshot = std::move(newest);
        m_changed.publish();
    }
}

void LiveDesk::setTrouble(const std::string& sentence) {
    m_facts.trouble = sentence;
    m_changed.publish();
}

void LiveDesk::setMishap(const std::string& sentence) {
    m_facts.mishap = sentence;
    m_changed.publish();
}

void LiveDesk::setPastNotices(std::vector<ui::PastNotice> notices) {
    m_past = std::move(notices);
    m_changed.publish();
}

void LiveDesk::setAccount(const trade::BrokerAccount& account) {
    const std::string number = account.number.text();
    constexpr std::size_t kShown = 4;
    m_facts.accountTail = number.size() > kShown ? number.substr(number.size() - kShown) : number;
    m_changed.publish();
}

void LiveDesk::setFeeds(const std::string& stockFeed, const std::string& optionFeed) {
    m_facts.stockFeed = stockFeed;
    m_facts.optionFeed = optionFeed;
    m_changed.publish();
}

ui::DeskFacts LiveDesk::facts() const {
    ui::DeskFacts facts = m_facts;
    if (m_session != nullptr)
        facts.filmEvents = m_session->filmEvents();
    return facts;
}

Timestamp LiveDesk::now() const { return m_session == nullptr ? Timestamp() : m_session->now().market; }

ui::Subscription LiveDesk::watch(std::set<Symbol> symbols, market::Attention attention) {
    const std::uint64_t number = ++m_lastWatch;
    m_watched[number] = {std::move(symbols), attention};
    m_watchSoon.start();
    return ui::Subscription([this, alive = std::weak_ptr(m_alive), number] {
        if (alive.expired())
            return;
        m_watched.erase(number);
        m_watchSoon.start();
    });
}

void LiveDesk::applyWatch() {
    if (m_session == nullptr)
        return;
    std::vector<session::StreamWish> wishes;
    for (const auto& [number, watched] : m_watched)
        for (const Symbol& symbol : watched.symbols)
            wishes.push_back({symbol, watched.attention});
    m_session->watch(std::move(wishes));
}

void LiveDesk::post(engine::UserEvent event) {
    if (m_session != nullptr)
        return m_session->post(std::move(event));
    // What only looks (a draft, series) is asked again by whoever looks.
    if (const auto* sent = std::get_if<engine::TicketSubmitted>(&event))
        refuse(ClientOrderId("-" + sent->ticket.intentId.text()));
    else if (const auto* cancel = std::get_if<engine::CancelRequested>(&event))
        refuse(cancel->clientOrderId);
    else if (std::holds_alternative<engine::CloseRequested>(event) ||
             std::holds_alternative<engine::PlanRequested>(event))
        refuse({});
}

void LiveDesk::refuse(ClientOrderId order) {
    auto snapshot = std::make_shared<engine::EngineSnapshot>(*m_snapshot);
    const std::uint64_t number = snapshot->notices.empty() ? 1 : snapshot->notices.back().number + 1;
    snapshot->notices.push_back(
        {number,
         Timestamp(),
         {trade::NoticeLevel::Warning, "refused.no_session",
          "Nothing was sent: the session does not run. Wait until it is connected, then try again.",
          std::move(order)}});
    m_snapshot = std::move(snapshot);
    m_changed.publish();
}

void LiveDesk::kill(trade::KillLevel level) {
    if (m_session != nullptr)
        m_session->kill(level, "window");
    else if (level == trade::KillLevel::None)
        m_killAsked.reset(); // takes that wish back; what an earlier session left on was not seen yet
    else
        m_killAsked = level; // told to the session before anything else
}

IntentId LiveDesk::mintIntentId() {
    return m_session != nullptr ? m_session->mintIntentId() : IntentId(m_ids.uuid7(Timestamp()));
}

void LiveDesk::draft(std::optional<trade::EntryTicket> ticket) {
    post(engine::TicketDrafted{std::move(ticket)});
}

} // namespace strikedesk::desk
