// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/picture_loader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

class PictureLoaderTest : public ::testing::Test {
protected:
    QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    QString bytes(const char* name, const QByteArray& content) const {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    static QByteArray content(const QString& path) {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QString picture(const char* name, int width, int height) const {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(0xff336699);
        EXPECT_TRUE(image.save(path(name)));
        return path(name);
    }

    QTemporaryDir folder;
};

} // namespace

TEST_F(PictureLoaderTest, ScalesALargePictureDownAndLeavesASmallOne) {
    const QSize room(400, 300);
    EXPECT_EQ(PictureLoader::read(picture("large.png", 1600, 900), room).image.size(), QSize(400, 225));
    EXPECT_EQ(PictureLoader::read(picture("small.png", 90, 60), room).image.size(), QSize(90, 60));
}

TEST_F(PictureLoaderTest, SaysInASentenceWhyThereIsNoPicture) {
    const QSize room(400, 300);
    const QByteArray whole = content(picture("whole.png", 64, 64));
    const QByteArray bitmap = content(picture("whole.bmp", 64, 64));
    const QString bad[] = {
        path("missing.png"),
        folder.path(),
        bytes("empty.png", {}),
        bytes("text.png", "this is no picture"),
        bytes("cut.png", whole.left(40)),
        // Headers that promise a picture of 60,000 × 60,000.
        bytes("huge.png", QByteArray(whole).replace(16, 8, QByteArray::fromHex("0000ea600000ea60"))),
        bytes("huge.bmp", QByteArray(bitmap).replace(18, 8, QByteArray::fromHex("60ea000060ea0000"))),
    };
    for (const QString& file : bad) {
        const LoadedPicture loaded = PictureLoader::read(file, room);
        EXPECT_TRUE(loaded.image.isNull()) << file.toStdString();
        EXPECT_FALSE(loaded.why.isEmpty()) << file.toStdString();
    }
}

TEST_F(PictureLoaderTest, AnswersLaterAndNotAfterItsEnd) {
    const QString file = picture("one.png", 20, 10);
    int answers = 0;
    {
        PictureLoader gone;
        gone.load(file, {40, 40}, [&](const LoadedPicture&) { answers += 100; });
    }
    PictureLoader loader;
    loader.load(file, {40, 40}, [&](const LoadedPicture& loaded) {
        ++answers;
        EXPECT_EQ(loaded.image.size(), QSize(20, 10));
    });
    EXPECT_EQ(answers, 0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return answers != 0; }, 5000));
    EXPECT_EQ(answers, 1);
}

} // namespace strikedesk::ui
