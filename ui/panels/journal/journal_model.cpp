// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/journal_model.h"

#include "ui/theme/format.h"

#include <algorithm>
#include <unordered_map>

namespace strikedesk::ui {

namespace {

std::vector<TableColumn> journalColumns() {
    return {
        {QStringLiteral("closed"), JournalModel::tr("Closed"),
         JournalModel::tr("When the last contract was closed, New York"), 116, Qt::AlignLeft, true, true},
        {QStringLiteral("contract"), JournalModel::tr("Contract"), JournalModel::tr("The instrument"), 132,
         Qt::AlignLeft, true, true},
        {QStringLiteral("quantity"), JournalModel::tr("Qty"),
         JournalModel::tr("Contracts; negative when sold first"), 44},
        {QStringLiteral("entry"), JournalModel::tr("Entry"), JournalModel::tr("Average entry price"), 60},
        {QStringLiteral("exit"), JournalModel::tr("Exit"), JournalModel::tr("Average exit price"), 60},
        {QStringLiteral("net"), JournalModel::tr("Net"), JournalModel::tr("Profit after fees, dollars"), 84},
        {QStringLiteral("percent"), JournalModel::tr("%"), JournalModel::tr("Net of the entry value"), 62},
        {QStringLiteral("held"), JournalModel::tr("Held"),
         JournalModel::tr("From the first fill to the last"), 78},
        {QStringLiteral("reason"), JournalModel::tr("Why"), JournalModel::tr("Why it was closed"), 88,
         Qt::AlignLeft},
        {QStringLiteral("tags"), JournalModel::tr("Tags"), JournalModel::tr("Your tags"), 130, Qt::AlignLeft},
    };
}

bool isLess(const JournalLine& a, const JournalLine& b, int column) {
    switch (column) {
    case JournalModel::Closed:
        return a.row.closedAt < b.row.closedAt;
    case JournalModel::Contract:
        return a.row.symbol < b.row.symbol;
    case JournalModel::Amount:
        return a.row.quantity < b.row.quantity;
    case JournalModel::Entry:
        return a.row.averageEntry < b.row.averageEntry;
    case JournalModel::Exit:
        return a.row.averageExit < b.row.averageExit;
    case JournalModel::Net:
        return a.row.net < b.row.net;
    case JournalModel::Percent:
        return a.percent < b.percent;
    case JournalModel::Held:
        return a.held() < b.held();
    case JournalModel::Reason:
        return a.reason < b.reason;
    default:
        return a.tags < b.tags;
    }
}

} // namespace

JournalModel::JournalModel(QObject* parent) : TableModel(journalColumns(), parent) {}

int JournalModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int JournalModel::placeOf(const std::string& id) const {
    const auto found =
        std::find_if(m_shown.begin(), m_shown.end(), [&](const auto& line) { return line->row.id == id; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

JournalLines JournalModel::filtered() const {
    JournalLines lines;
    lines.reserve(m_all.size());
    for (const auto& line : m_all)
        if (line->matches(m_words))
            lines.push_back(line);
    arrange(lines);
    return lines;
}

void JournalModel::arrange(JournalLines& lines) const {
    if (m_sortColumn < 0)
        return;
    std::stable_sort(lines.begin(), lines.end(), [this](const auto& a, const auto& b) {
        return m_sortOrder == Qt::AscendingOrder ? isLess(*a, *b, m_sortColumn)
                                                 : isLess(*b, *a, m_sortColumn);
    });
}

void JournalModel::setRows(std::vector<JournalRow> rows) {
    std::unordered_map<std::string, std::shared_ptr<const JournalLine>> known;
    known.reserve(m_all.size());
    for (const auto& line : m_all)
        known.emplace(line->row.id, line);
    JournalLines next;
    next.reserve(rows.size());
    for (JournalRow& row : rows) {
        const auto held = known.find(row.id);
        next.push_back(held != known.end() && held->second->row == row ? held->second
                                                                       : JournalLine::of(std::move(row)));
    }
    if (next == m_all || takeInPlace(next))
        return;
    beginResetModel();
    m_all = std::move(next);
    m_shown = filtered();
    endResetModel();
}

bool JournalModel::takeInPlace(const JournalLines& next) {
    const bool sameTrades = std::equal(m_all.begin(), m_all.end(), next.begin(), next.end(),
                                       [](const auto& a, const auto& b) { return a->row.id == b->row.id; });
    if (!sameTrades)
        return false;
    std::unordered_map<const JournalLine*, std::shared_ptr<const JournalLine>> changed;
    for (std::size_t i = 0; i < next.size(); ++i)
        if (m_all[i] != next[i])
            changed.emplace(m_all[i].get(), next[i]);
    m_all = next;
    // A line that was changed stays where a person is looking at it, even when the filter would now leave it
    // out or the order would move it: the next filter or sorting does.
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const auto found = changed.find(m_shown[i].get());
        if (found == changed.end())
            continue;
        m_shown[i] = found->second;
        const int row = static_cast<int>(i);
        Q_EMIT
        dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    return true;
}

void JournalModel::setFilter(const QString& text) {
    const QStringList words = filterWords(text);
    if (words == m_words)
        return;
    beginResetModel();
    m_words = words;
    m_shown = filtered();
    endResetModel();
}

void JournalModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    JournalLines next = m_shown;
    if (column < 0)
        next = filtered();
    else
        arrange(next);
    if (next == m_shown)
        return;
    Q_EMIT
    layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    std::unordered_map<const JournalLine*, int> places;
    if (!before.isEmpty())
        for (std::size_t i = 0; i < next.size(); ++i)
            places.emplace(next[i].get(), static_cast<int>(i));
    for (const QModelIndex& held : before) {
        const auto place = places.find(m_shown[static_cast<std::size_t>(held.row())].get());
        after.append(place == places.end() ? QModelIndex() : index(place->second, held.column()));
    }
    m_shown = std::move(next);
    changePersistentIndexList(before, after);
    Q_EMIT
    layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

Cell JournalModel::cell(int place, int column) const {
    const JournalLine& line = *m_shown[static_cast<std::size_t>(place)];
    const Token sign = line.row.net.isPositive()   ? Token::Up
                       : line.row.net.isNegative() ? Token::Down
                                                   : Token::Text;
    Cell cell;
    switch (column) {
    case Closed:
        cell.text = dateTimeText(line.row.closedAt).left(16);
        cell.hint = dateTimeText(line.row.closedAt);
        cell.colour = Token::Muted;
        break;
    case Contract:
        cell.text = line.contract;
        cell.weight = QFont::DemiBold;
        cell.hint = contractLongText(line.row.symbol);
        break;
    case Amount:
        cell.text = quantityText(line.row.quantity);
        break;
    case Entry:
        cell.text = priceText(line.row.averageEntry);
        break;
    case Exit:
        cell.text = priceText(line.row.averageExit);
        break;
    case Net:
        cell.text = signedMoneyText(line.row.net);
        cell.colour = sign;
        cell.weight = QFont::DemiBold;
        break;
    case Percent:
        cell.text = signedPercentText(line.percent, 1);
        cell.colour = sign;
        break;
    case Held:
        cell.text = durationText(line.held());
        cell.colour = Token::Muted;
        break;
    case Reason:
        cell.text = line.reason;
        break;
    default:
        cell.text = line.tags;
        cell.hint = line.tags;
        cell.colour = Token::Accent;
        break;
    }
    return cell;
}

} // namespace strikedesk::ui
