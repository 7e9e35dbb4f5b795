// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings_page.h"

#include "core/base/settings/settings_markdown.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace strikedesk::ui {

SettingsPage::SettingsPage(SettingsReader& reader, QWidget* parent)
    : QWidget(parent), m_reader(reader), m_search(new QLineEdit(this)), m_groupList(new QListWidget(this)),
      m_scroll(new QScrollArea(this)), m_nothing(new QLabel(tr("No setting fits. Try another word."), this)) {
    m_search->setObjectName(QStringLiteral("settings.search"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_groupList->setObjectName(QStringLiteral("settings.groups"));
    m_groupList->setAccessibleName(tr("Groups of settings"));
    m_groupList->setFixedWidth(160);
    m_nothing->setProperty("role", QStringLiteral("muted"));
    m_nothing->hide();
    auto* sheet = new QWidget(m_scroll);
    makeRows(sheet);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(sheet);

    auto* body = new QHBoxLayout;
    body->setSpacing(16);
    body->addWidget(m_groupList);
    body->addWidget(m_scroll, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addLayout(body, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this] { filter(); });
    connect(m_groupList, &QListWidget::currentRowChanged, this, [this](int place) {
        if (place >= 0 && place < static_cast<int>(m_groups.size()))
            m_scroll->ensureWidgetVisible(m_groups[static_cast<std::size_t>(place)].rows.back(), 0, 0),
                m_scroll->ensureWidgetVisible(m_groups[static_cast<std::size_t>(place)].heading, 0, 8);
    });
    m_changed = m_reader.subscribe([this] {
        const Settings settings = m_reader.settings();
        for (const Group& group : m_groups)
            for (SettingRow* one : group.rows)
                one->refresh(settings);
    });
}

void SettingsPage::makeRows(QWidget* sheet) {
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 16, 0);
    column->setSpacing(0);
    for (const SettingDefinition& definition : kSettings) {
        const std::string_view name = settingGroup(definition.key);
        const QString shown =
            QCoreApplication::translate("strikedesk::SettingGroups", std::string(name).c_str());
        auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                  [&](const Group& one) { return one.name == shown; });
        if (group == m_groups.end()) {
            m_groups.push_back({shown, new QLabel(shown, sheet), {}});
            group = m_groups.end() - 1;
            group->heading->setProperty("role", QStringLiteral("heading"));
            group->heading->setContentsMargins(0, 12, 0, 4);
            m_groupList->addItem(shown);
        }
        group->rows.push_back(new SettingRow(definition, m_reader, sheet));
    }
    for (const Group& group : m_groups) {
        column->addWidget(group.heading);
        for (SettingRow* one : group.rows)
            column->addWidget(one);
    }
    column->addStretch(1);
}

SettingRow* SettingsPage::row(std::string_view key) const {
    for (const Group& group : m_groups)
        for (SettingRow* one : group.rows)
            if (one->definition().key == key)
                return one;
    return nullptr;
}

std::size_t SettingsPage::shownRows() const {
    std::size_t shown = 0;
    for (const Group& group : m_groups)
        for (const SettingRow* one : group.rows)
            shown += one->isHidden() ? 0 : 1;
    return shown;
}

void SettingsPage::filter() {
    bool isAny = false;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        bool isShown = false;
        for (SettingRow* one : m_groups[i].rows) {
            one->setVisible(one->matches(m_search->text()));
            isShown = isShown || !one->isHidden();
        }
        m_groups[i].heading->setVisible(isShown);
        m_groupList->item(static_cast<int>(i))->setHidden(!isShown);
        isAny = isAny || isShown;
    }
    m_nothing->setVisible(!isAny);
}

} // namespace strikedesk::ui
