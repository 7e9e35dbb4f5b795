// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/journal/journal_line.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace strikedesk::ui {

/// One trade of the journal: figures, notes and tags to edit, pictures. What was typed and not saved is
/// saved when another trade is shown. GUI thread.
class JournalDetail final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::JournalDetail)

public:
    explicit JournalDetail(QWidget* parent);
    ~JournalDetail() override;

    /// Shows a trade, or nothing. Newer figures of the same trade leave what is being typed alone.
    void showLine(std::shared_ptr<const JournalLine> line);
    const std::string& shownId() const { return m_id; }
    bool hasUnsaved() const { return m_isEdited; }
    void save();
    /// Colours changed.
    void repaintFigures();

    std::function<void(const std::string& id, const std::string& notes, const std::vector<std::string>& tags,
                       std::function<void(Status)> answered)>
        saveAsked;

private:
    void buildFigures(QWidget* page);
    void fillFigures();
    void fillPictures();
    void edited();
    void say(const QString& sentence, bool isError);

    std::shared_ptr<const JournalLine> m_line;
    std::string m_id;
    bool m_isEdited = false;
    bool m_isFilling = false;
    QLabel* m_title = nullptr;
    QLabel* m_result = nullptr;
    QLabel* m_figures = nullptr;
    QLineEdit* m_tags = nullptr;
    QPlainTextEdit* m_notes = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_said = nullptr;
    QWidget* m_pictures = nullptr;
    QGridLayout* m_pictureGrid = nullptr;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace strikedesk::ui
