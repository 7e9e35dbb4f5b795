// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_chain.h"

#include "app/desk/chain_build.h"
#include "core/base/zone.h"
#include "ui/theme/error_text.h"
namespace strikedesk::desk {

namespace {

/// Volumes, greeks and quotes beyond the data plan are not streamed; of several panels one reads them.
constexpr Duration kReadAgain = Duration::seconds(15);
/// A chain that was read before is there at once, with the age it has (domain rules, section 20).
constexpr Duration kKept = Duration::seconds(60);
constexpr Duration kShortestPause = Duration::milliseconds(500);
constexpr int kAfterFailureMs = 5'000;
constexpr int kFurthestExpiryDays = 400; ///< beyond lie long-dated contracts no day trader scrolls to

} // namespace

LiveChain::LiveChain(LiveDesk& desk, ContractBook& book) : m_desk(desk), m_book(book) {
    m_snapshots = desk.subscribe([this] { onSnapshot(); });
    m_readAgain.setSingleShot(true);
    QObject::connect(&m_readAgain, &QTimer::timeout, [this] {
        if (m_contracts)
            readRows();
        else
            readExpiries();
    });
}

void LiveChain::publish(const std::function<void(ui::ChainView&)>& edit) {
    auto next = std::make_shared<ui::ChainView>(*m_view);
    edit(*next);
    ++next->version;
    m_view = std::move(next);
    m_changed.publish();
}

void LiveChain::show(const Symbol& underlying, std::optional<Date> expiry) {
    const bool isSame = underlying == m_view->underlying;
    if (isSame && expiry == m_wantedExpiry && m_view->state != ui::ChainState::Failed)
        return;
    m_wantedExpiry = expiry;
    ++m_question;
    m_readAgain.stop();
    m_quotes.reset();
    m_visible.clear();
    if (underlying.isEmpty()) {
        m_spot.reset();
        publish([](ui::ChainView& view) {
            ui::ChainView fresh;
            fresh.version = view.version;
            view = std::move(fresh);
        });
        return;
    }
    if (!isSame) {
        m_contracts.reset();
        m_spot = m_desk.watch({underlying}, market::Attention::Shown);
    }
    publish([&](ui::ChainView& view) {
        ui::ChainView fresh;
        fresh.version = view.version;
        fresh.underlying = underlying;
        fresh.state = ui::ChainState::Loading;
        if (isSame)
            fresh.expiries = view.expiries;
        fresh.expiry = expiry;
        view = std::move(fresh);
    });
    if (m_contracts)
        readRows();
    else
        readExpiries();
}

void LiveChain::fail(const Error& error) {
    publish([&](ui::ChainView& view) {
        view.state = ui::ChainState::Failed;
        view.why = ui::errorText(error).toStdString();
    });
    m_readAgain.start(kAfterFailureMs);
}

void LiveChain::readExpiries() {
    const Timestamp now = m_desk.now();
    if (m_desk.session() == nullptr || !now.isSet()) {
        m_readAgain.start(200); // the session is starting; its first snapshot asks again sooner
        return;
    }
    const Date today = newYorkDate(now);
    const Symbol underlying = m_view->underlying;
    if (const auto known = m_book.listOf(underlying, today)) {
        m_contracts = known;
        m_contractsOf = today;
        readRows();
        return;
    }
    alpaca::ContractFilter filter;
    filter.expiryFrom = today;
    filter.expiryTo = Date::fromDays(today.days() + kFurthestExpiryDays);
    const std::uint64_t question = m_question;
    m_desk.session()->contracts(underlying, filter,
                                [this, alive = std::weak_ptr(m_alive), question, today,
                                 underlying](const Result<std::vector<alpaca::ListedContract>>& answer) {
                                    if (alive.expired() || question != m_question)
                                        return;
                                    if (!answer) {
                                        fail(answer.error());
                                        return;
                                    }
                                    m_contracts =
                                        std::make_shared<const std::vector<alpaca::ListedContract>>(*answer);
                                    m_contractsOf = today;
                                    m_book.keep(underlying, today, m_contracts);
                                    readRows();
                                });
}

void LiveChain::readRows() {
    const Timestamp now = m_desk.now();
    if (m_desk.session() == nullptr || !now.isSet())
        return;
    if (m_contractsOf != newYorkDate(now)) {
        m_contracts.reset();
        readExpiries();
        return;
    }
    const auto expiries = expiriesOf(*m_contracts, newYorkDate(now));
    if (expiries.empty()) {
        fail({ErrorKind::NotFound, "chain.none",
              m_view->underlying.text() + " has no listed options that trade. Choose another symbol."});
        return;
    }
    const Date expiry = m_wantedExpiry.value_or(expiries.front().date);
    const bool isListed =
        std::any_of(expiries.begin(), expiries.end(), [&](const auto& each) { return each.date == expiry; });
    publish([&](ui::ChainView& view) {
        view.expiries = expiries;
        view.expiry = expiry;
    });
    if (!isListed) {
        fail({ErrorKind::NotFound, "chain.no_such_expiry",
              "No options of " + m_view->underlying.text() + " expire on " + expiry.iso() +
                  ". Choose one of the days shown."});
        m_readAgain.stop();
        return;
    }
    alpaca::ContractFilter filter;
    filter.expiryFrom = filter.expiryTo = expiry;
    const std::uint64_t question = m_question;
    const bool isFirst = m_view->state == ui::ChainState::Loading;
    m_desk.session()->chain(
        m_view->underlying, filter, isFirst ? kKept : kReadAgain,
        [this, alive = std::weak_ptr(m_alive), question, expiry](const Result<workers::ChainAnswer>& answer) {
            if (alive.expired() || question != m_question)
                return;
            if (answer)
                onRows(expiry, *answer);
            else
                fail(answer.error());
        });
}

void LiveChain::onRows(Date expiry, const workers::ChainAnswer& answer) {
    if (!m_contracts)
        return; // a new day began meanwhile; its contracts are being read
    m_seenQuotes.reset();
    auto rows = rowsOf(*m_contracts, answer.rows, expiry, answer.askedAt.market);
    const auto snapshot = m_desk.snapshot();
    takeQuotes(rows, *snapshot->quotes);
    markStreams(rows, snapshot->notStreamed.get());
    publish([&](ui::ChainView& view) {
        view.rows = std::move(rows);
        view.state = ui::ChainState::Ready;
        view.why.clear();
        view.readAt = answer.askedAt.market;
    });
    onSnapshot();
    readAgainWhenOld(answer.askedAt.mono);
}

void LiveChain::readAgainWhenOld(MonoTime askedAt) {
    const session::Session* session = m_desk.session();
    const Duration age = session == nullptr ? Duration() : session->now().mono - askedAt;
    const Duration left = std::clamp(kReadAgain - age, kShortestPause, kReadAgain);
    m_readAgain.start(static_cast<int>(left.toMilliseconds()));
}

void LiveChain::followSession() {
    if (m_desk.session() == m_askedOf)
        return;
    m_askedOf = m_desk.session();
    ++m_question;
    if (m_askedOf != nullptr && !m_view->underlying.isEmpty())
        m_readAgain.start(0);
}

void LiveChain::onSnapshot() {
    followSession();
    // Rows go on with the stream although reading them again failed.
    if (m_view->underlying.isEmpty() || m_view->state == ui::ChainState::Loading || m_view->rows.empty())
        return;
    const auto snapshot = m_desk.snapshot();
    if (snapshot->quotes == m_seenQuotes)
        return;
    m_seenQuotes = snapshot->quotes;
    std::optional<Price> spot;
    if (const market::BoardRow* row = snapshot->quotes->find(m_view->underlying))
        spot = row->quote.isSane() ? row->quote.mid() : row->last;
    auto rows = m_view->rows;
    const bool isMarked = markStreams(rows, snapshot->notStreamed.get());
    if (!takeQuotes(rows, *snapshot->quotes) && !isMarked && spot == m_view->spot)
        return;
    publish([&](ui::ChainView& view) {
        view.rows = std::move(rows);
        view.spot = spot;
        view.expectedMove = spot ? expectedMoveOf(view.rows, *spot) : std::nullopt;
    });
}

void LiveChain::setVisible(const std::vector<Symbol>& contracts) {
    std::set<Symbol> visible(contracts.begin(), contracts.end());
    if (visible == m_visible)
        return;
    m_visible = visible;
    m_quotes = m_desk.watch(std::move(visible), market::Attention::Shown);
}

} // namespace strikedesk::desk
