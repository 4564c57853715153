#pragma once
#include "study/arm_network.h"
#include "study/courses.h"
#include "study/effects.h"

#include <atomic>

namespace rashin::study {

/// The arms of one run over blocks of sixteen draws; every block writes its own places of the result and of the courses
/// only, so that blocks may be played side by side.
class ArmRuns {
 public:
  /// Makes room in `result`, whose draws and arms are there.
  ArmRuns(const Study& study, const RunOptions& options, RunResult& result);

  std::size_t blocks() const { return courses_.blocks.size(); }
  const ArmNetworks& networks() const { return networks_; }
  /// Plays these arms (positions in the result, "none" first of all) in one block. Returns the greatest gap in an
  /// item's book that any run showed. A stop request leaves arms out.
  double play(ArmEngines& engines, std::size_t block, const std::vector<std::size_t>& arms);
  std::size_t made() const { return made_; } ///< courses simulated so far
  /// No further arms of this block will be played: what need not be kept is let go.
  void finish(std::size_t block);
  void summarize_days();
  std::shared_ptr<const Courses> take_courses() { return std::make_shared<const Courses>(std::move(courses_)); }

 private:
  /// Courses of an earlier run, and which of its arms and pathways are those of this one.
  struct Source {
    std::shared_ptr<const Courses> courses;
    std::vector<std::optional<std::size_t>> arms;
    std::vector<bool> pathways;
  };
  /// A block of a source beside the one that is played.
  struct Earlier {
    const Source* source;
    const BlockCourses* block;
    std::vector<supply::SlotIndex> between; ///< slots in which the bases differ
    std::vector<bool> pathways;             ///< with the same shocks
  };
  /// Beside which arm an arm is played in a pathway, and whether it is kept for those that are played beside it.
  struct Start {
    std::optional<std::size_t> from;   ///< one before it that is kept; none: it is played whole
    std::optional<std::size_t> course; ///< of one that is kept: its number with the engines
    bool kept = false;                 ///< and it is there
  };
  /// A block while its arms are played.
  struct OpenBlock {
    ArmEngines& engines;
    BlockCourses& own;
    const DrawBlock& draws;
    int first = 0;                                                ///< its first draw
    std::vector<std::vector<std::vector<supply::Lanes>>> slots{}; ///< [arm][as changes]: the whole network's, if asked
    std::vector<Start> starts{};                                  ///< in the pathway that is played, by arm
    const std::vector<supply::Lanes>& slots_in(std::size_t arm, std::size_t pathway);
  };
  std::vector<Source> sources() const;
  std::vector<Earlier> earlier_of(std::size_t block) const;
  void open(BlockCourses& own, const DrawBlock& draws) const;
  void set_values(std::size_t arm, OpenBlock& block);
  void recall(const std::vector<Earlier>& earlier, BlockCourses& own, std::size_t arm, std::size_t pathway) const;
  bool repeat(OpenBlock& block, std::size_t arm, std::size_t pathway) const;
  int first_day_apart(OpenBlock& block, std::size_t before, std::size_t arm, std::size_t pathway,
                      const supply::Footprint& footprint) const;
  std::optional<int> beside(OpenBlock& block, std::size_t kept, std::size_t arm, std::size_t pathway) const;
  void plan_starts(OpenBlock& block, const std::vector<std::size_t>& arms, std::size_t pathway) const;
  supply::RunOptions options_of(OpenBlock& block, std::size_t arm, std::size_t pathway) const;
  void play_pathway(supply::NetworkEngine& engine, BlockCourses& own, std::size_t arm, std::size_t pathway,
                    const supply::RunOptions& options) const;
  CourseDetails details_of(const supply::BlockResult& run, double balance_error) const;
  void write(const OpenBlock& block, std::size_t arm, std::size_t pathway);

  const Study& study_;
  const RunOptions& options_;
  RunResult& result_;
  const ArmNetworks networks_;
  const std::vector<supply::SlotUse> uses_;
  supply::RunOptions daily_options_, total_options_;
  std::vector<std::vector<std::vector<double>>> daily_; ///< [pathway][day][draw]
  Courses courses_;
  std::vector<Source> sources_;
  std::atomic<std::size_t> made_ = 0;
  std::size_t kept_ = 0; ///< blocks whose courses outlive the run
};

/// The arms that needs, readiness and the ranking of technologies are made of: "none", every arm with a technology, and
/// the options that these serve.
std::vector<std::size_t> arms_of_needs(const std::vector<ArmPlan>& arms);

} // namespace rashin::study
