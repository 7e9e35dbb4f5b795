// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_block.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace strikedesk::film {
namespace {

std::string anyBytes() { return *rc::gen::arbitrary<std::string>(); }

Moment anyMoment() {
    return {Timestamp::fromNanoseconds(*rc::gen::arbitrary<std::int64_t>()),
            MonoTime::fromNanoseconds(*rc::gen::arbitrary<std::int64_t>())};
}

FilmEntry anyEntry() {
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        return FilmEvent{anyMoment(), anyBytes(), 0};
    case 1:
        return FilmEvent{anyMoment(), anyBytes(), *rc::gen::arbitrary<std::uint64_t>()};
    case 2:
        return FilmCheckpoint{anyMoment(), anyBytes()};
    case 3:
        return FilmGap{*rc::gen::arbitrary<std::uint64_t>(), anyBytes()};
    case 4:
        return FilmChunk{anyBytes()};
    default:
        return FilmEnd{*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::arbitrary<std::uint64_t>()};
    }
}

TEST(FilmLaws, ABlockGivesBackWhatWasPutIn) {
    EXPECT_TRUE(rc::check([] {
        std::vector<FilmEntry> entries;
        const auto count = *rc::gen::inRange(1, 40);
        BlockBuilder builder;
        for (int i = 0; i < count; ++i) {
            entries.push_back(anyEntry());
            builder.add(entries.back());
        }
        const std::string block = builder.take().value();
        const auto head = BlockHead::decode(std::string_view(block).substr(0, kBlockHeadBytes));
        RC_ASSERT(head.has_value());
        RC_ASSERT(unpackBlock(*head, std::string_view(block).substr(kBlockHeadBytes)).value() == entries);
        RC_ASSERT(builder.isEmpty());
    }));
}

TEST(FilmLaws, NoBytesBreakTheReaderOfABlock) {
    EXPECT_TRUE(rc::check([] {
        const std::string raw = anyBytes();
        BlockHead head;
        head.rawBytes = static_cast<std::uint32_t>(raw.size());
        head.entries = *rc::gen::inRange<std::uint32_t>(0, 20);
        const std::string packed = ZstdPacker().pack(raw, 1).value();
        head.packedBytes = static_cast<std::uint32_t>(packed.size());
        const Result<std::vector<FilmEntry>> entries = unpackBlock(head, packed);
        RC_ASSERT((!entries.ok() || entries->size() == head.entries));
        RC_ASSERT((!unpackBlock(head, raw).ok() || raw == packed));
    }));
}

} // namespace
} // namespace strikedesk::film
