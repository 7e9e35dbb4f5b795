// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/broker_keys_form.h"

#include "ui/theme/error_text.h"

#include <QGridLayout>
#include <QStyle>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr qsizetype kShortest = 8;
constexpr int kLongest = 200;

bool isKeyText(const QString& text) {
    return text.size() >= kShortest && std::all_of(text.begin(), text.end(), [](QChar character) {
               return character > QLatin1Char(' ') && character <= QLatin1Char('~');
           });
}

/// Empties a field so that neither its text nor its undo history stays readable.
std::string takeText(QLineEdit& field) {
    QString text = trimmedKey(field.text());
    QString shown = field.text();
    field.setText(QString());
    shown.fill(QChar(0));
    std::string taken = text.toStdString();
    text.fill(QChar(0));
    return taken;
}

} // namespace

QString trimmedKey(const QString& pasted) {
    QString text = pasted.trimmed();
    while (text.size() >= 2 && text.front() == text.back() &&
           (text.front() == QLatin1Char('"') || text.front() == QLatin1Char('\'')))
        text = text.mid(1, text.size() - 2).trimmed();
    text.remove(QLatin1Char('\n'));
    text.remove(QLatin1Char('\r'));
    return text;
}

BrokerKeysForm::BrokerKeysForm(KeyVault& vault, QString slot, QWidget* parent)
    : QFrame(parent), m_vault(vault), m_slot(std::move(slot)), m_hasId(m_slot != QLatin1String("polygon")),
      m_state(new QLabel(this)), m_environment(new QLabel(this)), m_id(new QLineEdit(this)),
      m_secret(new QLineEdit(this)), m_store(new QPushButton(tr("Store"), this)),
      m_remove(new QPushButton(this)), m_result(new QLabel(this)) {
    setObjectName(QStringLiteral("keys.") + m_slot);
    lay();
    connect(m_store, &QPushButton::clicked, this, [this] { store(); });
    connect(m_remove, &QPushButton::clicked, this, [this] { remove(); });
    connect(m_id, &QLineEdit::returnPressed, this, [this] { m_secret->setFocus(); });
    connect(m_secret, &QLineEdit::returnPressed, this, [this] { store(); });
}

void BrokerKeysForm::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    look();
}

void BrokerKeysForm::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitSentences();
}

void BrokerKeysForm::fitSentences() {
    for (QLabel* label : {m_state, m_environment, m_result})
        label->setMinimumHeight(label->text().isEmpty() ? 0 : label->heightForWidth(width()));
}

void BrokerKeysForm::name() {
    const bool isLive = m_slot == QLatin1String("live");
    m_id->setAccessibleName(isLive ? tr("Key id of the live account") : tr("Key id of the paper account"));
    m_id->setPlaceholderText(tr("Key id"));
    if (!m_hasId) {
        m_secret->setAccessibleName(tr("Polygon key"));
        m_secret->setPlaceholderText(tr("Key"));
        return m_id->hide();
    }
    m_secret->setAccessibleName(isLive ? tr("Secret key of the live account")
                                       : tr("Secret key of the paper account"));
    m_secret->setPlaceholderText(tr("Secret key"));
}

void BrokerKeysForm::lay() {
    name();
    const bool isLive = m_slot == QLatin1String("live");
    auto* title = new QLabel(!m_hasId ? tr("Polygon (Massive) market data")
                             : isLive ? tr("Live account (real money)")
                                      : tr("Paper account"),
                             this);
    title->setProperty("role", QStringLiteral("heading"));
    m_state->setObjectName(objectName() + QStringLiteral(".state"));
    m_state->setWordWrap(true);
    m_environment->setObjectName(objectName() + QStringLiteral(".environment"));
    m_environment->setWordWrap(true);
    m_environment->setProperty("role", QStringLiteral("muted"));
    m_id->setObjectName(objectName() + QStringLiteral(".id"));
    m_id->setMaxLength(kLongest);
    m_secret->setObjectName(objectName() + QStringLiteral(".secret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_secret->setMaxLength(kLongest);
    m_store->setObjectName(objectName() + QStringLiteral(".store"));
    m_store->setProperty("tone", QStringLiteral("accent"));
    m_remove->setObjectName(objectName() + QStringLiteral(".remove"));
    m_remove->setText(tr("Remove"));
    m_remove->setEnabled(false);
    m_result->setObjectName(objectName() + QStringLiteral(".result"));
    m_result->setWordWrap(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->addWidget(title, 0, 0, 1, 3);
    grid->addWidget(m_state, 1, 0, 1, 3);
    grid->addWidget(m_environment, 2, 0, 1, 3);
    grid->addWidget(m_id, 3, 0);
    grid->addWidget(m_secret, 4, 0);
    grid->addWidget(m_store, 4, 1);
    grid->addWidget(m_remove, 4, 2);
    grid->addWidget(m_result, 5, 0, 1, 3);
}

void BrokerKeysForm::look() {
    m_state->setText(tr("Looking into the key store…"));
    const auto given = m_vault.environmentEnd(m_slot.toStdString());
    m_environment->setVisible(given.has_value());
    if (given)
        m_environment->setText(
            m_hasId ? tr("The environment gives a key ending in %1; it is used before a stored one.")
                          .arg(QString::fromStdString(*given))
                    : tr("The environment gives a key; it is used before a stored one."));
    m_vault.look(m_slot.toStdString(), [this, alive = std::weak_ptr<int>(m_alive)](
                                           const Result<std::optional<std::string>>& found) {
        if (!alive.expired())
            showStored(found);
    });
}

void BrokerKeysForm::showStored(const Result<std::optional<std::string>>& found) {
    m_isRemoveSure = false;
    m_remove->setText(tr("Remove"));
    if (!found) {
        m_state->setText(errorText(found.error()));
        m_remove->setEnabled(false);
        return fitSentences();
    }
    const bool isStored = found->has_value();
    m_state->setText(!isStored ? tr("No key is stored.")
                     : m_hasId ? tr("A key ending in %1 is stored.").arg(QString::fromStdString(**found))
                               : tr("A key is stored."));
    m_remove->setEnabled(isStored);
    m_store->setText(isStored ? tr("Replace") : tr("Store"));
    fitSentences();
}

void BrokerKeysForm::store() {
    const QString id = trimmedKey(m_id->text());
    if (m_hasId && !isKeyText(id)) {
        m_id->setFocus();
        return say(tr("The key id is missing or has characters no key has. Copy it again from the broker."),
                   true);
    }
    if (!isKeyText(trimmedKey(m_secret->text()))) {
        m_secret->setFocus();
        return say(
            m_hasId
                ? tr("The secret key is missing or has characters no key has. Copy it again from the broker.")
                : tr("The key is missing or has characters no key has. Copy it again from Polygon."),
            true);
    }
    std::string secret = takeText(*m_secret);
    BrokerKeys keys{m_hasId ? takeText(*m_id) : m_slot.toStdString(), Secret::takeFrom(secret)};
    setBusy(true);
    say(tr("Storing…"), false);
    m_vault.store(
        m_slot.toStdString(), std::move(keys),
        [this, alive = std::weak_ptr<int>(m_alive)](const Status& status) {
            if (alive.expired())
                return;
            setBusy(false);
            if (!status)
                return say(errorText(status.error()), true);
            say(m_hasId
                    ? tr("Stored in the system's key store. It is used from the next start of the session.")
                    : tr("Stored in the system's key store. The session that runs goes on without it; a "
                         "paper or live session asks Polygon from its next start, the demo never does."),
                false);
            look();
            if (changed)
                changed();
        });
}

void BrokerKeysForm::remove() {
    if (!std::exchange(m_isRemoveSure, true)) {
        m_remove->setText(tr("Really remove"));
        return say(m_hasId ? tr("Without the key this account cannot be used. Press again to remove it.")
                           : tr("Without the key Polygon is not asked for data. Press again to remove it."),
                   true);
    }
    m_vault.remove(m_slot.toStdString(), [this, alive = std::weak_ptr<int>(m_alive)](const Status& status) {
        if (alive.expired())
            return;
        const QString removed = m_hasId ? tr("Removed.")
                                        : tr("Removed. The session that runs keeps the key it began with "
                                             "until its next start.");
        say(status ? removed : errorText(status.error()), !status);
        look();
        if (status && changed)
            changed();
    });
}

void BrokerKeysForm::setBusy(bool isBusy) {
    m_store->setEnabled(!isBusy);
    m_id->setEnabled(!isBusy);
    m_secret->setEnabled(!isBusy);
}

void BrokerKeysForm::say(const QString& text, bool isError) {
    m_result->setText(text);
    fitSentences();
    m_result->setProperty("tone", isError ? QStringLiteral("danger") : QStringLiteral("good"));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

} // namespace strikedesk::ui
