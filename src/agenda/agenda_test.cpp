#include "agenda/read.h"
#include "agenda/run.h"
#include "agenda/work.h"
#include "core/sha256.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rashin::agenda {
namespace {

struct PlainNeed {
  std::string technology;
  std::vector<double> draws;
};

std::string quote_of(const std::string& id) {
  return "Everyone needs " + id + ".";
}

/// A run as a study leaves it: needs, their draws, and claims with one sentence per technology.
FileSet run_files_of(const std::string& id, const std::string& origin, const std::vector<PlainNeed>& needs,
                     int seed = 1) {
  const std::string kind = origin == "asymmetry" ? "assessment" : "study";
  std::string table = "id,technology,origin,role,option,title_ja,title_en,reason_ja,reason_en,top_share,timing\n";
  std::string draws = "id", trace = "id,on\n", sources = "schema: 1\nsources:\n", claims = "schema: 1\nclaims:\n";
  for (const PlainNeed& need : needs) {
    const std::string& t = need.technology;
    table += t + "," + t + "," + origin + ",support,," + t + "," + t + ",r,r,0.5,too-late\n";
    draws += ",value_" + t;
    trace += "needs/" + t + ",technologies/" + t + "/ready\ntechnologies/" + t + "/ready,claim:c-" + t + "\n";
    sources += "  - {id: s-" + t +
               ", title: {en: T}, publisher: P, published: 2020-01-01, address: \"https://example.org\", "
               "language: en, status: cited, spans: [{id: q, locator: p, quote: \"" +
               quote_of(t) + "\", sha256: " + sha256_hex(quote_of(t)) + "}]}\n";
    claims += "  - {id: c-" + t + ", text: {en: needs it}, spans: [\"s-" + t +
              "#q\"], published: 2020-01-01, "
              "reliability: A, credibility: 1, grade: primary}\n";
  }
  for (std::size_t d = 0; d < needs.front().draws.size(); ++d) {
    draws += "\n" + std::to_string(d);
    for (const PlainNeed& need : needs) draws += "," + std::to_string(need.draws[d]);
  }
  return {{"run.json", "{\"kind\": \"" + kind + "\", \"id\": \"" + id + "\", \"version\": \"0\", \"seed\": " +
                           std::to_string(seed) + ", \"draws\": " + std::to_string(needs.front().draws.size()) + "}"},
          {"results/needs.csv", table},
          {"results/need_draws.csv", draws + "\n"},
          {"results/trace.csv", trace},
          {"results/parameters.csv", "id,factor,unit,value_p50\ntechnologies/x/ready,shared,day,3\n"},
          {"inputs/sources.yaml", sources},
          {"inputs/claims.yaml", claims},
          {"inputs/" + kind + ".yaml", "title: {ja: " + id + ", en: " + id + "}\n"}};
}

std::vector<double> always(double value, std::size_t draws = 16) {
  return std::vector<double>(draws, value);
}

FinishedRun finished(const std::string& id, const FileSet& files) {
  return read_finished_run({id, "../out/" + id, "", "", {}, {}}, files).value();
}

Agenda plain_agenda(const std::vector<std::string>& runs, int top_k = 2) {
  Agenda agenda;
  agenda.id = "test";
  agenda.top_k = top_k;
  for (const std::string& id : runs) agenda.runs.push_back({id, "", "", "", {}, {}});
  return agenda;
}

std::size_t row_named(const AgendaResult& result, const std::string& id) {
  for (std::size_t row = 0; row < result.rows.size(); ++row)
    if (result.rows[row].id == id) return row;
  throw Error("no row " + id);
}

std::vector<std::string> order_of(const AgendaResult& result) {
  std::vector<std::string> ids;
  for (const std::size_t row : result.ranking.order) ids.push_back(result.rows[row].id);
  return ids;
}

TEST(AgendaColumns, AreNeverMerged) {
  const auto one = [](double scale) {
    const std::vector<FinishedRun> runs{
        finished("a", run_files_of("a", "supply-chain", {{"x", always(3 * scale)}, {"y", always(2 * scale)}})),
        finished("b", run_files_of("b", "supply-chain", {{"z", always(3)}, {"w", always(1)}}))};
    return run(plain_agenda({"a", "b"}), runs).value();
  };
  const AgendaResult small = one(1), large = one(1e9);
  EXPECT_EQ(order_of(small), order_of(large)); // money of one run says nothing about another
  for (std::size_t row = 0; row < small.rows.size(); ++row)
    EXPECT_EQ(small.ranking.rows[row].acceptability, large.ranking.rows[row].acceptability);
}

TEST(AgendaColumns, AcceptableAsWorkedOutByHand) {
  // x is first in 12 of 16 draws, y in 4; z never leaves the third place: with k = 1 and half as threshold only x.
  std::vector<double> x = always(3), y = always(2);
  for (std::size_t d = 0; d < 4; ++d) x[d] = 1.5;
  const auto runs =
      std::vector{finished("a", run_files_of("a", "supply-chain", {{"x", x}, {"y", y}, {"z", always(1)}}))};
  const AgendaResult result = run(plain_agenda({"a"}, 1), runs).value();
  const Column& column = result.columns.front();
  EXPECT_DOUBLE_EQ(find_entry(column, row_named(result, "x"))->top.share, 0.75);
  EXPECT_DOUBLE_EQ(find_entry(column, row_named(result, "y"))->top.share, 0.25);
  EXPECT_TRUE(find_entry(column, row_named(result, "x"))->acceptable);
  EXPECT_FALSE(find_entry(column, row_named(result, "y"))->acceptable);
  EXPECT_DOUBLE_EQ(find_entry(column, row_named(result, "z"))->places.front(), 1.0 / 3);
}

TEST(AgendaColumns, WithoutValueNoPlace) {
  const auto runs = std::vector{finished("a", run_files_of("a", "supply-chain", {{"x", always(1)}, {"y", always(0)}}))};
  const AgendaResult result = run(plain_agenda({"a"}, 2), runs).value();
  const Entry* nothing = find_entry(result.columns.front(), row_named(result, "y"));
  EXPECT_EQ(nothing->top.share, 0);
  EXPECT_EQ(nothing->places.front(), 0);
}

TEST(AgendaMultiUse, NeedsColumnsOfDifferentOrigin) {
  const auto with = [](const std::string& origin) {
    const std::vector<FinishedRun> runs{
        finished("a", run_files_of("a", "supply-chain", {{"x", always(3)}, {"y", always(2)}, {"z", always(1)}})),
        finished("b", run_files_of("b", origin, {{"x", always(3)}, {"v", always(2)}, {"w", always(1)}}))};
    const AgendaResult result = run(plain_agenda({"a", "b"}), runs).value();
    return is_multi_use(result, row_named(result, "x"));
  };
  EXPECT_FALSE(with("supply-chain")); // twice on top, but of one origin
  EXPECT_TRUE(with("asymmetry"));
}

TEST(AgendaMultiUse, ManyNamesSingleOutNone) {
  Agenda agenda = plain_agenda({"a"});
  agenda.lists.push_back({"list", Origin::Framework, {"", "L"}, {}, {}});
  for (const char* id : {"x", "y", "z", "v", "w"}) agenda.entries.push_back({0, id, true, {}, "me", {}, {}});
  const auto runs = std::vector{finished(
      "a", run_files_of("a", "supply-chain",
                        {{"x", always(5)}, {"y", always(4)}, {"z", always(3)}, {"v", always(2)}, {"w", always(1)}}))};
  const AgendaResult result = run(agenda, runs).value();
  EXPECT_DOUBLE_EQ(find_entry(result.columns[1], row_named(result, "x"))->top.share, 0.4); // 2 of 5, tied
  EXPECT_FALSE(is_multi_use(result, row_named(result, "x")));
  agenda.entries[0].names = true;
  for (std::size_t e = 2; e < 5; ++e) agenda.entries[e].names = false; // names come before fields
  EXPECT_TRUE(is_multi_use(run(agenda, runs).value(), 0));
}

TEST(AgendaNames, AliasesAreOneRow) {
  Agenda agenda = plain_agenda({"a", "b"});
  agenda.technologies.push_back({"watch", {"", "Watch"}, "", {"a:x", "b:v"}, "me", {}, {}, {{}, {}}});
  const std::vector<FinishedRun> runs{finished("a", run_files_of("a", "supply-chain", {{"x", always(3)}})),
                                      finished("b", run_files_of("b", "asymmetry", {{"v", always(3)}}))};
  const AgendaResult result = run(agenda, runs).value();
  ASSERT_EQ(result.rows.size(), 1U);
  EXPECT_TRUE(is_multi_use(result, 0));
  agenda.technologies[0].same_as[1] = "b:u";
  EXPECT_EQ(run(agenda, runs).diagnostics().front().code, "agenda-alias-unknown");
}

/// Run `a` alone carries five technologies on top; `b` repeats them in another order and adds one.
TEST(AgendaWithout, NamesTheRunWhoseRemovalFlipsTheFirstFive) {
  const std::vector<PlainNeed> first{{"p", always(9)}, {"q", always(8)}, {"r", always(7)},
                                     {"s", always(6)}, {"t", always(5)}, {"u", always(1)}};
  const std::vector<PlainNeed> same{
      {"p", always(9)}, {"q", always(8)}, {"r", always(7)}, {"s", always(6)}, {"t", always(5)}};
  const std::vector<PlainNeed> planted{{"planted", always(9)}, {"p", always(1)}, {"q", always(1)}};
  const std::vector<FinishedRun> runs{finished("a", run_files_of("a", "supply-chain", first)),
                                      finished("b", run_files_of("b", "supply-chain", same)),
                                      finished("c", run_files_of("c", "asymmetry", planted))};
  const AgendaResult result = run(plain_agenda({"a", "b", "c"}), runs).value();
  ASSERT_EQ(result.without.size(), 3U);
  EXPECT_TRUE(result.without[0].out.empty()); // b says the same
  EXPECT_TRUE(result.without[1].out.empty());
  ASSERT_EQ(result.without[2].out.size(), 1U);
  EXPECT_EQ(result.without[2].id, "c");
  EXPECT_EQ(result.rows[result.without[2].out[0]].id, "planted");
  EXPECT_EQ(result.rows[result.without[2].in[0]].id, "t");
}

TEST(AgendaWithout, NamesTheAxisOfARun) {
  FileSet files = run_files_of("a", "asymmetry", {{"x", always(3)}, {"y", always(2)}});
  files["results/changes.csv"] = "id,title_ja,title_en,kind,needs,out,in\naxis:budget,B,B,axis,other,x; y,z\n"
                                 "person:me,M,M,person,same,,\n";
  const std::vector<FinishedRun> runs{finished("a", files)};
  const AgendaResult result = run(plain_agenda({"a"}), runs).value();
  ASSERT_EQ(result.within.size(), 1U);
  EXPECT_EQ(runs[0].changes[result.within[0].change].id, "axis:budget");
  EXPECT_EQ(result.within[0].rows.size(), 2U);
}

TEST(AgendaChains, EveryEntryLeadsToASentence) {
  Agenda agenda = plain_agenda({"a"});
  const auto runs = std::vector{finished("a", run_files_of("a", "supply-chain", {{"x", always(3)}, {"y", always(2)}}))};
  const AgendaResult result = run(agenda, runs).value();
  ASSERT_EQ(result.chains.size(), 2U);
  for (const Chain& chain : result.chains) {
    ASSERT_EQ(chain.steps.size(), 5U); // rank, need, date, claim, sentence
    EXPECT_NE(chain.steps.back().words.en.find(quote_of(result.rows[chain.row].id)), std::string::npos);
  }
  const FileSet files = run_files(agenda, runs, result, result_tables(agenda, runs, result), {});
  EXPECT_EQ(trace(files, "x")->size(), 5U);
  EXPECT_EQ(trace(files, "x.a")->back().step, 4);
  EXPECT_EQ(trace(files, "nothing").diagnostics().front().code, "unknown-figure");
}

TEST(AgendaRuns, TheSameSeedIsDrawnTogether) {
  const std::vector<FinishedRun> runs{finished("a", run_files_of("a", "supply-chain", {{"x", always(3)}}, 7)),
                                      finished("b", run_files_of("b", "supply-chain", {{"y", always(3)}}, 7)),
                                      finished("c", run_files_of("c", "supply-chain", {{"z", always(3)}}, 8))};
  const auto result = run(plain_agenda({"a", "b", "c"}), runs);
  EXPECT_TRUE(result->alignments[0].together);
  EXPECT_EQ(result->alignments[0].shared, std::vector<std::string>{"shared"});
  EXPECT_FALSE(result->alignments[1].together);
  ASSERT_EQ(result.diagnostics().size(), 2U); // a and c, b and c draw one factor with different seeds
  EXPECT_EQ(result.diagnostics()[0].code, "agenda-seeds-differ");
}

TEST(AgendaRuns, APinnedHashMustBeMet) {
  const FileSet files = run_files_of("a", "supply-chain", {{"x", always(3)}});
  RunEntry entry{"a", "../out/a", "", hash_of_run(files), {}, {}};
  EXPECT_TRUE(read_finished_run(entry, files).ok());
  FileSet other = files;
  other["results/needs.csv"] += " ";
  EXPECT_EQ(read_finished_run(entry, other).diagnostics().front().code, "agenda-run-changed");
  other = files;
  other.erase("results/need_draws.csv");
  EXPECT_EQ(read_finished_run({"a", "x", "", "", {}, {}}, other).diagnostics().front().code,
            "agenda-run-without-draws");
}

TEST(AgendaTags, RulesAndAlarms) {
  FileSet files = run_files_of("a", "supply-chain", {{"x", always(3)}, {"y", always(2)}, {"z", always(1)}});
  files["results/advantages.csv"] =
      "id,title_ja,title_en,holds_ja,holds_en,depends_ja,depends_en,dependents,lasts_p50,technologies\n"
      "held,H,H,h,h,d,d,USA,,keeps:z;offsets:x\n";
  Agenda agenda = plain_agenda({"a"});
  agenda.lists.push_back({"list", Origin::Framework, {"", "L"}, {"USA"}, {}});
  agenda.entries.push_back({0, "y", true, {}, "me", {}, {}});
  agenda.seeds.push_back({"seed", {"", "S"}, SeedRelation::Offset, "a:held", {}, "me", {}, {}});
  const std::vector<FinishedRun> runs{finished("a", files)};
  const AgendaResult result = run(agenda, runs).value();
  const auto has = [&](const char* id, Tag tag, const char* rule) {
    return std::any_of(result.tags.begin(), result.tags.end(), [&](const TagRow& each) {
      return result.rows[each.row].id == id && each.tag == tag && each.rule == rule;
    });
  };
  EXPECT_TRUE(has("y", Tag::Promote, "multi-use"));
  EXPECT_TRUE(has("y", Tag::Partner, "framework-names"));
  EXPECT_TRUE(has("z", Tag::Protect, "keeps-advantage"));
  ASSERT_EQ(result.alarms.size(), 2U);
  EXPECT_EQ(result.rows[*result.alarms[0].row].id, "x");
  EXPECT_EQ(*result.alarms[1].seed, 0U);
  agenda.seeds[0].target = "a:nothing";
  EXPECT_EQ(run(agenda, runs).diagnostics().front().code, "agenda-advantage-unknown");
}

TEST(AgendaWork, EqualRunsGiveEqualBytes) {
  const auto make = [] {
    const Agenda agenda = plain_agenda({"a"});
    const auto runs =
        std::vector{finished("a", run_files_of("a", "supply-chain", {{"x", always(3)}, {"y", always(2)}}))};
    const AgendaResult result = run(agenda, runs).value();
    return run_files(agenda, runs, result, result_tables(agenda, runs, result), {});
  };
  const FileSet files = make();
  EXPECT_EQ(files, make());
  EXPECT_NE(files.at("run.json").find("\"sha256\""), std::string::npos);
  EXPECT_EQ(files.at("agenda.csv"), files.at("results/agenda.csv"));
}

TEST(AgendaWork, TheTemplateIsSound) {
  const auto read = read_agenda(new_agenda("mine"));
  ASSERT_TRUE(read.ok()) << to_text(read.diagnostics().front(), Language::English);
  EXPECT_EQ(read->id, "mine");
  EXPECT_TRUE(run(*read, {}).ok());
}

} // namespace
} // namespace rashin::agenda
