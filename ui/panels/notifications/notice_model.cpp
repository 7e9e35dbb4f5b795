// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/notifications/notice_model.h"

#include "ui/theme/error_text.h"
#include "ui/theme/format.h"

namespace strikedesk::ui {

std::vector<NoticeRow> noticeRowsOf(const engine::EngineSnapshot& snapshot, trade::NoticeLevel least,
                                    std::uint64_t readUpTo) {
    std::vector<NoticeRow> rows;
    for (auto it = snapshot.notices.rbegin(); it != snapshot.notices.rend(); ++it)
        if (it->notice.level >= least)
            rows.push_back({it->number, it->notice.level, it->at, sentenceText(it->notice.message),
                            it->number > readUpTo});
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
