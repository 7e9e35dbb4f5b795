// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/positions_panel.h"

#include "ui/panels/blotter/position_columns.h"
#include "ui/panels/blotter/position_line.h"
#include "ui/panels/blotter/selection.h"
#include "ui/table/empty_note.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace strikedesk::ui {

namespace {

/// Heading, one position with its detail, totals; in design pixels.
constexpr int kLeastHeight = 132;

class PositionsPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::PositionsPanel)

public:
    PositionsPanel(PanelContext context, QWidget* parent);

    QString title() const override { return tr("Positions"); }
    QString headerNote() const override { return m_note; }
    std::vector<PanelAction> actions() override;

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void selectionChanged(const LinkSelection& selection) override;
    void keyPressEvent(QKeyEvent* event) override;
    void themeChanged() override { update(); }

private:
    void build();
    void showRows(std::vector<PositionRow> rows);
    void showTotals(const PositionTotals& totals);
    void showRefusals(const engine::EngineSnapshot& snapshot);
    PositionLine* makeLine();
    void select(PositionLine* line);
    void walk(int step);
    PositionLine* selectedLine() const;
    void followGroup();

    std::map<std::string, PositionLine*> m_lines;
    std::vector<PositionLine*> m_order;
    std::string m_selectedKey;
    PositionLine* m_asking = nullptr; ///< the line whose last wish has not been answered
    std::uint64_t m_heard = 0;        ///< newest notice seen when it asked
    QString m_note;
    DisplayAge m_age; ///< of marks
    Subscription m_settings;
    PositionHeading* m_heading = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_list = nullptr;
    QLabel* m_totals = nullptr;
    QLabel* m_empty = nullptr;
};

PositionsPanel::PositionsPanel(PanelContext context, QWidget* parent) : Panel(std::move(context), parent) {
    setObjectName(QStringLiteral("positions"));
    setAccessibleName(tr("Positions"));
    setFocusPolicy(Qt::StrongFocus);
    build();
    m_age = DisplayAge::ofHeld(this->context().settings.settings());
    m_settings = this->context().settings.subscribe(
        [this] { m_age = DisplayAge::ofHeld(this->context().settings.settings()); });
    everySecond([this] { refresh(*this->context().desk.snapshot()); });
}

void PositionsPanel::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_heading = new PositionHeading(this);
    layout->addWidget(m_heading);
    auto* content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_list->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("positions.scroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    layout->addWidget(m_scroll, 1);
    m_empty = makeEmptyLabel(
        QStringLiteral("positions.empty"),
        tr("No open position.\nChoose a contract in the chain, then send an order from the ticket."), this);
    layout->addWidget(m_empty, 1);
    m_totals = new QLabel(this);
    m_totals->setObjectName(QStringLiteral("positions.totals"));
    m_totals->setTextFormat(Qt::RichText);
    m_totals->setContentsMargins(12, 4, 12, 6);
    layout->addWidget(m_totals);
    m_scroll->hide();
    m_totals->hide();
    // Room for the first line before there is one: what stands above does not jump when it comes.
    setMinimumHeight(Theme::current().scaled(kLeastHeight));
}

std::vector<PanelAction> PositionsPanel::actions() {
    const auto onSelected = [this](void (PositionLine::*act)()) {
        return [this, act] {
            if (PositionLine* line = selectedLine())
                (line->*act)();
        };
    };
    return {
        {QStringLiteral("positions.close"), tr("Close the selected position"), QKeySequence(Qt::Key_C),
         onSelected(&PositionLine::askClose)},
        {QStringLiteral("positions.move"), tr("Move target and stop of the selected position"),
         QKeySequence(Qt::Key_M), onSelected(&PositionLine::openMove)},
    };
}

void PositionsPanel::refresh(const engine::EngineSnapshot& snapshot) {
    m_age.now = context().desk.now();
    std::vector<PositionRow> rows = positionRowsOf(snapshot, m_age);
    const PositionTotals totals = positionTotalsOf(rows, snapshot);
    showRows(std::move(rows));
    showRefusals(snapshot);
    showTotals(totals);
}

PositionLine* PositionsPanel::makeLine() {
    auto* line = new PositionLine(m_scroll->widget());
    line->selected = [this, line] { select(line); };
    const auto ask = [this, line] {
        m_asking = line;
        const auto& notices = context().desk.snapshot()->notices;
        m_heard = notices.empty() ? 0 : notices.back().number;
    };
    line->closeAsked = [this, line, ask] {
        ask();
        context().commands.post(engine::CloseRequested{line->row().tradeId, trade::ExitReason::Manual});
    };
    line->planAsked = [this, line, ask](const trade::ExitPlan& plan) {
        ask();
        context().commands.post(engine::PlanRequested{line->row().tradeId, plan});
    };
    return line;
}

void PositionsPanel::showRows(std::vector<PositionRow> rows) {
    const Timestamp now = context().desk.now();
    std::map<std::string, PositionLine*> gone = m_lines;
    std::vector<PositionLine*> order;
    for (PositionRow& row : rows) {
        gone.erase(row.key);
        PositionLine*& line = m_lines[row.key];
        if (line == nullptr)
            line = makeLine();
        line->showRow(std::move(row), now);
        order.push_back(line);
    }
    for (const auto& [key, line] : gone) {
        if (m_asking == line)
            m_asking = nullptr;
        m_list->removeWidget(line);
        m_lines.erase(key);
        line->deleteLater();
        line->hide();
    }
    if (order != m_order) {
        for (std::size_t i = 0; i < order.size(); ++i)
            if (m_list->indexOf(order[i]) != static_cast<int>(i)) {
                m_list->insertWidget(static_cast<int>(i), order[i]);
                order[i]->setVisible(true);
            }
        m_order = std::move(order);
    }
    m_scroll->setVisible(!m_order.empty());
    m_heading->setVisible(!m_order.empty());
    m_empty->setVisible(m_order.empty());
    followGroup();
}

void PositionsPanel::showRefusals(const engine::EngineSnapshot& snapshot) {
    if (m_asking == nullptr || !m_asking->awaitsAnswer())
        return;
    for (const engine::NumberedNotice& notice : snapshot.notices)
        if (notice.number > m_heard && notice.notice.code.starts_with("refused.") &&
            notice.notice.clientOrderId.isEmpty())
            m_asking->showAnswer(sentenceText(notice.notice.message), WordTone::Bad);
    m_heard = snapshot.notices.empty() ? 0 : snapshot.notices.back().number;
}

void PositionsPanel::showTotals(const PositionTotals& totals) {
    const Theme& theme = Theme::current();
    const auto coloured = [&](Money money) {
        const Token token = money.isPositive() ? Token::Up : money.isNegative() ? Token::Down : Token::Text;
        return QStringLiteral("<span style=\"color:%1; font-weight:600\">%2</span>")
            .arg(theme.colour(token).name(), signedMoneyText(money));
    };
    m_totals->setFont(theme.font(metrics::kBody));
    const QString open = totals.isPartial ? tr("Open (where known) %1") : tr("Open %1");
    const QString realised = tr("Realised by all trades, after fees %1").arg(coloured(totals.realisedNet));
    const bool any = totals.trades + totals.externals > 0;
    const QString text =
        any ? QStringLiteral("%1 &nbsp;·&nbsp; %2").arg(open.arg(coloured(totals.profit)), realised)
            : realised;
    if (m_totals->text() != text)
        m_totals->setText(text);
    m_totals->setVisible(any || !totals.realisedNet.isZero());
    QString note = totals.trades == 1 ? tr("1 position") : tr("%1 positions").arg(totals.trades);
    if (totals.externals > 0)
        note = tr("%1 · %2 external").arg(note).arg(totals.externals);
    if (note != m_note) {
        m_note = note;
        updateHeader();
    }
}

PositionLine* PositionsPanel::selectedLine() const {
    const auto found = m_lines.find(m_selectedKey);
    if (found != m_lines.end())
        return found->second;
    // With a single position there is nothing to choose between.
    return m_order.size() == 1 ? m_order.front() : nullptr;
}

void PositionsPanel::select(PositionLine* line) {
    m_selectedKey = line->row().key;
    for (PositionLine* other : m_order)
        other->setSelected(other == line);
    m_scroll->ensureWidgetVisible(line, 0, 0);
    const LinkSelection wanted = linkOf(line->row().symbol, context().instruments);
    selectContract(wanted.underlying, wanted.contract);
}

void PositionsPanel::selectionChanged(const LinkSelection&) { followGroup(); }

void PositionsPanel::followGroup() {
    // The group's contract is shown as selected here too, unless another line of it is already.
    const Symbol contract = selection().contract;
    if (const auto held = m_lines.find(m_selectedKey);
        held == m_lines.end() || (!contract.isEmpty() && held->second->row().symbol != contract)) {
        m_selectedKey.clear();
        for (const PositionLine* line : m_order)
            if (!contract.isEmpty() && line->row().symbol == contract) {
                m_selectedKey = line->row().key;
                break;
            }
    }
    for (PositionLine* line : m_order)
        line->setSelected(line->row().key == m_selectedKey);
}

void PositionsPanel::walk(int step) {
    if (m_order.empty())
        return;
    const auto found = std::find_if(m_order.begin(), m_order.end(),
                                    [this](const auto* line) { return line->row().key == m_selectedKey; });
    std::ptrdiff_t place = found == m_order.end() ? (step > 0 ? -1 : 0) : found - m_order.begin();
    place = std::clamp<std::ptrdiff_t>(place + step, 0, std::ssize(m_order) - 1);
    select(m_order[static_cast<std::size_t>(place)]);
}

void PositionsPanel::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
        walk(-1);
        return;
    case Qt::Key_Down:
        walk(1);
        return;
    case Qt::Key_Escape:
        if (PositionLine* line = selectedLine(); line != nullptr && line->dismiss())
            return;
        break;
    default:
        break;
    }
    Panel::keyPressEvent(event);
}

} // namespace

Panel* makePositionsPanel(PanelContext context, QWidget* parent) {
    return new PositionsPanel(std::move(context), parent);
}

} // namespace strikedesk::ui
