#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> assessment_messages() {
  static constexpr MessageEntry entries[] = {
      {"gravity-unknown", Severity::Error,
       "Nothing in the centre-of-gravity graph is called \"{0}\". Correct the id, or add it.",
       "重心の図に「{0}」というものはありません。識別子を直すか、加えてください。"},
      {"gravity-step", Severity::Error,
       "The edge from {0} to {1} is no step of the chain. Lead from a centre of gravity to a capability, or from a "
       "capability to a requirement.",
       "{0} から {1} への線は、重心の図の一段になっていません。重心から能力へ、または能力から要件へつないでください。"},
      {"gravity-side", Severity::Error,
       "{0} belongs to {1}, but {2} to {3}. A centre of gravity and what it rests on are of one side.",
       "{0} は {1} 側、{2} は {3} 側です。重心とそれを支えるものは同じ側に置いてください。"},
      {"gravity-centre-idle", Severity::Error,
       "The centre of gravity {0} does nothing: no capability follows from it. Add what it does, or it is no centre.",
       "重心 {0} が何をするのかが示されていません。能力を一つ以上つないでください。"},
      {"gravity-capability-unused", Severity::Error,
       "No centre of gravity has the capability {0}. Lead an edge to it, or remove it.",
       "能力 {0} を持つ重心がありません。重心からつなぐか、除いてください。"},
      {"gravity-capability-bare", Severity::Error,
       "The capability {0} takes nothing. Add the requirements that it rests on.",
       "能力 {0} に要件がありません。その能力が成り立つために要るものを加えてください。"},
      {"gravity-requirement-unused", Severity::Error,
       "The requirement {0} serves no capability. Lead an edge to it, or remove it.",
       "要件 {0} を必要とする能力がありません。能力からつなぐか、除いてください。"},
      {"gravity-vulnerability", Severity::Error,
       "The vulnerability {0} is said to be of \"{1}\", which is no requirement. A vulnerability is a requirement that "
       "is deficient or open to attack: name one.",
       "脆弱性 {0} の対象「{1}」は要件ではありません。脆弱性とは、不足している、または攻撃され得る要件です。"
       "要件の識別子を書いてください。"},
      {"systems-availability", Severity::Error,
       "The availability of {0} is {1}. It is a probability: write a value between 0 and 1.",
       "{0} の可用率が {1} です。確率なので 0 から 1 の間にしてください。"},
      {"systems-edge-twice", Severity::Error, "The link from {0} to {1} is listed twice. Keep one.",
       "{0} から {1} への線が二度書かれています。一つにしてください。"},
      {"systems-layer", Severity::Error,
       "The link from {0} (layer {1}) to {2} (layer {3}) does not rise. Links lead from a lower to a higher layer.",
       "{0}（第 {1} 層）から {2}（第 {3} 層）への線が上の層に向かっていません。下の層から上の層へつないでください。"},
      {"systems-no-source", Severity::Error,
       "The layered graph has no source. Mark the nodes at which it begins, such as sensors.",
       "層状の図に起点がありません。センサーなど、始まりとなる節を起点にしてください。"},
      {"systems-source-cut-off", Severity::Error,
       "No way leads from the source {0} to {1}. Add the links between, or remove the source.",
       "起点 {0} から {1} に至る経路がありません。間をつなぐか、起点から外してください。"},
      {"systems-node-aside", Severity::Warning,
       "No way leads over {0}, so it counts for nothing. Link it or remove it.",
       "{0} を通る経路がないため、結果に影響しません。つなぐか、除いてください。"},
      {"systems-too-wide", Severity::Error,
       "The layered graph of {0} nodes is too wide for an exact computation (more than {1} states). Merge nodes that "
       "stand in for each other.",
       "節が {0} 個ある図は幅が広すぎて厳密に計算できません（状態が {1} "
       "を超えます）。互いに代わりとなる節をまとめてください。"},
      {"parts-twice", Severity::Error, "{0} needs {1} twice. Keep one row.",
       "{0} の部分として {1} が二度書かれています。一行にしてください。"},
      {"parts-level", Severity::Error,
       "{0} is a part of {1} but not of a lower level. The order is system, subsystem, technology, element.",
       "{0} は {1} の部分ですが、段が下がっていません。段の順は system、subsystem、technology、element です。"},
      {"parts-of-nothing", Severity::Error, "Nothing uses {0}. Name what it is a part of, or remove it.",
       "{0} を使うものがありません。何の部分かを書くか、除いてください。"},
      {"parts-system-bare", Severity::Error, "The system {0} has no parts. Add its subsystems or technologies.",
       "システム {0} に構成要素がありません。サブシステムか技術を加えてください。"},
      {"curve-points-few", Severity::Error,
       "A growth curve has {0} point(s). At least five are needed, and they say little then.",
       "成長曲線の点が {0} 個です。少なくとも五個必要です（それでも分かることは限られます）。"},
      {"curve-not-positive", Severity::Error,
       "A growth curve holds the value {0}. Values must be above zero where errors are in proportion to them.",
       "成長曲線に値 {0} があります。誤差が値に比例するとき、値は正でなければなりません。"},
      {"curve-no-growth", Severity::Error,
       "The points do not grow. A growth curve says nothing about them; describe them by a judgement instead.",
       "点が増えていません。成長曲線では何も言えないので、判断で示してください。"},
      {"curve-before-launch", Severity::Error,
       "A point at {0} lies at or before the launch {1} of a Bass curve. Correct the launch, or drop the point.",
       "{0} の点が、バス曲線の開始 {1} 以前にあります。開始の時点を直すか、点を除いてください。"},
  };
  return entries;
}

} // namespace rashin
