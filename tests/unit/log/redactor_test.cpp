// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/log/line_text.h"
#include "core/io/log/redactor.h"

#include <gtest/gtest.h>

#include <memory>

namespace strikedesk {
namespace {

std::unique_ptr<Redactor> hiding(std::initializer_list<std::string_view> secrets) {
    auto redactor = std::make_unique<Redactor>();
    for (const auto secret : secrets)
        EXPECT_TRUE(redactor->add(Secret(secret)).ok());
    return redactor;
}

TEST(Redactor, HidesASecretWhereverItStands) {
    const auto redactor = hiding({"TESTKEY-0123456789ABC"});
    EXPECT_EQ(redactor->redact("TESTKEY-0123456789ABC"), "[redacted]");
    EXPECT_EQ(redactor->redact("key TESTKEY-0123456789ABC sent"), "key [redacted] sent");
    EXPECT_EQ(redactor->redact("aTESTKEY-0123456789ABCb"), "a[redacted]b");
    EXPECT_EQ(redactor->redact("TESTKEY-0123456789ABC,TESTKEY-0123456789ABC"), "[redacted],[redacted]");
    EXPECT_EQ(redactor->redact("TESTKEY-0123456789ABCTESTKEY-0123456789ABC"), "[redacted]");
    EXPECT_EQ(redactor->redact(""), "");
    EXPECT_EQ(redactor->redact("AAPL 2.10"), "AAPL 2.10");
}

TEST(Redactor, TakesSecretsByValueNotAsPatterns) {
    const std::string_view secrets[] = {".*.*",         "a+b?c*d", "[A-Z]{4}", "(((((",
                                        "\\Q\\E\\d",    "^$^$",    "p|q|r|s",  "100%/&=#",
                                        "\"quo\"ted\"", "a b c d", "{}{}",     "%s%n%d"};
    for (const auto secret : secrets) {
        const auto redactor = hiding({secret});
        const std::string text = "before " + std::string(secret) + " after";
        EXPECT_EQ(redactor->redact(text), "before [redacted] after") << secret;
        EXPECT_EQ(redactor->redact("nothing here"), "nothing here") << secret;
    }
}

TEST(Redactor, HidesWhatALogFieldOrAUrlMakesOfASecret) {
    const auto redactor = hiding({"se/cr et\"with\\odd+things"});
    EXPECT_EQ(redactor->redact(escapedValue("se/cr et\"with\\odd+things")), "[redacted]");
    EXPECT_EQ(redactor->redact("?key=se%2Fcr%20et%22with%5Codd%2Bthings&x=1"), "?key=[redacted]&x=1");
    const auto lines = hiding({"-----BEGIN KEY-----\nabcdef\n-----END KEY-----"});
    EXPECT_EQ(lines->redact("x -----BEGIN KEY-----\\nabcdef\\n-----END KEY----- y"), "x [redacted] y");
}

TEST(Redactor, HidesPiecesOfALongToken) {
    const auto redactor = hiding({"wJalrXUtnFEMI0K7MDENG0bPxRfiCYEXAMPLEKEY"});
    EXPECT_EQ(redactor->redact("half wJalrXUtnFEMI0K7MDENG end"), "half [redacted] end");
    EXPECT_EQ(redactor->redact("and 0bPxRfiCYEXAMPLEKEY"), "and [redacted]");
    EXPECT_EQ(redactor->redact("wJalrXU"), "wJalrXU");
}

TEST(Redactor, LeavesPiecesOfAnAddressReadable) {
    const auto redactor = hiding({"https://discord.example/api/webhooks/123/tokentoken"});
    EXPECT_EQ(redactor->redact("GET https://discord.example/health"), "GET https://discord.example/health");
    EXPECT_EQ(redactor->redact("POST https://discord.example/api/webhooks/123/tokentoken"),
              "POST [redacted]");
}

TEST(Redactor, HidesTheLongerOfTwoSecretsThatOverlap) {
    const auto redactor = hiding({"abcdef", "abcdefghij", "efgh"});
    EXPECT_EQ(redactor->redact("-abcdefghij-"), "-[redacted]-");
    EXPECT_EQ(redactor->redact("-abcdefgh-"), "-[redacted]-");
}

TEST(Redactor, RefusesASecretTooShortToBeOne) {
    Redactor redactor;
    for (const auto* secret : {"", "a", "abc"}) {
        const auto status = redactor.add(Secret(secret));
        ASSERT_FALSE(status.ok());
        EXPECT_EQ(status.error().kind, ErrorKind::InvalidInput);
    }
    EXPECT_TRUE(redactor.add(Secret("abcd")).ok());
    EXPECT_TRUE(redactor.add(Secret("abcd")).ok());
}

} // namespace
} // namespace strikedesk
