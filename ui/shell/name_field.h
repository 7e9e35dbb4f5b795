// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QFrame>
#include <QLineEdit>

#include <functional>

namespace strikedesk::ui {

/// Asks for one name at the top of the window without stopping anything else. Removes itself.
class NameField : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::NameField)

public:
    NameField(const QString& question, int longest, QWidget* window);
    std::function<void(const QString&)> chosen;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void finish();
    QLineEdit* m_field;
};

} // namespace strikedesk::ui
