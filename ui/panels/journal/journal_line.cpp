// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/journal_line.h"

#include "core/trade/ledger/mark.h"
#include "ui/panels/blotter/trade_words.h"
#include "ui/table/csv.h"
#include "ui/theme/format.h"

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr int kMaxTags = 20;
constexpr int kMaxTagLength = 40;

QString fromStd(const std::string& text) { return QString::fromStdString(text); }

} // namespace

std::shared_ptr<const JournalLine> JournalLine::of(JournalRow row) {
    auto line = std::make_shared<JournalLine>();
    line->contract = contractText(row.symbol);
    line->reason = TradeWords::exitReason(row.exitReason);
    QStringList tags;
    for (const std::string& tag : row.tags)
        tags << fromStd(tag);
    line->tags = tags.join(QStringLiteral(", "));
    const std::int64_t multiplier = row.symbol.looksLikeOption() ? 100 : 1;
    if (const auto value = tryNotional(row.averageEntry, abs(row.quantity), multiplier))
        line->percent = trade::percentOfEntry(row.net, *value);
    line->searched = QStringList({line->contract, text(row.symbol), text(row.underlying), line->reason,
                                  line->tags, fromStd(row.notes), dateTimeText(row.closedAt)})
                         .join(QLatin1Char('\n'))
                         .toLower();
    line->row = std::move(row);
    return line;
}

bool JournalLine::matches(const QStringList& words) const {
    return std::all_of(words.begin(), words.end(),
                       [this](const QString& word) { return searched.contains(word); });
}

JournalTotals totalsOf(const JournalLines& lines) {
    JournalTotals totals;
    for (const auto& line : lines) {
        ++totals.trades;
        totals.wins += line->row.net.isPositive() ? 1 : 0;
        totals.net += line->row.net;
    }
    return totals;
}

QStringList filterWords(const QString& text) {
    return text.toLower().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::vector<std::string> tagsFrom(const QString& text) {
    std::vector<std::string> tags;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const std::string tag = part.simplified().left(kMaxTagLength).toStdString();
        if (!tag.empty() && std::ssize(tags) < kMaxTags &&
            std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
    }
    return tags;
}

QString journalCsv(const JournalLines& lines) {
    std::vector<QStringList> rows;
    rows.reserve(lines.size() + 1);
    rows.push_back({QStringLiteral("id"), QStringLiteral("mode"), QStringLiteral("symbol"),
                    QStringLiteral("underlying"), QStringLiteral("opened_utc"), QStringLiteral("closed_utc"),
                    QStringLiteral("quantity"), QStringLiteral("entry"), QStringLiteral("exit"),
                    QStringLiteral("gross"), QStringLiteral("fees"), QStringLiteral("net"),
                    QStringLiteral("exit_reason"), QStringLiteral("tags"), QStringLiteral("notes")});
    for (const auto& line : lines) {
        const JournalRow& row = line->row;
        rows.push_back({fromStd(row.id), fromStd(row.mode), text(row.symbol), text(row.underlying),
                        fromStd(row.openedAt.rfc3339()), fromStd(row.closedAt.rfc3339()),
                        fromStd(row.quantity.text()), fromStd(row.averageEntry.text()),
                        fromStd(row.averageExit.text()), fromStd(row.gross.text()), fromStd(row.fees.text()),
                        fromStd(row.net.text()), fromStd(row.exitReason), line->tags, fromStd(row.notes)});
    }
    return csvText(rows);
}

} // namespace strikedesk::ui
