// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/chain_panel.h"

#include "ui/panels/chain/chain_panel_parts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

constexpr int kLeastWidth = 370;
/// Below this the filters stand under the expiries.
constexpr int kOneLineWidth = 600;
constexpr int kSightMilliseconds = 50;
/// The spot this near to the end of the strikes shown asks for strikes around it anew.
constexpr int kEdgeRows = 2;

} // namespace

Panel* makeChainPanel(PanelContext context, QWidget* parent) {
    return new ChainPanel(std::move(context), parent);
}

ChainPanel::ChainPanel(PanelContext context, QWidget* parent)
    : Panel(std::move(context), parent), m_reader(this->context().makeChain()), m_model(new ChainModel(this)),
      m_table(new ChainTable(*m_model, this)), m_expiries(new ExpiryBar(this)),
      m_controls(new ChainControls(this)), m_banner(new QLabel(this)), m_bar(nullptr),
      m_note(new EmptyNote(QStringLiteral("chain.empty"), this)), m_pages(new QStackedLayout) {
    setObjectName(QStringLiteral("chain"));
    setAccessibleName(tr("Options chain"));
    build();
    connectParts();
    m_model->setFilter(m_controls->filter());
    m_settings = this->context().settings.subscribe([this] { takeSettings(); });
    takeSettings();
    m_changed = m_reader->subscribe([this] {
        if (isVisible())
            take();
    });
    take();
    showState();
}

ChainPanel::~ChainPanel() {
    // The table goes while everything its callbacks touch is still there, and before its model.
    delete m_table;
}

void ChainPanel::build() {
    const Theme& theme = Theme::current();
    m_banner->setObjectName(QStringLiteral("chain.banner"));
    m_banner->setFont(theme.font(metrics::kSecondary));
    m_banner->setWordWrap(true);
    m_banner->setContentsMargins(theme.scaled(2 * metrics::kGrid), 2, theme.scaled(2 * metrics::kGrid), 2);
    m_banner->hide();
    m_bar = new QBoxLayout(QBoxLayout::LeftToRight);
    auto* const bar = m_bar;
    bar->setContentsMargins(theme.scaled(metrics::kGrid), theme.scaled(metrics::kGrid),
                            theme.scaled(metrics::kGrid), 0);
    bar->setSpacing(theme.scaled(metrics::kGrid));
    setMinimumWidth(theme.scaled(kLeastWidth));
    bar->addWidget(m_expiries, 1);
    bar->addWidget(m_controls);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addLayout(m_pages, 1);
    // Below the rows: it comes and goes, and they stay where they are.
    column->addWidget(m_banner);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_note);
    setFocusProxy(m_table);
    setTabOrder(m_expiries, m_controls);
    setTabOrder(m_controls, m_table);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::NoContextMenu);
}

void ChainPanel::connectParts() {
    m_expiries->chosen = [this](Date date) { show(m_underlying, date); };
    m_controls->changed = [this] { applyControls(); };
    m_table->chosen = [this](const Symbol& contract) {
        selectContract(m_model->view().underlying, contract);
    };
    m_table->activated = [this](const QModelIndex& cell) { load(cell); };
    m_sight.setSingleShot(true);
    m_sight.setInterval(kSightMilliseconds);
    connect(&m_sight, &QTimer::timeout, this, [this] { sendSight(); });
    m_table->sightChanged = [this] {
        if (!m_sight.isActive())
            m_sight.start();
    };
    everySecond([this] {
        m_model->setNow(context().desk.now());
        m_table->viewport()->update();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) { openMenu(at); });
}

void ChainPanel::takeSettings() {
    m_model->setStaleAfter(DisplayAge::of(context().settings.settings()).limit);
    m_table->viewport()->update();
}

void ChainPanel::show(const Symbol& underlying, std::optional<Date> expiry) {
    m_underlying = underlying;
    m_asked = expiry;
    m_wantsCentre = true;
    m_reader->show(underlying, expiry);
    take();
    updateHeader();
}

void ChainPanel::take() {
    const auto view = m_reader->chain();
    m_model->setNow(context().desk.now());
    const bool isOther =
        view->underlying != m_model->view().underlying || view->expiry != m_model->view().expiry;
    m_wantsCentre = m_wantsCentre || isOther;
    const int rowsBefore = m_model->rowCount();
    m_table->keepPlace([&] { m_model->setView(view); });
    m_table->refreshMarks();
    m_expiries->setExpiries(view->expiries, m_asked ? m_asked : view->expiry,
                            view->expiries.empty() ? 0 : view->expiries.front().date.year());
    if (isOther)
        m_table->showContract(selection().contract);
    if (m_wantsCentre && m_model->atTheMoneyRow()) {
        m_wantsCentre = false;
        m_model->refilter();
        m_table->refreshMarks();
        m_table->centre();
    } else {
        followSpot();
    }
    if (isOther || m_model->rowCount() != rowsBefore)
        m_table->sightChanged();
    showState();
}

void ChainPanel::followSpot() {
    const auto row = m_model->atTheMoneyRow();
    const auto reach = m_model->filter().strikes;
    if (!row || !reach || *reach <= kEdgeRows)
        return;
    const int below = m_model->rowCount() - 1 - *row;
    const bool isAtEdge = *row <= kEdgeRows || below <= kEdgeRows;
    if (!isAtEdge || filteredRows(m_model->view(), m_model->filter()).empty())
        return;
    m_table->keepPlace([this] { m_model->refilter(); });
    m_table->refreshMarks();
}

void ChainPanel::applyControls() {
    m_model->setColumns(m_controls->columns());
    m_table->setShowsBars(m_controls->showsBars());
    if (m_model->filter() != m_controls->filter()) {
        m_model->setFilter(m_controls->filter());
        m_table->centre();
    }
    m_table->refreshMarks();
    m_table->showContract(selection().contract);
    m_table->sightChanged();
    showState();
}

/// Whether the newest view is of what was asked for; rows of another expiry are never shown in its place.
bool ChainPanel::isAnswered() const {
    const ChainView& view = *m_reader->chain();
    return view.underlying == m_underlying && (!m_asked || view.expiry == m_asked);
}

QString ChainPanel::bannerText() const {
    const ChainView& view = *m_reader->chain();
    if (view.state == ChainState::Failed)
        return QString::fromStdString(view.why);
    return m_isSessionOpen ? QString() : tr("The market is closed. These are the last quotes.");
}

void ChainPanel::showState() {
    const ChainView& view = *m_reader->chain();
    const QString name = text(m_underlying);
    m_note->setButton(QString());
    if (m_underlying.isEmpty()) {
        m_note->setTexts(tr("No symbol chosen"),
                         tr("Choose one in a watchlist of the same group, or search for it."));
    } else if (view.state == ChainState::Failed && (view.rows.empty() || !isAnswered())) {
        m_note->setTexts(tr("The chain of %1 cannot be shown").arg(name), QString::fromStdString(view.why));
    } else if (!isAnswered() || (view.state != ChainState::Ready && view.rows.empty())) {
        m_note->setTexts(tr("Loading the chain of %1 …").arg(name), QString());
    } else if (view.rows.empty()) {
        m_note->setTexts(tr("%1 lists no contracts here").arg(name), tr("Choose another expiry above."));
    } else {
        m_note->setTexts(tr("No strike passes the filter"),
                         tr("Allow a wider spread or less open interest."));
        m_note->setButton(tr("Show every strike"), [this] {
            ChainFilter open;
            open.sides = m_controls->filter().sides;
            m_controls->setFilter(open);
            applyControls();
        });
    }
    const bool hasRows = isAnswered() && m_model->rowCount() > 0 && !view.rows.empty();
    m_pages->setCurrentIndex(hasRows ? 0 : 1);
    m_controls->setEnabled(!view.rows.empty());
    const QString banner = hasRows ? bannerText() : QString();
    if (banner != m_banner->text())
        m_banner->setText(banner);
    m_banner->setVisible(!banner.isEmpty());
    if (const QString header = title() + headerNote(); header != m_headerText) {
        m_headerText = header;
        updateHeader();
    }
}

void ChainPanel::sendSight() {
    std::vector<Symbol> contracts = m_table->contractsInSight();
    if (contracts == m_sent || !isVisible())
        return;
    m_sent = contracts;
    m_reader->setVisible(contracts);
}

void ChainPanel::refresh(const engine::EngineSnapshot& snapshot) {
    m_isSessionOpen = snapshot.sessionOpen;
    take();
}

void ChainPanel::selectionChanged(const LinkSelection& selection) {
    if (selection.underlying.isEmpty())
        return;
    const auto option = OptionSymbol::tryFrom(selection.contract);
    const std::optional<Date> expiry = option ? std::optional(option->expiry()) : std::nullopt;
    const bool isShown = expiry && (m_asked ? m_asked : m_reader->chain()->expiry) == expiry;
    if (selection.underlying != m_underlying || (expiry && !isShown))
        show(selection.underlying, expiry);
    m_table->showContract(selection.contract);
}

void ChainPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    const bool isNarrow = width() < Theme::current().scaled(kOneLineWidth);
    m_bar->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_bar->setAlignment(m_controls, isNarrow ? Qt::AlignLeft : Qt::Alignment());
}

void ChainPanel::themeChanged() {
    m_table->viewport()->update();
    m_expiries->update();
}

} // namespace strikedesk::ui
