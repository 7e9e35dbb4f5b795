// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/chain_model.h"

#include "core/base/option_symbol.h"
#include "ui/table/row_diff.h"
#include "ui/theme/format.h"

#include <algorithm>

namespace strikedesk::ui {

namespace {

bool hasSameStrikes(const ChainView& a, const ChainView& b) {
    return a.rows.size() == b.rows.size() &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(),
                      [](const ChainRow& x, const ChainRow& y) { return x.strike == y.strike; });
}

std::vector<std::int64_t> strikesOf(const ChainView& view, const std::vector<std::size_t>& rows) {
    std::vector<std::int64_t> strikes;
    strikes.reserve(rows.size());
    for (const std::size_t row : rows)
        strikes.push_back(view.rows[row].strike.units());
    return strikes;
}

} // namespace

ChainModel::ChainModel(QObject* parent) : QAbstractTableModel(parent) { placeStrike(); }

void ChainModel::placeStrike() {
    m_strikeColumn = m_filter.showsCalls() ? static_cast<int>(m_columns.size()) : 0;
}

void ChainModel::setView(std::shared_ptr<const ChainView> view) {
    if (!view || view == m_view)
        return;
    if (view->underlying != m_view->underlying || view->expiry != m_view->expiry || m_shown.empty()) {
        beginResetModel();
        m_view = std::move(view);
        m_shown = rowsToShow(*m_view);
        measureOpenInterest();
        endResetModel();
    } else if (hasSameStrikes(*m_view, *view)) {
        const auto before = std::exchange(m_view, std::move(view));
        tellChanged(*before);
    } else {
        const auto target = rowsToShow(*view);
        change(std::move(view), target);
    }
}

void ChainModel::tellChanged(const ChainView& before) {
    if (m_shown.empty())
        return;
    const auto differs = [&](std::size_t row) { return !(before.rows[row] == m_view->rows[row]); };
    const auto first = std::find_if(m_shown.begin(), m_shown.end(), differs);
    int from = static_cast<int>(first - m_shown.begin());
    int to = static_cast<int>(m_shown.rend() - std::find_if(m_shown.rbegin(), m_shown.rend(), differs)) - 1;
    // Which strikes are in the money changes only when the spot crosses one.
    const auto crossed = [&](std::size_t row) {
        const Price strike = m_view->rows[row].strike;
        return (before.spot && strike <= *before.spot) != (m_view->spot && strike <= *m_view->spot);
    };
    if (before.spot != m_view->spot && std::any_of(m_shown.begin(), m_shown.end(), crossed)) {
        from = 0;
        to = rowCount() - 1;
    }
    if (from <= to)
        Q_EMIT
    dataChanged(index(from, 0), index(to, columnCount() - 1));
}

void ChainModel::change(std::shared_ptr<const ChainView> view, const std::vector<std::size_t>& target) {
    const RowSteps steps = rowSteps(strikesOf(*m_view, m_shown), strikesOf(*view, target));
    for (const RowSteps::Run& run : steps.removals) {
        beginRemoveRows({}, run.first, run.first + run.count - 1);
        m_shown.erase(m_shown.begin() + run.first, m_shown.begin() + run.first + run.count);
        endRemoveRows();
    }
    // Both sides rise, so what stays keeps its order; only its places in the view change.
    std::vector<std::size_t> kept = target;
    for (auto run = steps.insertions.rbegin(); run != steps.insertions.rend(); ++run)
        kept.erase(kept.begin() + run->first, kept.begin() + run->first + run->count);
    m_view = std::move(view);
    m_shown = std::move(kept);
    for (const RowSteps::Run& run : steps.insertions) {
        beginInsertRows({}, run.first, run.first + run.count - 1);
        m_shown.insert(m_shown.begin() + run.first, target.begin() + run.first,
                       target.begin() + run.first + run.count);
        endInsertRows();
    }
    measureOpenInterest();
    if (!m_shown.empty())
        Q_EMIT
    dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ChainModel::setColumns(ChainColumns::List columns) {
    if (columns.empty() || columns == m_columns)
        return;
    beginResetModel();
    m_columns = std::move(columns);
    placeStrike();
    endResetModel();
}

void ChainModel::setFilter(const ChainFilter& filter) {
    if (filter == m_filter)
        return;
    const bool isReset = filter.sides != m_filter.sides;
    if (isReset)
        beginResetModel();
    m_filter = filter;
    placeStrike();
    if (isReset) {
        m_shown = rowsToShow(*m_view);
        measureOpenInterest();
        endResetModel();
    } else {
        refilter();
    }
}

void ChainModel::refilter() { change(m_view, rowsToShow(*m_view)); }

std::vector<std::size_t> ChainModel::rowsToShow(const ChainView& view) const {
    return filteredRows(view, m_filter);
}

void ChainModel::measureOpenInterest() {
    m_mostOpenInterest = 1;
    for (const std::size_t at : m_shown)
        for (const auto* side : {&m_view->rows[at].call, &m_view->rows[at].put})
            if (*side)
                m_mostOpenInterest = std::max(m_mostOpenInterest, (*side)->openInterest.value_or(0));
}

std::optional<OptionRight> ChainModel::rightOf(int column) const {
    if (column == m_strikeColumn)
        return std::nullopt;
    return column < m_strikeColumn ? OptionRight::Call : OptionRight::Put;
}

ChainColumn ChainModel::columnAt(int column) const {
    const int count = static_cast<int>(m_columns.size());
    const int place = column < m_strikeColumn ? column : m_strikeColumn + count - column;
    return m_columns[static_cast<std::size_t>(std::clamp(place, 0, count - 1))];
}

int ChainModel::placeOf(OptionRight right, ChainColumn column) const {
    const auto found = std::find(m_columns.begin(), m_columns.end(), column);
    const bool isShown = right == OptionRight::Call ? m_filter.showsCalls() : m_filter.showsPuts();
    if (found == m_columns.end() || !isShown)
        return -1;
    const int place = static_cast<int>(found - m_columns.begin());
    return right == OptionRight::Call ? place : m_strikeColumn + static_cast<int>(m_columns.size()) - place;
}

const ChainSide* ChainModel::side(int row, OptionRight right) const {
    const ChainRow& held = this->row(row);
    const auto& side = right == OptionRight::Call ? held.call : held.put;
    return side ? &*side : nullptr;
}

const ChainSide* ChainModel::side(int row, int column) const {
    const auto right = rightOf(column);
    return right ? side(row, *right) : nullptr;
}

QModelIndex ChainModel::indexOf(const Symbol& contract) const {
    const auto option = OptionSymbol::tryFrom(contract);
    if (!option || m_shown.empty())
        return {};
    const auto place = nearestStrike(*m_view, m_shown, option->strike());
    const int row = static_cast<int>(place.value_or(0));
    const ChainSide* held = side(row, option->right());
    const int column = placeOf(option->right(), ChainColumn::Ask);
    if (held == nullptr || held->contract != contract)
        return {};
    return index(row, column >= 0 ? column : placeOf(option->right(), m_columns.back()));
}

std::optional<int> ChainModel::atTheMoneyRow() const {
    if (!m_view->spot || !m_view->spot->isPositive())
        return std::nullopt;
    const auto place = nearestStrike(*m_view, m_shown, *m_view->spot);
    return place ? std::optional(static_cast<int>(*place)) : std::nullopt;
}

int ChainModel::rowsUpTo(Price price) const {
    const auto above =
        std::upper_bound(m_shown.begin(), m_shown.end(), price,
                         [&](Price limit, std::size_t row) { return limit < m_view->rows[row].strike; });
    return static_cast<int>(above - m_shown.begin());
}

bool ChainModel::isInTheMoney(int row, OptionRight right) const {
    if (!m_view->spot || !m_view->spot->isPositive())
        return false;
    const Price strike = this->row(row).strike;
    return right == OptionRight::Call ? strike < *m_view->spot : strike > *m_view->spot;
}

} // namespace strikedesk::ui
