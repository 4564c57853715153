#include "server/kinds.h"

#include "agenda/work.h"
#include "assessment/run.h"
#include "core/sha256.h"
#include "format/csv.h"
#include "format/edit.h"
#include "format/yaml.h"
#include "server/api.h"
#include "server/test_folder.h"
#include "store/folder.h"

#include <chrono>
#include <gtest/gtest.h>
#include <thread>

namespace rashin::server {
namespace {

/// The templates of all kinds, the agenda over the runs of the two others.
class KindsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_.add("balance", assessment::new_assessment("balance"));
    FileSet agenda = agenda::new_agenda("joint");
    std::string& yaml = agenda.at("agenda.yaml");
    const std::string none = "runs: []";
    yaml.replace(yaml.find(none), none.size(),
                 "runs:\n  - {id: sample, run: nowhere/sample}\n  - {id: balance, run: nowhere/balance}");
    yaml += "\ntasks:\n  - {id: one, what: {ja: \"仕事\", en: \"Work\"}, who: \"佐藤\", due: 2026-12-24}\n";
    folder_.add("joint", agenda);
  }
  Response ask(std::string method, std::string target, std::string body = {}, std::string seen = {}) const {
    return door_({.method = std::move(method),
                  .target = std::move(target),
                  .host = "127.0.0.1:8080",
                  .authorization = "Bearer secret",
                  .content_type = "application/json",
                  .if_match = std::move(seen),
                  .body = std::move(body)});
  }
  format::YamlNode get(const std::string& target) const {
    const Response answer = ask("GET", target);
    EXPECT_EQ(answer.status, 200) << target << answer.body;
    return format::read_yaml("answer", answer.body).value();
  }
  /// Runs to the end; the state it ends in.
  std::string run(const std::string& work, const std::string& kind = "full") const {
    const auto job = format::read_yaml(
        "job", ask("POST", "/api/works/" + work + "/runs", R"({"kind": ")" + kind + R"(", "draws": 60})").body);
    const std::string address = "/api/jobs/" + job->find("id")->text;
    for (int i = 0; i < 6000; ++i) {
      const std::string state = get(address).find("state")->text;
      if (state != "waiting" && state != "running") return state;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return "too slow";
  }
  std::string state_of(const std::string& work) const { return get("/api/works/" + work).find("run")->text; }

  TestFolder folder_;
  Workspace works_{folder_.works(), folder_.runs()};
  Jobs jobs_;
  Door door_{works_, jobs_, "secret", 8080};
};

TEST_F(KindsTest, EveryKindIsListedWithItsTasksAndForms) {
  const auto list = get("/api/works");
  std::map<std::string, std::string> kinds;
  for (const auto& work : list.find("works")->items) kinds[work.find("id")->text] = work.find("kind")->text;
  EXPECT_EQ(kinds,
            (std::map<std::string, std::string>{{"balance", "assessment"}, {"joint", "agenda"}, {"sample", "study"}}));
  const auto joint = get("/api/works/joint");
  EXPECT_EQ(joint.find("formats")->text, "html, pdf, xlsx");
  ASSERT_EQ(joint.find("tasks")->items.size(), 1u);
  EXPECT_EQ(joint.find("tasks")->items[0].find("due")->text, "2026-12-24");
  EXPECT_TRUE(get("/api/works/balance/names").find("axes"));
}

TEST_F(KindsTest, FoldersOfKindsLieSideBySideAndIdsAreUnique) {
  for (const WorkKind& kind : work_kinds()) {
    const auto of_kind = folder_.works() / kind.folder / "sample";
    std::filesystem::create_directories(of_kind);
    std::ofstream(of_kind / (std::string(kind.word) + ".yaml")) << "schema: 1\n";
  }
  std::set<std::string> ids;
  for (const WorkPlace& work : works_.works()) EXPECT_TRUE(ids.insert(work.id).second) << work.id;
  EXPECT_EQ(
      ids, (std::set<std::string>{"balance", "joint", "sample", "sample-agenda", "sample-assessment", "sample-study"}));
}

TEST_F(KindsTest, AnAgendaRunsOverTheRunsOfTheWorkbenchAndKnowsWhenTheyAreOld) {
  EXPECT_EQ(run("joint"), "failed") << "its runs are not there yet";
  ASSERT_EQ(run("sample"), "done");
  ASSERT_EQ(run("balance"), "done");
  ASSERT_EQ(run("joint"), "done");
  EXPECT_EQ(state_of("joint"), "current");
  EXPECT_EQ(get("/api/works/joint/results/place_draws").find("rows")->items.size(), 60u);
  const auto first = get("/api/works/joint/results/agenda").find("rows")->items[0].items[0].text;
  EXPECT_FALSE(get("/api/works/joint/trace?id=" + first).find("lines")->items.empty());
  const std::string bytes = store::read_file(folder_.works() / "balance/dossiers.csv").value();
  const auto table = format::read_csv("dossiers.csv", bytes);
  std::size_t row = 0;
  const auto value = [&] { return table->at(row, *table->column("value")).text; };
  while (value().empty() || value() == "unknown") ++row;
  const std::string edit = R"({"file": "dossiers.csv", "row": )" + std::to_string(row) +
                           R"(, "column": "value", "value": ")" + value() + "1\"}";
  ASSERT_EQ(ask("PATCH", "/api/works/balance/cells", edit, sha256_hex(bytes)).status, 200);
  EXPECT_EQ(state_of("balance"), "stale");
  const auto joint = get("/api/works/joint");
  EXPECT_EQ(joint.find("run")->text, "stale");
  EXPECT_EQ(joint.find("changed")->items.at(0).text, "balance");
  ASSERT_EQ(ask("POST", "/api/works/balance/undo").status, 200);
  EXPECT_EQ(state_of("joint"), "current");
}

TEST_F(KindsTest, AnAssessmentIsEditedRunQuicklyAndAskedWithoutAnAxis) {
  ASSERT_EQ(run("balance", "quick"), "done");
  EXPECT_EQ(ask("GET", "/api/works/balance/results/needs").status, 404) << "a quick run leaves nothing on the disk";
  const auto all = get("/api/works/balance/axes?run=quick");
  const auto needs = get("/api/works/balance/results/needs?run=quick");
  EXPECT_EQ(all.find("needs")->items.size(), needs.find("rows")->items.size());
  EXPECT_EQ(ask("GET", "/api/works/balance/axes?off=nothing&run=quick").status, 404);
  EXPECT_EQ(ask("GET", "/api/works/sample/axes").status, 404) << "a study has no axes";
  std::string every;
  const auto names = get("/api/works/balance/names");
  for (const auto& axis : names.find("axes")->entries) every += axis.key + ";";
  EXPECT_TRUE(get("/api/works/balance/axes?run=quick&off=" + every).find("needs")->items.empty());
}

TEST_F(KindsTest, AMatrixShowsEverybodyAndOneJudgementIsEditedAndTakenBack) {
  const auto matrix = get("/api/works/sample/matrix");
  EXPECT_EQ(matrix.find("people")->items.size(), 3u);
  ASSERT_EQ(matrix.find("cells")->items.size(), 81u);
  ASSERT_EQ(matrix.find("scenarios")->items.size(), 2u);
  EXPECT_EQ(matrix.find("scenarios")->items[1].find("id")->text, "s2-2-2-2");
  const auto& cell = matrix.find("cells")->items[1 * 9 + 4]; // aim.turn on stop.full: 0, 2, 2
  EXPECT_EQ(cell.find("disputed")->text, "false");
  const auto& judgement = cell.find("judgements")->items.at(0);
  EXPECT_EQ(judgement.find("value")->text, "0");
  EXPECT_TRUE(matrix.find("cells")->items[0].items.empty()) << "a descriptor on itself";
  const std::string bytes = store::read_file(folder_.works() / "sample/cross_impacts.csv").value();
  const std::string edit = R"({"file": "cross_impacts.csv", "row": )" + judgement.find("row")->text +
                           R"(, "column": "value", "value": "3"})";
  ASSERT_EQ(ask("PATCH", "/api/works/sample/cells", edit, sha256_hex(bytes)).status, 200);
  const auto after = get("/api/works/sample/matrix");
  EXPECT_EQ(after.find("cells")->items[1 * 9 + 4].find("judgements")->items[0].find("value")->text, "3");
  EXPECT_EQ(after.find("scenarios")->items[1].find("id")->text, "s2-3-2-2") << "the long stop takes its place";
  ASSERT_EQ(ask("POST", "/api/works/sample/undo").status, 200);
  EXPECT_EQ(store::read_file(folder_.works() / "sample/cross_impacts.csv").value(), bytes);
  EXPECT_EQ(ask("GET", "/api/works/balance/matrix").status, 404) << "an assessment has none";
}

} // namespace
} // namespace rashin::server
