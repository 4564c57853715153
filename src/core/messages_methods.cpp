#include "core/messages.h"

namespace rashin {

/// Files of single methods: cross-impact projects, judgements, rankings, sensitivity, policy.
std::span<const MessageEntry> methods_messages() {
  static constexpr MessageEntry entries[] = {
      {"scw-not-a-project", Severity::Error,
       "\"{0}\" is not the first line of a ScenarioWizard project. It must begin with \"$ ScenarioWizard\".",
       "「{0}」は ScenarioWizard のプロジェクトの一行目ではありません。「$ ScenarioWizard」で始まる必要があります。"},
      {"scw-line", Severity::Error,
       "\"{0}\" is neither a descriptor (&Name) nor a state (a blank, then -Name). Correct the line.",
       "「{0}」は記述子（&名前）でも状態（空白と -名前）でもありません。行を直してください。"},
      {"scw-state-without-descriptor", Severity::Error,
       "The state \"{0}\" stands before any descriptor. Write the line &Name of its descriptor above it.",
       "状態「{0}」の前に記述子がありません。上に「&名前」の行を書いてください。"},
      {"scw-no-descriptor", Severity::Error, "The project has no descriptor. Write at least one line &Name.",
       "記述子がありません。「&名前」の行を一つ以上書いてください。"},
      {"scw-no-state", Severity::Error, "The descriptor \"{0}\" has no state. Write its states below it.",
       "記述子「{0}」に状態がありません。下に状態を書いてください。"},
      {"scw-too-many-states", Severity::Error,
       "The descriptor \"{0}\" has {1} states; at most 64 are read. Merge some.",
       "記述子「{0}」の状態は {1} 個です。読めるのは 64 個までなので、まとめてください。"},
      {"scw-too-large", Severity::Error, "The project has more than {0} states in all. Split it.",
       "状態の合計が {0} を超えています。プロジェクトを分けてください。"},
      {"scw-section-missing", Severity::Error,
       "The file ends before section {0} is complete (sections end with a line #). The file may be cut short.",
       "第 {0} 節が終わる前にファイルが終わっています（節は # "
       "の行で終わります）。途中で切れていないか確かめてください。"},
      {"scw-rows", Severity::Error,
       "The matrix has {0} rows, but the descriptors have {1} states. It must have one row per state.",
       "行列は {0} 行ですが、状態は {1} 個あります。状態ごとに一行必要です。"},
      {"scw-row-length", Severity::Error, "This row has {0} cells instead of {1}. Write one cell per state.",
       "この行のセルは {0} 個で、{1} 個ではありません。状態ごとに一つ書いてください。"},
      {"scw-cell", Severity::Error, "\"{0}\" is not a whole number. Write the judgement as a number such as -2.",
       "「{0}」は整数ではありません。判断を -2 のような整数で書いてください。"},
      {"scw-cell-range", Severity::Error, "The judgement {0} is larger than {1}. Use a smaller scale.",
       "判断 {0} が {1} を超えています。尺度を小さくしてください。"},
      {"scw-self-impact", Severity::Warning,
       "The descriptor \"{0}\" has judgements on itself. They count (as in ScenarioWizard); --no-self-impact leaves "
       "them "
       "out.",
       "記述子「{0}」には自分自身への判断があります。ScenarioWizard と同じく計算に入れます。--no-self-impact "
       "で除けます。"},
      {"sl-not-a-solution", Severity::Error,
       "This is not a ScenarioWizard solution file. It must begin with \"$ ScenarioWizard\" and \"Solution set\".",
       "ScenarioWizard の解のファイルではありません。「$ ScenarioWizard」と「Solution set」で始まる必要があります。"},
      {"sl-count", Severity::Error, "The file announces {0} scenarios but holds {1}. It may be cut short.",
       "シナリオは {0} 個と書かれていますが、{1} 個あります。途中で切れていないか確かめてください。"},
      {"sl-line", Severity::Error,
       "\"{0}\" is not a scenario. Write \" 2 3 2\",weight,margin,flag,score,\"note\" with states from 1.",
       "「{0}」はシナリオとして読めません。\" 2 3 2\",重み,余裕,印,得点,\"注記\" の形（状態は 1 "
       "から）で書いてください。"},
      {"sl-length", Severity::Error, "This scenario has {0} states, the first one {1}. All must have the same number.",
       "このシナリオの状態は {0} 個、最初のものは {1} 個です。数をそろえてください。"},
      {"cib-cell-skipped", Severity::Error,
       "{0} gave no judgement for {1}. Ask for it, or write 0 if there is no direct influence.",
       "{0} は {1} の判断をしていません。確認するか、直接の影響がなければ 0 と書いてください。"},
      {"pool-probability", Severity::Error, "{0} gave {1}, which is no probability. Write a number from 0 to 1.",
       "{0} の {1} は確率ではありません。0 から 1 の数を書いてください。"},
      {"pool-certain", Severity::Error,
       "{0} gave {1}: certainty outweighs everyone else. State a bound, for example --bound 0.01, or ask again.",
       "{0} の {1} は確実を意味し、ほかの人の意見を打ち消します。--bound 0.01 "
       "のように限度を決めるか、もう一度尋ねてください。"},
      {"pool-weights", Severity::Error, "The weight {0} cannot be used. Weights are zero or more, with a positive sum.",
       "重み {0} は使えません。重みは 0 以上で、合計が正になるようにしてください。"},
      {"cooke-few-seeds", Severity::Error,
       "There are {0} seed questions; calibration needs at least two, and means little below ten. Add questions whose "
       "answers are known.",
       "答えの分かっている問いが {0} 個です。較正には二つ以上（目安は十以上）必要です。追加してください。"},
      {"cooke-log-scale", Severity::Error, "{0} is on a log scale, but {1} is not positive. Use the plain scale.",
       "{0} は対数目盛りですが、{1} は正の数ではありません。普通の目盛りにしてください。"},
      {"cooke-skipped", Severity::Error, "{0} did not answer {1} in full. Ask for it, or leave the question out.",
       "{0} は {1} にすべて答えていません。確認するか、この問いを除いてください。"},
      {"cooke-order", Severity::Error, "The quantiles of {0} for {1} do not rise. Write them in ascending order.",
       "{1} についての {0} の分位点が昇順になっていません。小さい順に書いてください。"},
      {"cooke-nobody", Severity::Error,
       "Nobody reaches the calibration {0}. Lower alpha, or use equal weights (they are no worse here).",
       "較正が {0} に達する人がいません。alpha を下げるか、等しい重みを使ってください。"},
  };
  return entries;
}

} // namespace rashin
