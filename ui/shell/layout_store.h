// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>

#include <functional>

namespace strikedesk::ui {

/// What a read found.
struct StoredLayout {
    QJsonObject body;
    bool isLastGood = false; ///< the newest one was damaged
};

/// Layouts and the key map as files of one folder. Reads and writes run one after the other on a thread of
/// their own; answers come back on the GUI thread, never after the end of this object. Its destructor waits
/// for what is under way, so the last write is not lost.
class LayoutStore : public QObject {
public:
    static constexpr int kLongestName = 60;

    explicit LayoutStore(QString directory);
    ~LayoutStore() override;

    /// The layout in use, or its last good copy.
    void readCurrent(std::function<void(Result<StoredLayout>)> answered);
    void writeCurrent(const QJsonObject& body, std::function<void(Status)> answered);
    /// The layout in use started well: keep a copy.
    void keepAsGood(const QJsonObject& body);

    void readKeys(std::function<void(Result<QJsonObject>)> answered);
    void writeKeys(const QJsonObject& keys, std::function<void(Status)> answered);

    /// Layouts a person named; at most 60 characters.
    void names(std::function<void(QStringList)> answered);
    void readNamed(const QString& name, std::function<void(Result<QJsonObject>)> answered);
    void writeNamed(const QString& name, const QJsonObject& body, std::function<void(Status)> answered);
    void removeNamed(const QString& name, std::function<void(Status)> answered);

private:
    QString pathOf(const char* file) const;
    QString namedPath(const QString& name) const;
    void write(const QString& path, const QJsonObject& body, std::function<void(Status)> answered);
    void read(const QString& path, std::function<void(Result<QJsonObject>)> answered);

    const QString m_directory;
    QThreadPool m_pool;
};

} // namespace strikedesk::ui
