// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/layout_store.h"

#include "ui/shell/layout_file.h"

#include <QDir>
#include <QMetaObject>
#include <QUrl>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr int kMostNamed = 200;
const QString kNamedFolder = QStringLiteral("named");
const QString kSuffix = QStringLiteral(".json");

} // namespace

LayoutStore::LayoutStore(QString directory) : m_directory(std::move(directory)) {
    m_pool.setMaxThreadCount(1); // in order
}

LayoutStore::~LayoutStore() { m_pool.waitForDone(); }

QString LayoutStore::pathOf(const char* file) const {
    return m_directory + QLatin1Char('/') + QLatin1String(file);
}

QString LayoutStore::namedPath(const QString& name) const {
    // Every character that could mean something to a file system is written out.
    const QByteArray safe = QUrl::toPercentEncoding(name.left(kLongestName).trimmed(), {}, "._-~");
    return m_directory + QLatin1Char('/') + kNamedFolder + QLatin1Char('/') + QString::fromLatin1(safe) +
           kSuffix;
}

void LayoutStore::read(const QString& path, std::function<void(Result<QJsonObject>)> answered) {
    m_pool.start([this, path, answered = std::move(answered)] {
        QMetaObject::invokeMethod(
            this, [answered, found = readLayoutFile(path)] { answered(found); }, Qt::QueuedConnection);
    });
}

void LayoutStore::write(const QString& path, const QJsonObject& body, std::function<void(Status)> answered) {
    m_pool.start([this, path, body, answered = std::move(answered)] {
        const Status status = writeLayoutFile(path, body);
        if (answered)
            QMetaObject::invokeMethod(
                this, [answered, status] { answered(status); }, Qt::QueuedConnection);
    });
}

void LayoutStore::readCurrent(std::function<void(Result<StoredLayout>)> answered) {
    m_pool.start([this, newest = pathOf("current.json"), good = pathOf("last-good.json"),
                  answered = std::move(answered)] {
        Result<StoredLayout> found = StoredLayout();
        if (const auto first = readLayoutFile(newest))
            found = StoredLayout{*first, false};
        else if (const auto second = readLayoutFile(good))
            found = StoredLayout{*second, true};
        else
            found = first.error();
        QMetaObject::invokeMethod(
            this, [answered, found] { answered(found); }, Qt::QueuedConnection);
    });
}

void LayoutStore::writeCurrent(const QJsonObject& body, std::function<void(Status)> answered) {
    write(pathOf("current.json"), body, std::move(answered));
}

void LayoutStore::keepAsGood(const QJsonObject& body) { write(pathOf("last-good.json"), body, nullptr); }

void LayoutStore::readKeys(std::function<void(Result<QJsonObject>)> answered) {
    read(pathOf("keys.json"), std::move(answered));
}

void LayoutStore::writeKeys(const QJsonObject& keys, std::function<void(Status)> answered) {
    write(pathOf("keys.json"), keys, std::move(answered));
}

void LayoutStore::names(std::function<void(QStringList)> answered) {
    m_pool.start([this, folder = m_directory + QLatin1Char('/') + kNamedFolder,
                  answered = std::move(answered)] {
        QStringList found;
        for (const QString& file :
             QDir(folder).entryList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Name).mid(0, kMostNamed))
            found.append(
                QUrl::fromPercentEncoding(file.chopped(kSuffix.size()).toLatin1()).left(kLongestName));
        std::sort(found.begin(), found.end(),
                  [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
        QMetaObject::invokeMethod(
            this, [answered, found] { answered(found); }, Qt::QueuedConnection);
    });
}

void LayoutStore::readNamed(const QString& name, std::function<void(Result<QJsonObject>)> answered) {
    read(namedPath(name), std::move(answered));
}

void LayoutStore::writeNamed(const QString& name, const QJsonObject& body,
                             std::function<void(Status)> answered) {
    write(namedPath(name), body, std::move(answered));
}

void LayoutStore::removeNamed(const QString& name, std::function<void(Status)> answered) {
    m_pool.start([this, path = namedPath(name), answered = std::move(answered)] {
        Status status = done();
        if (!QFile::remove(path))
            status = Error{ErrorKind::Storage,
                           "layout.unremoved",
                           "The layout could not be removed. Check the rights of its folder.",
                           {},
                           path.toStdString()};
        QMetaObject::invokeMethod(
            this, [answered, status] { answered(status); }, Qt::QueuedConnection);
    });
}

} // namespace strikedesk::ui
