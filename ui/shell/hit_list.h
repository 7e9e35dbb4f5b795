// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/finder.h"

#include <QListWidget>

namespace strikedesk::ui {

/// The list under a search field. Takes no focus: the field keeps the keyboard and passes on the arrows.
class HitList : public QListWidget {
public:
    explicit HitList(QWidget* parent);

    void setHits(std::vector<Hit> hits);
    const std::vector<Hit>& hits() const { return m_hits; }
    /// True when the key moved the choice.
    bool takeKey(int key);
    /// Runs the chosen hit; false when there is none.
    bool runChosen();
    /// Height that shows all hits.
    int wantedHeight() const;
    /// A hit is about to run.
    std::function<void()> picked;

private:
    void runRow(int row);
    std::vector<Hit> m_hits;
};

} // namespace strikedesk::ui
