// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/notifications/notice_model.h"

#include "ui/theme/error_text.h"
#include "ui/theme/format.h"

#include <algorithm>
#include <limits>

namespace strikedesk::ui {

std::vector<NoticeRow> noticeRowsOf(const engine::EngineSnapshot& snapshot,
                                    const std::vector<PastNotice>& past, trade::NoticeLevel least,
                                    std::uint64_t readUpTo) {
    std::vector<NoticeRow> rows;
    for (auto it = snapshot.notices.rbegin(); it != snapshot.notices.rend(); ++it)
        if (it->notice.level >= least)
            rows.push_back({it->number, it->notice.level, it->at, sentenceText(it->notice.message),
                            it->number > readUpTo});
    std::uint64_t number = std::numeric_limits<std::uint64_t>::max();
    for (const PastNotice& notice : past) {
        --number;
        // Kept since this session began: said above already.
        const bool isSaid = std::any_of(
            snapshot.notices.begin(), snapshot.notices.end(), [&](const engine::NumberedNotice& said) {
                return said.at == notice.at && said.notice.message == notice.message;
            });
        if (notice.level >= least && !isSaid)
            rows.push_back({number, notice.level, notice.at, sentenceText(notice.message), false});
    }
    return rows;
}

NoticeModel::NoticeModel(QObject* parent)
    : KeyedModel({{QStringLiteral("notice"), tr("Notice"), tr("What happened"), 300, Qt::AlignLeft}},
                 parent) {}

QString NoticeModel::levelText(trade::NoticeLevel level) {
    switch (level) {
    case trade::NoticeLevel::Info:
        return tr("Information");
    case trade::NoticeLevel::Warning:
        return tr("Warning");
    case trade::NoticeLevel::Critical:
        return tr("Critical");
    }
    return {};
}

QString NoticeModel::lineText(const NoticeRow& row) {
    return tr("%1  %2  %3").arg(timeText(row.at), levelText(row.level), row.sentence);
}

Cell NoticeModel::cell(int place, int) const {
    Cell cell;
    cell.text = lineText(row(place));
    cell.hint = dateTimeText(row(place).at);
    return cell;
}

} // namespace strikedesk::ui
