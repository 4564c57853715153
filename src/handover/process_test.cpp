#include "handover/process.h"

#include "handover/tools.h"

#include <gtest/gtest.h>

namespace rashin::handover {
namespace {

ProcessEnd shell(const std::string& script, const std::string& input = "", int milliseconds = 20'000) {
  return run_process({.words = {"/bin/sh", "-c", script},
                      .input = input,
                      .patience = std::chrono::milliseconds(milliseconds),
                      .most_output = 1 << 20});
}

TEST(Process, GivesInputAndTakesBothOutputs) {
  const std::string input(300'000, 'x'); // more than a pipe holds
  const ProcessEnd end = shell("cat; echo oops >&2; exit 3", input);
  EXPECT_EQ(end.fate, ProcessFate::Ended);
  EXPECT_EQ(end.status, 3);
  EXPECT_EQ(end.output, input);
  EXPECT_EQ(end.errors, "oops\n");
}

TEST(Process, AChildThatDoesNotReadItsInputHarmsNobody) {
  EXPECT_EQ(shell("exit 0", std::string(300'000, 'x')).status, 0);
}

TEST(Process, OutstayingKillsTheWholeGroup) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(shell("sleep 60 & sleep 60", "", 200).fate, ProcessFate::TimedOut);
  EXPECT_EQ(shell("exec >&- 2>&-; sleep 60", "", 200).fate, ProcessFate::TimedOut); // closed its output, lives on
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(Process, AStopEndsIt) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(run_process({.words = {"/bin/sh", "-c", "sleep 60"}, .stop = stop.get_token()}).fate, ProcessFate::Stopped);
}

TEST(Process, TooMuchOutputIsCutOff) {
  EXPECT_EQ(shell("yes").fate, ProcessFate::TooMuchOutput);
}

TEST(Process, AMissingProgramIsNotStarted) {
  EXPECT_EQ(run_process({.words = {"/no/such/program"}}).fate, ProcessFate::NotStarted);
  EXPECT_FALSE(find_program({"no-such-program-here"}));
  EXPECT_TRUE(find_program({"no-such-program-here", "sh"}));
}

TEST(Process, TheEnvironmentIsAddedTo) {
  EXPECT_EQ(run_process({.words = {"/bin/sh", "-c", "printf %s \"$RASHIN_TEST\""}, .environment = {"RASHIN_TEST=yes"}})
                .output,
            "yes");
}

TEST(Process, ATemporaryFolderGoesWithItsFiles) {
  std::filesystem::path path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    EXPECT_TRUE(std::filesystem::is_directory(path));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Pdf, DatesAndIdComeFromTheRun) {
  const std::string made = "%PDF-1.4\n/CreationDate (D:20261122130811+00'00')\n/ModDate (D:20261122130811+00'00')\n"
                           "/ID [<AB12AB12AB12AB12> <CD34CD34CD34CD34>]\n%%EOF";
  const std::string later = "%PDF-1.4\n/CreationDate (D:20261122140000+00'00')\n/ModDate (D:20261122140001+00'00')\n"
                            "/ID [<0012AB12AB12AB12> <CD34CD34CD34CD00>]\n%%EOF";
  const std::string dated = dated_pdf(made, "2010-09-07");
  EXPECT_EQ(dated, dated_pdf(later, "2010-09-07"));
  EXPECT_EQ(dated.size(), made.size());
  EXPECT_NE(dated.find("/CreationDate (D:20100907000000+00'00')"), std::string::npos) << dated;
  EXPECT_NE(dated.find("/ModDate (D:20100907000000+00'00')"), std::string::npos);
  EXPECT_EQ(dated.find("AB12"), std::string::npos);
  EXPECT_EQ(dated_pdf("%PDF", "2010-09-07"), "%PDF");
}

} // namespace
} // namespace rashin::handover
