// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the chart against approved ones. PICTURES_APPROVE=1 writes them anew; look at each before it is
// committed. Where the fonts they were made with are missing, texts are left out of the comparison.
#include "charts/paint/render_chart.h"
#include "charts/paint/scene.h"
#include "tests/unit/charts/chart_fixture.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

using namespace strikedesk;
using namespace strikedesk::charts;

namespace {

constexpr int kWidth = 480;
constexpr int kHeight = 280;
/// Channel values may differ by this much, and this many pixels in a thousand by more: other versions of the
/// rasteriser round differently.
constexpr int kTolerance = 12;
constexpr double kMostPerMille = 2;

QString approvedPath(const QString& name) {
    return QStringLiteral(STRIKEDESK_SOURCE_DIR "/tests/pictures/charts/approved/%1.png").arg(name);
}

bool hasFont() { return QFontDatabase::hasFamily(QStringLiteral("Inter")); }

bool isFar(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) > kTolerance || std::abs(qGreen(a) - qGreen(b)) > kTolerance ||
           std::abs(qBlue(a) - qBlue(b)) > kTolerance;
}

/// Rows and columns that hold bars only: the axes, the readout and the badge are words.
bool isWords(const QImage& image, int x, int y) {
    return y < image.height() / 8 || y > image.height() * 15 / 16 || x > image.width() * 7 / 8;
}

void compare(const QString& name, const QImage& picture) {
    ASSERT_FALSE(picture.isNull());
    const QString path = approvedPath(name);
    if (qEnvironmentVariableIsSet("PICTURES_APPROVE")) {
        ASSERT_TRUE(picture.save(path)) << path.toStdString();
        return;
    }
    const QImage approved = QImage(path).convertToFormat(QImage::Format_RGB32);
    ASSERT_FALSE(approved.isNull()) << "no approved picture " << path.toStdString();
    ASSERT_EQ(approved.size(), picture.size());
    const bool withWords = hasFont();
    int far = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (withWords || !isWords(picture, x, y))
                far += isFar(picture.pixel(x, y), approved.pixel(x, y)) ? 1 : 0;
    const double perMille = far * 1000.0 / (picture.width() * picture.height());
    const double most = withWords ? kMostPerMille : kMostPerMille * 20;
    if (perMille > most)
        picture.save(QDir::temp().filePath(name + QStringLiteral("-differs.png")));
    EXPECT_LE(perMille, most) << name.toStdString() << " differs; see the picture in the temporary folder";
}

ChartPicture pictureOf(charts_test::Series series) {
    ChartPicture picture;
    picture.style = charts_test::style();
    picture.marketNow = charts_test::marketNow();
    picture.overlay = charts_test::overlay(*series);
    picture.series = std::move(series);
    return picture;
}

} // namespace

TEST(ChartPictures, CandlesWithEverythingOnThem) {
    compare(QStringLiteral("candles"),
            renderChart(pictureOf(charts_test::series(400)), {kWidth, kHeight}, 1));
}

TEST(ChartPictures, LightTheme) {
    ChartPicture picture = pictureOf(charts_test::series(400));
    picture.style = charts_test::style(false);
    compare(QStringLiteral("light"), renderChart(picture, {kWidth, kHeight}, 1));
}

TEST(ChartPictures, AScreenWithOneAndAHalfPixels) {
    compare(QStringLiteral("fine"), renderChart(pictureOf(charts_test::series(400)), {kWidth, kHeight}, 1.5));
}

TEST(ChartPictures, LinesBarsAndHeikinAshi) {
    for (const auto& [name, kind] : {std::pair{"line", ChartKind::Line}, std::pair{"bars", ChartKind::Bars},
                                     std::pair{"heikin_ashi", ChartKind::HeikinAshi}}) {
        ChartPicture picture = pictureOf(charts_test::series(400));
        picture.overlay = {};
        picture.kind = kind;
        compare(QString::fromLatin1(name), renderChart(picture, {kWidth, kHeight}, 1));
    }
}

TEST(ChartPictures, MoreBarsThanPixels) {
    ChartPicture picture = pictureOf(charts_test::series(
        20'000, charts_test::key(market::Timeframe::Minute1, market::SeriesSession::Regular)));
    picture.overlay = {};
    picture.bars = {0, 20'000};
    compare(QStringLiteral("dense"), renderChart(picture, {kWidth, kHeight}, 1));
}

TEST(ChartPictures, DaysOnALogarithmicScale) {
    ChartPicture picture = pictureOf(charts_test::series(300, charts_test::key(market::Timeframe::Day1)));
    picture.overlay = {};
    picture.priceScale = PriceScaleKind::Logarithmic;
    picture.bars = {0, 300};
    compare(QStringLiteral("days"), renderChart(picture, {kWidth, kHeight}, 1));
}

TEST(ChartPictures, AGapIsMarkedAndADegradedFeedSaysSo) {
    auto bars = charts_test::walk(charts_test::key(), 300);
    bars.erase(bars.begin() + 270, bars.begin() + 278);
    bars[270].afterGap = true;
    market::SeriesHealth health = charts_test::liveHealth();
    health.mode = market::SeriesMode::Degraded;
    health.gaps = 1;
    health.score = 81;
    health.updatedAt = charts_test::marketNow() - Duration::seconds(74);
    ChartPicture picture = pictureOf(market::SeriesSnapshot::of(charts_test::key(), bars, health));
    picture.overlay = {};
    compare(QStringLiteral("gap"), renderChart(picture, {kWidth, kHeight}, 1));
}

TEST(ChartPictures, AnEmptyChartSaysWhatToDo) {
    ChartPicture picture;
    picture.style = charts_test::style();
    compare(QStringLiteral("empty"), renderChart(picture, {kWidth, kHeight}, 1));
}

TEST(ChartPictures, CrosshairTagsAndReadout) {
    const ChartPicture picture = pictureOf(charts_test::series(400));
    ChartView view;
    view.setLayout(kWidth, kHeight, chartMetrics(picture.style, picture.series.get(), Price::fromCents(1), 1),
                   1);
    view.setSeries(picture.series);
    view.fitPrices();
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    {
        Canvas canvas(image);
        const Scene scene(view, picture.overlay, picture.style, picture.marketNow);
        const Crosshair crosshair{380, 120};
        paintScene(canvas, scene);
        paintReadout(canvas, scene, crosshair);
        paintCrosshair(canvas, scene, crosshair);
    }
    compare(QStringLiteral("crosshair"), image);
}

TEST(ChartPictures, AnyPainterGetsTheSameChart) {
    const ChartPicture picture = pictureOf(charts_test::series(400));
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    image.fill(Qt::black);
    {
        QPainter painter(&image);
        renderChart(painter, picture, {kWidth, kHeight});
    }
    const QImage direct = renderChart(picture, {kWidth, kHeight}, 1);
    int far = 0;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            far += isFar(image.pixel(x, y), direct.pixel(x, y)) ? 1 : 0;
    // Only smooth lines and triangles are made in two ways.
    EXPECT_LT(far, kWidth * kHeight / 50);
}

TEST(ChartPictures, AreTheSameFromAnotherThread) {
    const ChartPicture picture = pictureOf(charts_test::series(400));
    const QImage here = renderChart(picture, {kWidth, kHeight}, 1);
    QImage there;
    std::thread worker([&] { there = renderChart(picture, {kWidth, kHeight}, 1); });
    worker.join();
    EXPECT_EQ(here, there);
}
