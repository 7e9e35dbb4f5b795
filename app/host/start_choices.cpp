// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/host/start_choices.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace strikedesk::host {

namespace {

constexpr qint64 kLongestStartFile = 16 * 1024;
constexpr std::array<const char*, 2> kStartKeys{"mode", "data.dir"};

Error startFileError(const std::filesystem::path& file, const char* what) {
    return Error{ErrorKind::Storage,
                 "start.file",
                 "The file " + file.string() + ' ' + what,
                 {{"file", file.string()}},
                 {}};
}

} // namespace

std::filesystem::path startFileOf(const std::filesystem::path& root) { return root / "start.json"; }

Result<SettingTexts> readStartChoices(const std::filesystem::path& file) {
    QFile stored(QString::fromStdString(file.string()));
    if (!stored.exists())
        return SettingTexts();
    if (!stored.open(QIODevice::ReadOnly) || stored.size() > kLongestStartFile)
        return startFileError(file,
                              "cannot be read. It says in which mode to start; delete it to start anew.");
    const QJsonDocument document = QJsonDocument::fromJson(stored.readAll());
    if (!document.isObject())
        return startFileError(file, "is damaged. It says in which mode to start; delete it to start anew.");
    SettingTexts texts;
    for (const char* key : kStartKeys)
        if (const QJsonValue value = document.object().value(QLatin1String(key)); value.isString())
            texts[key] = value.toString().toStdString();
    return texts;
}

Status keepStartChoice(const std::filesystem::path& file, const std::string& key, const std::string& text) {
    auto kept = readStartChoices(file);
    if (!kept)
        return kept.error();
    (*kept)[key] = text;
    QJsonObject object;
    for (const auto& [name, value] : *kept)
        object.insert(QString::fromStdString(name), QString::fromStdString(value));
    const QString path = QString::fromStdString(file.string());
    QSaveFile made(path);
    const bool isWritten = QDir().mkpath(QString::fromStdString(file.parent_path().string())) &&
                           made.open(QIODevice::WriteOnly) &&
                           made.write(QJsonDocument(object).toJson()) > 0 && made.commit();
    return isWritten ? done() : Status(startFileError(file, "cannot be written. Check the folder's rights."));
}

} // namespace strikedesk::host
