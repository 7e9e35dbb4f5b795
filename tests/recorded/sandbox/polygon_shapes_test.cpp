// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorded/sandbox/shared_folder.h"
#include "tests/unit/sandbox/polygon_desk.h"

#include <fstream>

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

constexpr const char* kParts[] = {"allOf", "oneOf", "anyOf"};

/// The description of a member, wherever in the composed schema it stands.
const json* memberOf(const json& schema, const std::string& name) {
    if (schema.contains("properties") && schema["properties"].contains(name))
        return &schema["properties"][name];
    for (const char* part : kParts)
        if (schema.contains(part))
            for (const json& inner : schema[part])
                if (const json* found = memberOf(inner, name))
                    return found;
    return nullptr;
}

const json* itemsOf(const json& schema) {
    if (schema.contains("items"))
        return &schema["items"];
    for (const char* part : kParts)
        if (schema.contains(part))
            for (const json& inner : schema[part])
                if (const json* found = itemsOf(inner))
                    return found;
    return nullptr;
}

void requiredOf(const json& schema, std::vector<std::string>& names) {
    for (const json& name : schema.value("required", json::array()))
        names.push_back(name);
    if (schema.contains("allOf"))
        for (const json& inner : schema["allOf"])
            requiredOf(inner, names);
}

bool fits(const json& value, const std::string& type) {
    if (type == "integer")
        return value.is_number_integer();
    if (type == "number")
        return value.is_number();
    return type.empty() || type == value.type_name();
}

/// Everything we send is described with its type or occurs in a recorded payload, and nothing the vendor
/// promises is missing. `recorded` may be null.
void expectDescribed(const json& ours, const json& schema, const json& recorded, const std::string& where) {
    // The description calls some prices whole numbers that its own examples show with decimals.
    const bool isRecordedNumber = ours.is_number() && recorded.is_number();
    EXPECT_TRUE(isRecordedNumber || fits(ours, schema.value("type", "")))
        << where << ": " << ours.dump().substr(0, 80);
    if (ours.is_array()) {
        const json* items = itemsOf(schema);
        for (std::size_t i = 0; items != nullptr && i < ours.size(); ++i)
            expectDescribed(ours[i], *items, recorded.is_array() && !recorded.empty() ? recorded[0] : json(),
                            where + "[" + std::to_string(i) + "]");
        return;
    }
    if (!ours.is_object() || ours.empty())
        return;
    std::vector<std::string> required;
    requiredOf(schema, required);
    for (const std::string& name : required)
        EXPECT_TRUE(ours.contains(name)) << where << "." << name << " is missing";
    for (const auto& [name, value] : ours.items()) {
        const bool isRecorded = recorded.is_object() && recorded.contains(name);
        const json* member = memberOf(schema, name);
        EXPECT_TRUE(member != nullptr || isRecorded) << where << "." << name << " is nobody's";
        expectDescribed(value, member != nullptr ? *member : json::object(),
                        isRecorded ? recorded[name] : json(), where + "." + name);
    }
}

class PolygonShapes : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = sharedFolder("fixtures");
        if (m_folder.empty())
            GTEST_SKIP() << "the recorded payloads are not on this machine";
        m_rest = read("openapi/massive-polygon-rest-api.trimmed.json")["paths"];
    }
    json read(const std::string& name) const {
        std::ifstream file(m_folder + "/" + name);
        return json::parse(file);
    }
    /// Asks and compares with the description of `path` and one recorded answer.
    json expect(const std::string& target, const std::string& path, const std::string& recorded = {}) {
        const HttpAnswer answer = m_desk.call(target);
        EXPECT_EQ(answer.status, 200) << target << " " << answer.body.substr(0, 200);
        const json ours = json::parse(answer.body);
        const json& content = m_rest[path]["get"]["responses"]["200"]["content"]["application/json"];
        EXPECT_TRUE(content.contains("schema")) << path;
        expectDescribed(ours, content["schema"], recorded.empty() ? json() : read("polygon/" + recorded),
                        target);
        return ours;
    }
    static SandboxConfig config() {
        SandboxConfig config;
        config.start = SessionCalendar().newYork(*Date::tryFromIso("2026-11-18"), 12 * 60);
        return config;
    }

    std::string m_folder;
    json m_rest;
    PolygonDesk m_desk{config()};
};

TEST_F(PolygonShapes, BarsAreAsDescribed) {
    const std::string range = "/range/1/hour/2026-11-17/2026-11-18?limit=100";
    const json page = expect("/v2/aggs/ticker/AAPL" + range,
                             "/v2/aggs/ticker/{stocksTicker}/range/{multiplier}/{timespan}/{from}/{to}",
                             "aggs/aggs_day_aapl_with_next_url.json");
    EXPECT_TRUE(page.contains("next_url"));
    expect("/v2/aggs/ticker/AAPL/prev", "/v2/aggs/ticker/{stocksTicker}/prev",
           "aggs/prev_option_openapi.json");
    expect("/v2/aggs/grouped/locale/us/market/stocks/2026-11-17",
           "/v2/aggs/grouped/locale/us/market/stocks/{date}", "aggs/aggs_day_aapl_with_next_url.json");
    expect("/v1/open-close/AAPL/2026-11-17", "/v1/open-close/{stocksTicker}/{date}",
           "aggs/open_close_go.json");
}

TEST_F(PolygonShapes, SnapshotsAreAsDescribed) {
    const json chain =
        expect("/v3/snapshot/options/SPY?limit=250&expiration_date=2026-11-20",
               "/v3/snapshot/options/{underlyingAsset}", "option-chain/option_chain_openapi.json");
    const std::string contract = chain["results"][0]["details"]["ticker"];
    expect("/v3/snapshot/options/SPY/" + contract, "/v3/snapshot/options/{underlyingAsset}/{optionContract}");
    expect("/v2/snapshot/locale/us/markets/stocks/tickers", "/v2/snapshot/locale/us/markets/stocks/tickers");
    expect("/v2/snapshot/locale/us/markets/stocks/tickers/AAPL",
           "/v2/snapshot/locale/us/markets/stocks/tickers/{stocksTicker}");
    expect("/v2/snapshot/locale/us/markets/stocks/losers",
           "/v2/snapshot/locale/us/markets/stocks/{direction}");
    expect("/v3/snapshot?limit=250&ticker.any_of=AAPL,NOPE," + contract, "/v3/snapshot",
           "unified-snapshot/indices_snapshot_with_errors.json");
    expect("/v3/snapshot/indices", "/v3/snapshot/indices");
    expect("/v2/last/trade/AAPL", "/v2/last/trade/{stocksTicker}");
    expect("/v2/last/trade/" + contract, "/v2/last/trade/{optionsTicker}");
    expect("/v2/last/nbbo/AAPL", "/v2/last/nbbo/{stocksTicker}");
    expect("/v3/trades/AAPL?limit=50", "/v3/trades/{stockTicker}");
    expect("/v3/quotes/AAPL?limit=50", "/v3/quotes/{stockTicker}");
    expect("/v3/trades/" + contract, "/v3/trades/{optionsTicker}");
    expect("/v3/quotes/" + contract + "?limit=50", "/v3/quotes/{optionsTicker}");
}

TEST_F(PolygonShapes, ReferenceDataIsAsDescribed) {
    expect("/v1/marketstatus/now", "/v1/marketstatus/now");
    expect("/v1/marketstatus/upcoming", "/v1/marketstatus/upcoming");
    const json contracts = expect("/v3/reference/options/contracts", "/v3/reference/options/contracts");
    expect("/v3/reference/options/contracts/" + contracts["results"][0]["ticker"].get<std::string>(),
           "/v3/reference/options/contracts/{options_ticker}");
    expect("/v3/reference/tickers", "/v3/reference/tickers");
    expect("/v3/reference/tickers/AAPL", "/v3/reference/tickers/{ticker}");
    expect("/v3/reference/tickers/types", "/v3/reference/tickers/types");
    expect("/v3/reference/exchanges", "/v3/reference/exchanges");
    expect("/v3/reference/conditions?limit=1000", "/v3/reference/conditions");
    expect("/v3/reference/splits", "/v3/reference/splits");
    expect("/v3/reference/dividends?limit=100", "/v3/reference/dividends");
    expect("/stocks/v1/splits", "/stocks/v1/splits");
    expect("/stocks/v1/dividends", "/stocks/v1/dividends");
    expect("/stocks/v1/short-interest?limit=100", "/stocks/v1/short-interest");
    expect("/stocks/v1/short-volume?limit=100", "/stocks/v1/short-volume", "short/short_volume_openapi.json");
    expect("/stocks/vX/float", "/stocks/vX/float");
    expect("/v2/reference/news?limit=50", "/v2/reference/news");
    expect("/v1/related-companies/AAPL", "/v1/related-companies/{ticker}");
}

TEST_F(PolygonShapes, RefusalsAreAsRecorded) {
    SandboxConfig small = config();
    small.polygonPlan = "basic";
    PolygonDesk desk(small);
    const json recorded = read("polygon/error/error_not_authorized.json");
    const json ours = desk.get("/v3/snapshot/options/SPY");
    ASSERT_EQ(ours.size(), recorded.size());
    for (const auto& [name, value] : recorded.items())
        EXPECT_TRUE(ours.contains(name)) << name;
    EXPECT_EQ(ours["status"], recorded["status"]);
    EXPECT_EQ(ours["request_id"].get<std::string>().size(), recorded["request_id"].get<std::string>().size());
}

/// Keeps what comes.
class RecordingPeer final : public SocketPeer {
public:
    void send(std::string frame, bool) override {
        for (const json& event : json::parse(frame))
            events.push_back(event);
    }
    void close() override {}
    void cut() override {}
    std::vector<json> events;
};

TEST_F(PolygonShapes, SocketsSpeakAsDescribed) {
    json sockets = read("openapi/massive-polygon-websocket.trimmed.json")["paths"];
    std::vector<json> statuses;
    std::ifstream lines(m_folder + "/polygon/ws/ws_status_connected_auth_subscribe.jsonl");
    for (std::string line; std::getline(lines, line);)
        statuses.push_back(json::parse(line)[0]);
    RecordingPeer stocks;
    RecordingPeer options;
    const auto open = [&](const char* path, RecordingPeer& peer, const char* what) {
        auto session = m_desk.sandbox->openSocket(*parseTarget("GET", path), peer);
        session->opened(m_desk.mono);
        session->received(R"({"action":"auth","params":"sandbox-polygon-key"})", false);
        session->received(json{{"action", "subscribe"}, {"params", what}}.dump(), false);
        return session;
    };
    const auto stockSession = open("/stocks", stocks, "T.AAPL,Q.AAPL,A.AAPL,AM.*,LULD.*");
    const std::string contract = m_desk.get(
        "/v3/snapshot/options/SPY?limit=1&strike_price.gte=600")["results"][0]["details"]["ticker"];
    const auto optionSession = open("/options", options, ("T.*,A.*,AM.*,Q." + contract).c_str());
    // Greeting and login are the recorded ones word by word.
    ASSERT_GE(stocks.events.size(), 3U);
    EXPECT_EQ(stocks.events[0], statuses[0]);
    EXPECT_EQ(stocks.events[1], statuses[1]);
    EXPECT_EQ(stocks.events[2], statuses[2]);
    for (int i = 0; i < 65; ++i)
        m_desk.pass(Duration::seconds(1));
    std::map<std::string, int> seen;
    for (const auto* peer : {&stocks, &options})
        for (const json& event : peer->events) {
            const std::string kind = event["ev"];
            if (kind == "status")
                continue;
            const std::string path = std::string(peer == &stocks ? "/stocks/" : "/options/") + kind;
            const json& content = sockets[path]["get"]["responses"]["200"]["content"]["application/json"];
            expectDescribed(event, content["schema"], content.value("example", json()), path);
            ++seen[path];
        }
    for (const char* path :
         {"/stocks/T", "/stocks/Q", "/stocks/A", "/stocks/AM", "/options/T", "/options/A", "/options/AM"})
        EXPECT_GT(seen[path], 0) << path;
}

} // namespace
} // namespace strikedesk::sandbox
