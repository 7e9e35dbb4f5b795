// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keys/keychain_store.h"

#include <QByteArray>
#include <QString>
#include <qt6keychain/keychain.h>

#include <utility>

namespace strikedesk::keys {

namespace {

QString service() { return QStringLiteral("Strikedesk"); }

/// `job` has failed for another reason than that there is no such entry.
Error errorOf(const QKeychain::Job& job) {
    const std::string context = "key store error " + std::to_string(static_cast<int>(job.error()));
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return Error{ErrorKind::Refused,
                     "keys.refused",
                     "The key store did not let this program in. Unlock it and try again.",
                     {},
                     context};
    default:
        // With no session bus or no service behind it QtKeychain answers "other error": that is no word about
        // whether a key is stored.
        return Error{
            ErrorKind::Unavailable,
            "keys.no_store",
            "No key store is running on this system, so keys can be neither kept nor read. Start one "
            "(GNOME Keyring or KWallet), or set STRIKEDESK_SECRET_ALPACA_KEY_ID and "
            "STRIKEDESK_SECRET_ALPACA_SECRET_KEY in the environment and start again.",
            {},
            context};
    }
}

Status statusOf(const QKeychain::Job& job) {
    return job.error() == QKeychain::NoError ? done() : Status(errorOf(job));
}

/// Overwrites the bytes; QByteArray::fill detaches a shared one first, so each copy wipes its own.
void wipe(QByteArray& bytes) { wipeBytes(bytes.data(), static_cast<std::size_t>(bytes.size())); }

} // namespace

void KeychainStore::read(const std::string& name,
                         std::function<void(Result<std::optional<Secret>>)> answered) {
    auto* job = new QKeychain::ReadPasswordJob(service());
    job->setKey(QString::fromStdString(name));
    QObject::connect(job, &QKeychain::Job::finished, &m_owner, [job, answered = std::move(answered)] {
        if (job->error() == QKeychain::EntryNotFound) {
            answered(std::optional<Secret>());
            return;
        }
        if (job->error() != QKeychain::NoError) {
            answered(errorOf(*job));
            return;
        }
        QByteArray bytes = job->binaryData();
        std::optional<Secret> secret(
            std::in_place, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        wipe(bytes);
        answered(std::move(secret));
    });
    job->start();
}

void KeychainStore::write(const std::string& name, Secret value, std::function<void(Status)> answered) {
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setKey(QString::fromStdString(name));
    value.reveal([job](std::string_view bytes) {
        job->setBinaryData(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    });
    QObject::connect(job, &QKeychain::Job::finished, &m_owner,
                     [job, answered = std::move(answered)] { answered(statusOf(*job)); });
    job->start();
}

void KeychainStore::remove(const std::string& name, std::function<void(Status)> answered) {
    auto* job = new QKeychain::DeletePasswordJob(service());
    job->setKey(QString::fromStdString(name));
    QObject::connect(job, &QKeychain::Job::finished, &m_owner, [job, answered = std::move(answered)] {
        answered(job->error() == QKeychain::EntryNotFound ? done() : statusOf(*job));
    });
    job->start();
}

} // namespace strikedesk::keys
