// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/stream_items.h"

#include "core/io/venues/polygon/codec/ticker.h"

#include <algorithm>
#include <cstdint>

namespace strikedesk::polygon {

namespace {

constexpr std::size_t kItemsPerMessage = 500;

using venues::DesiredChannels;

struct ItemChannel {
    std::string_view prefix;
    std::set<Symbol> DesiredChannels::*symbols;
};

constexpr ItemChannel kStockChannels[] = {{"T.", &DesiredChannels::trades},
                                          {"Q.", &DesiredChannels::quotes},
                                          {"AM.", &DesiredChannels::bars},
                                          {"A.", &DesiredChannels::secondBars},
                                          {"LULD.", &DesiredChannels::statuses}};
constexpr ItemChannel kOptionChannels[] = {{"T.", &DesiredChannels::trades},
                                           {"Q.", &DesiredChannels::quotes},
                                           {"AM.", &DesiredChannels::bars},
                                           {"A.", &DesiredChannels::secondBars}};
constexpr ItemChannel kIndexChannels[] = {
    {"V.", &DesiredChannels::trades}, {"AM.", &DesiredChannels::bars}, {"A.", &DesiredChannels::secondBars}};

AssetKind assetOf(Cluster cluster) {
    if (cluster == Cluster::Options)
        return AssetKind::Option;
    return cluster == Cluster::Indices ? AssetKind::Index : AssetKind::Stock;
}

template <std::size_t Count>
void addItems(const ItemChannel (&channels)[Count], AssetKind kind, const DesiredChannels& desired,
              StreamItems& items) {
    for (const auto& [prefix, symbols] : channels) {
        std::size_t left = kind == AssetKind::Option && prefix == "Q." ? kMostOptionQuotes : SIZE_MAX;
        for (const Symbol& symbol : desired.*symbols)
            if (kindOf(symbol) == kind && left > 0) {
                items.insert(std::string(prefix) + tickerText(symbol, kind));
                --left;
            }
    }
}

} // namespace

StreamItems itemsOf(Cluster cluster, const DesiredChannels& desired) {
    StreamItems items;
    const AssetKind kind = assetOf(cluster);
    if (cluster == Cluster::Stocks)
        addItems(kStockChannels, kind, desired, items);
    else if (cluster == Cluster::Options)
        addItems(kOptionChannels, kind, desired, items);
    else
        addItems(kIndexChannels, kind, desired, items);
    return items;
}

DesiredChannels channelsOf(const StreamItems& items) {
    DesiredChannels channels;
    for (const std::string& item : items) {
        const std::size_t dot = item.find('.');
        const auto ticker = tickerFrom(std::string_view(item).substr(dot + 1));
        if (dot == std::string::npos || !ticker)
            continue;
        const std::string_view prefix = std::string_view(item).substr(0, dot + 1);
        if (prefix == "V.")
            channels.trades.insert(ticker->symbol);
        for (const ItemChannel& channel : kStockChannels)
            if (channel.prefix == prefix)
                (channels.*channel.symbols).insert(ticker->symbol);
    }
    return channels;
}

std::vector<std::vector<std::string>> missingItems(const StreamItems& have, const StreamItems& want) {
    std::vector<std::vector<std::string>> lists;
    for (const std::string& item : want) {
        if (have.contains(item))
            continue;
        if (lists.empty() || lists.back().size() == kItemsPerMessage)
            lists.emplace_back();
        lists.back().push_back(item);
    }
    return lists;
}

std::vector<std::string> itemsIn(std::string_view list) {
    std::vector<std::string> items;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view item = list.substr(0, comma);
        while (!item.empty() && item.front() == ' ')
            item.remove_prefix(1);
        while (!item.empty() && item.back() == ' ')
            item.remove_suffix(1);
        if (!item.empty())
            items.emplace_back(item);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return items;
}

} // namespace strikedesk::polygon
