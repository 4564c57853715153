#include "core/sha256.h"
#include "format/yaml.h"
#include "server/api.h"
#include "server/test_folder.h"
#include "store/folder.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <gtest/gtest.h>
#include <set>
#include <sys/resource.h>
#include <thread>

namespace rashin::server {
namespace {

class DoorTest : public testing::Test {
 protected:
  Request get(std::string target) const {
    return {.method = "GET", .target = std::move(target), .host = "127.0.0.1:8080", .authorization = "Bearer secret"};
  }
  Request send(std::string method, std::string target, std::string body) const {
    Request request = get(std::move(target));
    request.method = std::move(method), request.body = std::move(body), request.content_type = "application/json";
    return request;
  }
  /// The number or text behind `"key": `.
  static std::string member(const std::string& json, const std::string& key) {
    const auto root = format::read_yaml("answer", json);
    const auto* node = root ? root->find(key) : nullptr;
    return node ? node->text : "";
  }
  std::string wait_for_job(const std::string& id) const {
    for (int i = 0; i < 6000; ++i) {
      const std::string state = member(door_(get("/api/jobs/" + id)).body, "state");
      if (state != "waiting" && state != "running") return state;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return "too slow";
  }

  TestFolder folder_;
  Workspace works_{folder_.works(), folder_.runs()};
  Jobs jobs_;
  Door door_{works_, jobs_, "secret", 8080};
};

TEST_F(DoorTest, WithoutTheTokenNothingIsAnswered) {
  for (const Route& route : routes()) {
    Request request = send(std::string(route.method), "/api/works", "{}");
    request.authorization.clear();
    EXPECT_EQ(door_(request).status, 401) << route.path;
    request.authorization = "Bearer secreT";
    EXPECT_EQ(door_(request).status, 401);
    request.authorization.clear(), request.cookie = "rashin-8080=other";
    EXPECT_EQ(door_(request).status, 401);
  }
  Request page = get("/");
  page.authorization.clear();
  EXPECT_EQ(door_(page).status, 401);
}

TEST_F(DoorTest, TheTokenInTheAddressBecomesACookie) {
  Request first = get("/?token=secret");
  first.authorization.clear();
  const Response answer = door_(first);
  EXPECT_EQ(answer.status, 303);
  EXPECT_NE(answer.headers.at(1).second.find("HttpOnly; SameSite=Strict"), std::string::npos);
  first.target = "/?token=wrong";
  EXPECT_EQ(door_(first).status, 401);
  Request next = get("/api/works");
  next.authorization.clear(), next.cookie = "rashin-8080=secret";
  EXPECT_EQ(door_(next).status, 200);
}

TEST_F(DoorTest, OtherHostsAndOriginsAreRefused) {
  Request request = get("/api/works");
  for (const char* host : {"", "evil.example:8080", "127.0.0.1", "127.0.0.1:9", "localhost:8080.evil.example"}) {
    request.host = host;
    EXPECT_EQ(door_(request).status, 421) << host;
  }
  request = get("/api/works"), request.fetch_site = "cross-site";
  EXPECT_EQ(door_(request).status, 403);
  for (const char* origin : {"http://evil.example", "null", "http://127.0.0.1:9", "https://127.0.0.1:8080"}) {
    Request write = send("POST", "/api/works/sample/undo", "");
    write.origin = origin;
    EXPECT_EQ(door_(write).status, 403) << origin;
  }
  Request by_cookie = send("POST", "/api/works/sample/undo", "");
  by_cookie.authorization.clear(), by_cookie.cookie = "rashin-8080=secret";
  EXPECT_EQ(door_(by_cookie).status, 403) << "a write by cookie needs the origin";
  by_cookie.origin = "http://localhost:8080";
  EXPECT_EQ(door_(by_cookie).status, 409);
}

TEST_F(DoorTest, EveryAnswerCarriesTheSafetyHeaders) {
  for (const char* target : {"/api/works", "/api/nothing", "/../x", "/assets/none.js"}) {
    const Response answer = door_(get(target));
    std::set<std::string> names;
    for (const auto& [name, value] : answer.headers) names.insert(name);
    EXPECT_TRUE(names.contains("Content-Security-Policy") && names.contains("X-Content-Type-Options")) << target;
  }
}

TEST_F(DoorTest, UnknownRoutesMethodsAndParametersAreNamed) {
  EXPECT_EQ(door_(get("/api/nothing")).status, 404);
  EXPECT_EQ(door_(get("/api/works/nothing")).status, 404);
  EXPECT_EQ(door_(get("/api/works/%2e%2e")).status, 400);
  EXPECT_EQ(door_(send("PUT", "/api/works", "{}")).status, 405);
  EXPECT_EQ(door_(get("/api/works?x=1")).status, 400);
  EXPECT_EQ(door_(get("/api/jobs/99")).status, 404);
  EXPECT_EQ(door_(get("/api/jobs/18446744073709551617")).status, 404);
  EXPECT_EQ(door_(get("/api/works/sample/results")).status, 404) << "no run yet";
  EXPECT_EQ(door_(send("POST", "/api/works/sample/runs", "{\"kind\": ")).status, 422);
  EXPECT_EQ(door_(send("POST", "/api/works/sample/runs", "{\"draws\": 1e9}")).status, 422);
}

TEST_F(DoorTest, TheDescriptionNamesEveryRouteAndItsSchemas) {
  const auto root = format::read_yaml("openapi.json", door_(get("/api/openapi.json")).body);
  ASSERT_TRUE(root) << to_text(root.diagnostics().at(0), Language::English);
  const auto* paths = root->find("paths");
  const auto* schemas = root->find("components")->find("schemas");
  std::set<std::string> ids;
  for (const Route& route : routes()) {
    const auto* path = paths->find(route.path);
    ASSERT_TRUE(path) << route.path;
    EXPECT_TRUE(ids.insert(std::string(route.id)).second);
    for (const std::string_view name : {route.body, route.answer})
      EXPECT_TRUE(name.empty() || name.find('/') != std::string_view::npos || schemas->find(name)) << name;
  }
}

TEST_F(DoorTest, APastedBlockIsOneEdit) {
  const std::string file = "network/supply.csv";
  const auto bytes = [&] { return store::read_file(folder_.works() / "sample" / file).value(); };
  const std::string before = bytes();
  const auto table = format::read_csv(file, before);
  const std::string rows = std::to_string(table->rows());
  const auto paste = [&](const std::string& body) {
    Request request = send("PUT", "/api/works/sample/cells", body);
    request.if_match = sha256_hex(bytes());
    return door_(request).status;
  };
  EXPECT_EQ(paste("{\"file\": \"study.yaml\", \"row\": 0, \"column\": \"id\", \"rows\": [[\"x\"]]}"), 422);
  EXPECT_EQ(paste("{\"file\": \"../x.csv\", \"row\": 0, \"column\": \"id\", \"rows\": [[\"x\"]]}"), 404);
  EXPECT_EQ(paste("{\"file\": \"" + file + "\", \"row\": 0, \"column\": \"value\", \"rows\": \"x\"}"), 422);
  EXPECT_EQ(bytes(), before);
  ASSERT_EQ(paste("{\"file\": \"" + file + "\", \"row\": " + rows +
                  ", \"column\": \"item\", \"rows\": [[\"x\", \"y\"], [\"z\"]]}"),
            200);
  EXPECT_EQ(format::read_csv(file, bytes())->rows(), table->rows() + 2);
  EXPECT_EQ(bytes().substr(0, before.size()), before);
  EXPECT_EQ(door_(send("POST", "/api/works/sample/undo", "")).status, 200);
  EXPECT_EQ(bytes(), before);
}

TEST_F(DoorTest, AStockIsEditedTheNeedsAreNewAndTheEditIsTakenBack) {
  const std::string path = "/api/works/sample/values";
  const std::string values = door_(get(path)).body;
  const auto root = format::read_yaml("values", values);
  ASSERT_TRUE(root);
  std::string id, file, written;
  for (const auto& value : root->find("values")->items)
    if (value.find("file")->text == "network/stocks.csv")
      id = value.find("id")->text, file = value.find("file")->text, written = value.find("written")->text;
  ASSERT_FALSE(id.empty());
  const std::string before = store::read_file(folder_.works() / "sample" / file).value();
  Request edit = send("PATCH", path, "{\"id\": \"" + id + "\", \"value\": \"" + written + ".5\"}");
  EXPECT_EQ(door_(edit).status, 412) << "without the hash that was seen";
  edit.if_match = "\"" + sha256_hex(before) + "\"";
  EXPECT_EQ(door_(edit).status, 200);
  const std::string job = member(door_(send("POST", "/api/works/sample/runs", "{\"kind\": \"quick\"}")).body, "id");
  EXPECT_EQ(wait_for_job(job), "done");
  EXPECT_EQ(door_(get("/api/works/sample/results/needs?run=quick")).status, 200);
  EXPECT_EQ(door_(get("/api/works/sample/results/needs")).status, 404) << "a quick run leaves nothing on the disk";
  EXPECT_EQ(door_(send("POST", "/api/works/sample/undo", "")).status, 200);
  EXPECT_EQ(store::read_file(folder_.works() / "sample" / file).value(), before);
}

TEST_F(DoorTest, AFullRunLiesOnTheDiskAndCanBeReadTracedAndCompared) {
  const std::string job =
      member(door_(send("POST", "/api/works/sample/runs", "{\"kind\": \"full\", \"draws\": 20}")).body, "id");
  ASSERT_EQ(wait_for_job(job), "done");
  EXPECT_TRUE(std::filesystem::exists(folder_.runs() / "sample/run.json"));
  EXPECT_EQ(member(door_(get("/api/works/sample")).body, "run"), "current");
  EXPECT_EQ(door_(get("/api/works/sample/report?lang=ja")).type, "text/html; charset=utf-8");
  const auto trace = format::read_yaml("trace", door_(get("/api/works/sample/trace")).body);
  ASSERT_TRUE(trace && !trace->find("traceable")->items.empty());
  EXPECT_EQ(door_(get("/api/works/sample/trace?id=" + trace->find("traceable")->items[0].text)).status, 200);
  EXPECT_EQ(door_(get("/api/works/sample/trace?id=nothing")).status, 404);
  EXPECT_EQ(door_(get("/api/works/sample/compare?with=sample")).status, 200);
}

TEST_F(DoorTest, AFullRunShowsAFirstAnswerAndKeepsTheRunBefore) {
  const auto run = [this](int draws) {
    const std::string order = "{\"kind\": \"full\", \"draws\": " + std::to_string(draws) + "}";
    return member(door_(send("POST", "/api/works/sample/runs", order)).body, "id");
  };
  EXPECT_EQ(door_(get("/api/works/sample/compare?with=earlier")).status, 404);
  const std::string first = run(40);
  ASSERT_EQ(wait_for_job(first), "done");
  const std::string job = door_(get("/api/jobs/" + first)).body;
  EXPECT_EQ(member(job, "shown"), "40") << "all draws, before the further runs";
  EXPECT_EQ(member(job, "draws"), "40");
  EXPECT_EQ(door_(get("/api/works/sample/results/needs?run=quick")).body,
            door_(get("/api/works/sample/results/needs")).body);
  EXPECT_EQ(door_(get("/api/works/sample/compare?with=earlier")).status, 404) << "nothing was replaced";
  ASSERT_EQ(wait_for_job(run(60)), "done");
  EXPECT_EQ(door_(get("/api/works/sample/compare?with=earlier")).status, 200);
}

TEST_F(DoorTest, AWorkbookIsLookedAtImportedAndTakenBack) {
  const std::string path = "/api/works/sample/import";
  const std::string stocks = (folder_.works() / "sample/network/stocks.csv").string();
  const std::string before = store::read_file(stocks).value();
  const std::string after = before + "part-p,firms,free,days,5,,,,day,2025,,example,\n";
  std::ofstream(stocks, std::ios::binary) << after;
  Request look = send("POST", path, door_(get("/api/works/sample/tables.xlsx")).body);
  std::ofstream(stocks, std::ios::binary) << before;
  EXPECT_EQ(door_(look).status, 415) << "a workbook says that it is one";
  look.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const Response preview = door_(look);
  ASSERT_EQ(preview.status, 200) << preview.body;
  EXPECT_NE(preview.body.find("\"fate\": \"added\""), std::string::npos) << preview.body;
  EXPECT_EQ(store::read_file(stocks).value(), before);
  Request apply = look;
  apply.method = "PUT";
  EXPECT_EQ(door_(apply).status, 412) << "without what the preview showed";
  apply.if_match = member(preview.body, "seen");
  EXPECT_EQ(door_(apply).status, 200);
  EXPECT_EQ(store::read_file(stocks).value(), after);
  EXPECT_EQ(door_(send("POST", "/api/works/sample/undo", "")).status, 200);
  EXPECT_EQ(store::read_file(stocks).value(), before);
  look.body = "no workbook";
  EXPECT_EQ(door_(look).status, 422);
}

TEST_F(DoorTest, JobsStepBehindThoseWhoAnswer) {
  std::promise<int> priority;
  jobs_.start({"sample", JobKind::Run, [&](const JobHand&) -> Result<FileSet> {
                 priority.set_value(::getpriority(PRIO_PROCESS, 0)); // of this thread; a greater number comes later
                 return FileSet{};
               }});
  const int own = ::getpriority(PRIO_PROCESS, 0);
  EXPECT_GT(priority.get_future().get(), std::min(own, 18));
}

TEST_F(DoorTest, AJobIsCancelled) {
  const std::string job =
      member(door_(send("POST", "/api/works/sample/runs", "{\"kind\": \"full\", \"draws\": 500000}")).body, "id");
  EXPECT_EQ(door_(send("DELETE", "/api/jobs/" + job, "{}")).status, 415) << "no body is expected";
  Request cancel = get("/api/jobs/" + job);
  cancel.method = "DELETE";
  EXPECT_EQ(door_(cancel).status, 202);
  EXPECT_EQ(wait_for_job(job), "cancelled");
  EXPECT_FALSE(std::filesystem::exists(folder_.runs() / "sample"));
}

} // namespace
} // namespace rashin::server
