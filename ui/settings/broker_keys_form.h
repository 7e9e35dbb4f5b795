// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/settings_reader.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <functional>
#include <memory>

namespace strikedesk::ui {

/// The key of one slot ("paper", "live", or "polygon", which has one part only): stored, replaced, removed. A
/// stored value is never read back; the fields are emptied as soon as it is handed over.
class BrokerKeysForm : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::BrokerKeysForm)

public:
    BrokerKeysForm(KeyVault& vault, QString slot, QWidget* parent);

    QString state() const { return m_state->text(); }
    QString result() const { return m_result->text(); }
    /// A key was stored or removed.
    std::function<void()> changed;

protected:
    /// Looks each time it is shown: a key store may have been unlocked meanwhile, and asks a person to unlock
    /// it only when the keys are in front of them.
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void name();
    void lay();
    void look();
    void store();
    void remove();
    void showStored(const Result<std::optional<std::string>>& found);
    void say(const QString& text, bool isError);
    void setBusy(bool isBusy);
    /// Gives wrapped sentences their full height: a stack of pages asks nobody how high a width makes it.
    void fitSentences();

    KeyVault& m_vault;
    const QString m_slot;
    const bool m_hasId; ///< broker keys have two parts
    QLabel* m_state;
    QLabel* m_environment;
    QLineEdit* m_id;
    QLineEdit* m_secret;
    QPushButton* m_store;
    QPushButton* m_remove;
    QLabel* m_result;
    bool m_isRemoveSure = false; ///< the second click removes
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

/// What a person pasted without spaces, line ends and quotes around it.
QString trimmedKey(const QString& pasted);

} // namespace strikedesk::ui
