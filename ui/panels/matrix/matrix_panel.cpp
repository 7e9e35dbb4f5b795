// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/matrix/matrix_panel.h"

#include "ui/panels/matrix/ladder_view.h"
#include "ui/readers/display_age.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

class MatrixPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::MatrixPanel)
public:
    MatrixPanel(PanelContext panelContext, QWidget* parent);

    QString title() const override;
    QString headerNote() const override { return m_note; }
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void selectionChanged(const LinkSelection& selection) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QPushButton* button(const QString& name, const QString& text, const QString& tip,
                        std::function<void()> run);
    void carryOut(const LadderAnswer& answer);
    /// Header note, footer, greying: what changes with time and arming.
    void showState();
    QString emptyText() const;
    QString footerText() const;
    std::optional<Price> ticketLimit() const;
    std::int64_t multiplier() const;
    void atCursor(const std::function<LadderAnswer(Price)>& act);

    Symbol m_contract;
    LadderView* m_view = nullptr;
    QTimer m_aging;
    DisplayAge m_age; ///< older quotes are greyed (architecture, "Quote age")
    Subscription m_settings;
    Subscription m_watched;
    Subscription m_armed;
    Subscription m_ticket;
    QString m_note;
    QString m_sentence;
    bool m_isRefusal = false;
};

MatrixPanel::MatrixPanel(PanelContext panelContext, QWidget* parent)
    : Panel(std::move(panelContext), parent) {
    setObjectName(QStringLiteral("matrix"));
    setAccessibleName(tr("Matrix"));
    m_view = new LadderView(this);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(2 * metrics::kGrid, metrics::kGrid, 2 * metrics::kGrid, metrics::kGrid);
    bar->setSpacing(metrics::kGrid);
    const auto act = [this](LadderAnswer (*run)(const LadderModel&)) {
        return [this, run] { carryOut(run(m_view->model())); };
    };
    bar->addWidget(button(QStringLiteral("matrix.cancelAll"), tr("Cancel all"),
                          tr("Cancels every working order of this contract"), act(&cancelAll)));
    bar->addWidget(button(QStringLiteral("matrix.flatten"), tr("Flatten"),
                          tr("Closes the position in this contract"), act(&flatten)));
    bar->addWidget(button(QStringLiteral("matrix.recentre"), tr("Centre"), tr("Centres the ladder (Space)"),
                          [this] { m_view->recentre(); }));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_view, 1);
    all->addLayout(bar);

    m_view->bidClicked = [this](Price price) {
        carryOut(buyAt(m_view->model(), price, context().arming.isArmed()));
    };
    m_view->askClicked = [this](Price price) {
        carryOut(sellAt(m_view->model(), price, context().arming.isArmed()));
    };
    m_view->cancelClicked = [this](Price price) { carryOut(cancelAt(m_view->model(), price)); };
    m_view->dragged = [this](const DragStart& start, Price to) {
        carryOut(dragTo(m_view->model(), start, to));
    };
    m_age = DisplayAge::of(context().settings.settings());
    m_settings = context().settings.subscribe([this] {
        m_age = DisplayAge::of(context().settings.settings());
        showState();
    });
    m_armed = context().arming.subscribe([this] { showState(); });
    m_ticket = context().tickets.subscribe([this] {
        if (isVisible())
            refresh(*context().desk.snapshot());
    });
    m_aging.setInterval(1000);
    QObject::connect(&m_aging, &QTimer::timeout, this, [this] { showState(); });
    showState();
}

QPushButton* MatrixPanel::button(const QString& name, const QString& text, const QString& tip,
                                 std::function<void()> run) {
    auto* made = new QPushButton(text, this);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    QObject::connect(made, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    return made;
}

QString MatrixPanel::title() const {
    return m_contract.isEmpty() ? tr("Matrix") : tr("Matrix · %1").arg(contractText(m_contract));
}

void MatrixPanel::selectionChanged(const LinkSelection& selection) {
    const Symbol next = selection.contract.isEmpty() ? selection.underlying : selection.contract;
    if (next != m_contract) {
        m_contract = next;
        m_sentence.clear();
        m_watched = m_contract.isEmpty() ? Subscription()
                                         : context().desk.watch({m_contract}, market::Attention::Focused);
    }
    refresh(*context().desk.snapshot());
    updateHeader();
}

std::optional<Price> MatrixPanel::ticketLimit() const {
    const TicketRequest& request = context().tickets.request();
    return request.contract == m_contract ? request.limit : std::nullopt;
}

std::int64_t MatrixPanel::multiplier() const {
    if (!m_contract.looksLikeOption())
        return 1;
    const auto details = context().instruments.contract(m_contract);
    return details && details->multiplier > 0 ? details->multiplier : 100;
}

void MatrixPanel::refresh(const engine::EngineSnapshot& snapshot) {
    m_view->setBook(ladderBookOf(snapshot, m_contract, ticketLimit(), multiplier()));
    showState();
}

QString MatrixPanel::emptyText() const {
    const LadderModel& model = m_view->model();
    if (m_contract.isEmpty())
        return tr("Choose a contract in the options chain, or a symbol in the watchlist, to see its prices.");
    if (!model.hasRange())
        return model.book().middle() ? QString()
                                     : tr("Waiting for the first quote of %1.").arg(contractText(m_contract));
    return {};
}

QString MatrixPanel::footerText() const {
    if (!m_sentence.isEmpty())
        return m_sentence;
    if (m_contract.isEmpty())
        return {};
    return context().arming.isArmed() ? tr("ARMED: a click beside the price sends · Space re-centre")
                                      : tr("Space re-centre · one-click needs arming");
}

void MatrixPanel::showState() {
    const LadderBook& book = m_view->model().book();
    m_age.now = context().desk.now();
    const bool known = book.confirmed.isSet() && m_age.now.isSet();
    const Duration age = known ? m_age.now - book.confirmed : Duration();
    const bool isStreamed = context().desk.snapshot()->isStreamed(book.contract);
    const bool isStale = !book.contract.isEmpty() && (!known || !isStreamed || m_age.isStale(book.confirmed));
    const int left = context().arming.secondsLeft();
    QStringList notes;
    if (context().arming.isArmed())
        notes << tr("armed %1:%2").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'));
    if (book.isHalted)
        notes << tr("halted");
    if (isStale && known)
        notes << tr("quote %1 old").arg(durationText(age));
    if (notes.isEmpty() && !m_contract.isEmpty())
        notes << tr("steady");
    m_view->setLook(context().arming.isArmed(), isStale, emptyText(), footerText(),
                    m_isRefusal && !m_sentence.isEmpty());
    const QString note = notes.join(QStringLiteral(" · "));
    if (note != m_note) {
        m_note = note;
        updateHeader();
    }
}

void MatrixPanel::carryOut(const LadderAnswer& answer) {
    m_sentence = answer.sentence;
    m_isRefusal = answer.tone == LadderTone::Refused;
    for (const engine::UserEvent& event : answer.events)
        context().commands.post(event);
    if (answer.ticket && context().tickets.hasTicket()) {
        context().tickets.load(*answer.ticket);
    } else if (answer.ticket) {
        m_sentence = tr("Open the order ticket: it sends what is clicked here.");
        m_isRefusal = true;
    }
    showState();
}

void MatrixPanel::atCursor(const std::function<LadderAnswer(Price)>& act) {
    if (const auto price = m_view->cursorPrice())
        carryOut(act(*price));
}

std::vector<PanelAction> MatrixPanel::actions() {
    const auto armed = [this] { return context().arming.isArmed(); };
    const auto model = [this]() -> const LadderModel& { return m_view->model(); };
    return {
        {QStringLiteral("matrix.recentre"), tr("Re-centre the ladder"), Qt::Key_Space,
         [this] { m_view->recentre(); }},
        {QStringLiteral("matrix.zoomIn"), tr("Taller rows"), Qt::Key_Plus,
         [this] { m_view->setRowSize(m_view->rowSize() + 2); }},
        {QStringLiteral("matrix.zoomOut"), tr("Lower rows"), Qt::Key_Minus,
         [this] { m_view->setRowSize(m_view->rowSize() - 2); }},
        {QStringLiteral("matrix.join"), tr("Join the bid"), Qt::Key_J,
         [=, this] { carryOut(joinBid(model(), armed())); }},
        {QStringLiteral("matrix.improve"), tr("Improve the bid by one step"), Qt::Key_I,
         [=, this] { carryOut(improveBid(model(), armed())); }},
        {QStringLiteral("matrix.joinAsk"), tr("Sell the position at the ask"), Qt::SHIFT | Qt::Key_J,
         [=, this] { carryOut(joinAsk(model())); }},
        {QStringLiteral("matrix.improveAsk"), tr("Sell the position one step below the ask"),
         Qt::SHIFT | Qt::Key_I, [=, this] { carryOut(improveAsk(model())); }},
        {QStringLiteral("matrix.flatten"), tr("Flatten this contract"), Qt::Key_F,
         [=, this] { carryOut(flatten(model())); }},
        {QStringLiteral("matrix.cancelAll"), tr("Cancel all orders of this contract"), Qt::Key_X,
         [=, this] { carryOut(cancelAll(model())); }},
        {QStringLiteral("matrix.buyAtCursor"), tr("Buy at the chosen price"), Qt::Key_B,
         [=, this] { atCursor([=, this](Price price) { return buyAt(model(), price, armed()); }); }},
        {QStringLiteral("matrix.sellAtCursor"), tr("Sell at the chosen price"), Qt::Key_S,
         [=, this] { atCursor([=](Price price) { return sellAt(model(), price, armed()); }); }},
        {QStringLiteral("matrix.cancelAtCursor"), tr("Cancel at the chosen price"), Qt::Key_Delete,
         [=, this] { atCursor([=](Price price) { return cancelAt(model(), price); }); }},
    };
}

QJsonObject MatrixPanel::saveState() const { return {{QStringLiteral("rowSize"), m_view->rowSize()}}; }

void MatrixPanel::restoreState(const QJsonObject& state) {
    m_view->setRowSize(state.value(QLatin1String("rowSize")).toInt(LadderView::kDefaultRow));
}

void MatrixPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    m_aging.start();
}

void MatrixPanel::hideEvent(QHideEvent* event) {
    Panel::hideEvent(event);
    m_aging.stop();
}

} // namespace

Panel* makeMatrixPanel(PanelContext context, QWidget* parent) {
    return new MatrixPanel(std::move(context), parent);
}

} // namespace strikedesk::ui
