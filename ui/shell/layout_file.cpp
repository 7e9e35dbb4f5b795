// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/layout_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace strikedesk::ui {

namespace {

constexpr int kVersion = 1;

QString checksum(const QJsonObject& body) {
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Error damaged(const QString& path, const char* why) {
    return {ErrorKind::Storage,
            "layout.damaged",
            "The saved layout cannot be read. The last good one is used instead.",
            {},
            path.toStdString() + ": " + why};
}

} // namespace

Result<QJsonObject> readLayoutFile(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return Error{
            ErrorKind::NotFound, "layout.absent", "There is no such layout.", {}, path.toStdString()};
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostLayoutBytes)
        return damaged(path, "cannot be opened or is too large");
    QJsonParseError problem;
    const QJsonObject whole = QJsonDocument::fromJson(file.read(kMostLayoutBytes + 1), &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return damaged(path, "no JSON");
    if (whole.value(QLatin1String("format")).toString() != QLatin1String("strikedesk-layout") ||
        whole.value(QLatin1String("version")).toInt() != kVersion)
        return damaged(path, "another format or version");
    const QJsonValue body = whole.value(QLatin1String("body"));
    if (!body.isObject() || whole.value(QLatin1String("checksum")).toString() != checksum(body.toObject()))
        return damaged(path, "the checksum differs");
    return body.toObject();
}

Status writeLayoutFile(const QString& path, const QJsonObject& body) {
    const auto failed = [&](const QString& why) {
        return Error{ErrorKind::Storage,
                     "layout.unwritten",
                     "The layout could not be saved. Check that its folder exists and has room.",
                     {},
                     (path + QStringLiteral(": ") + why).toStdString()};
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(QStringLiteral("no folder"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    const QJsonObject whole{{QStringLiteral("format"), QStringLiteral("strikedesk-layout")},
                            {QStringLiteral("version"), kVersion},
                            {QStringLiteral("checksum"), checksum(body)},
                            {QStringLiteral("body"), body}};
    const QByteArray bytes = QJsonDocument(whole).toJson(QJsonDocument::Indented);
    if (bytes.size() > kMostLayoutBytes)
        return failed(QStringLiteral("too large"));
    if (file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());
    return done();
}

} // namespace strikedesk::ui
