import type { Text } from './api';
import { studyWords } from './words_study';

export type Language = 'ja' | 'en';

const stored = localStorage.getItem('language');
const state = $state<{ language: Language }>({
  language: stored === 'ja' || stored === 'en' ? stored : navigator.language.startsWith('ja') ? 'ja' : 'en',
});

export const language = () => state.language;
export function setLanguage(next: Language) {
  state.language = next;
  localStorage.setItem('language', next);
  document.documentElement.lang = next;
}
document.documentElement.lang = state.language;

/** A text of the work in the reader's language. */
export const say = (text: Text | undefined, otherwise = '') => text?.[state.language] || text?.en || text?.ja || otherwise;

/** A note of a table, which may be written "日本語 / English". */
export function sayNote(note: string) {
  const [ja, ...en] = note.split(' / ');
  return en.length === 0 || !/[\u3040-\u30ff\u4e00-\u9fff]/.test(ja!) ? note : state.language === 'ja' ? ja! : en.join(' / ');
}

const words = {
  ...studyWords,
  home: ['調査一覧', 'Works'], open: ['開く', 'Open'], asOf: ['基準日', 'As of'], draft: ['草稿', 'draft'], release: ['確定版', 'release'],
  runNone: ['まだ計算していません', 'not run yet'], runCurrent: ['計算は最新です', 'run is up to date'], runStale: ['入力が変わっています', 'inputs have changed since the run'],
  gaps: ['根拠のない値', 'values without basis'], illustrative: ['例示の値', 'illustrative values'], values: ['入力値', 'Values'],
  network: ['供給網', 'Network'], pathways: ['展開経路', 'Pathways'], costs: ['損失', 'Costs'], options: ['オプション', 'Options'],
  technologies: ['技術', 'Technologies'], trace: ['根拠をたどる', 'Trace'], compare: ['比べる', 'Compare'], report: ['報告書', 'Report'], problems: ['指摘', 'Findings'],
  runFull: ['計算する', 'Run'], cancel: ['中止', 'Cancel'], undo: ['元に戻す', 'Undo'], redo: ['やり直す', 'Redo'],
  quickMark: ['少ない標本での速報値', 'quick answer from fewer draws'], beforeMark: ['編集前の値（計算中）', 'figures from before the edit; the run has begun'],
  needsMark: ['損失とニーズは全標本での値（政策の比較などは速報値のまま）', 'losses and needs from all draws; options and the rest still from fewer'],
  optionsMark: ['この頁は最初の標本だけの速報値（損失とニーズは全標本で計算済み）', 'this page still from the first draws only; losses and needs are from all'],
  wholeMark: ['全標本での値（組み合わせ・不確実性の内訳・報告書はこれから）', 'all draws; packages, the split of uncertainty and reports follow'], running: ['計算中', 'Running'], left: ['残り約', 'about'], seconds: ['秒', 's left'],
  noRun: ['まだ結果がありません。「計算する」を押してください。', 'No result yet. Press “Run”.'],
  data: ['データ', 'Data'], sources: ['根拠', 'Sources'], search: ['絞り込む', 'Filter'],
  value: ['値', 'Value'], unit: ['単位', 'Unit'], period: ['時期', 'Period'], basis: ['根拠', 'Basis'], id: ['識別子', 'Id'],
  cited: ['引用', 'cited'], judged: ['判断', 'judged'], missing: ['根拠なし', 'no basis'], illustrativeShort: ['例示', 'illustrative'],
  editHint: ['セルを選び Enter で編集、Enter で確定、Esc で取消。表計算からの貼り付けは一度の編集になり、表の下に出る行は新しい行になります。', 'Choose a cell, Enter edits, Enter keeps, Esc drops. A block pasted from a spreadsheet is one edit; lines below the table become new rows.'],
  saved: ['保存しました', 'Saved'], changedElsewhere: ['ファイルが別に変更されていました。読み直しました。', 'The file was changed elsewhere; it has been read again.'],
  loss: ['失われる付加価値', 'Value added lost'], avoided: ['避けられる損失', 'Avoided loss'], cost: ['費用', 'Cost'], net: ['純便益', 'Net benefit'], regret: ['後悔', 'Regret'],
  failure: ['失敗の確率', 'Chance of failing'], probability: ['確率', 'Probability'], firstLoss: ['最初の損失まで', 'Days to the first loss'],
  readiness: ['間に合った場合の価値', 'Value of readiness'], top: ['上位に入る確率', 'Chance of being among the first'], ready: ['使える時期', 'Ready'], needed: ['必要な時期', 'Needed by'],
  late: ['間に合わない確率', 'Chance of being too late'], role: ['役割', 'Role'], support: ['政策を支援', 'supports policy'], substitute: ['政策を代替', 'replaces policy'],
  option: ['選択', 'Choice'], pathway: ['経路', 'Pathway'], none: ['オプションなし', 'No option'], technology: ['技術', 'Technology'],
  before: ['前', 'Before'], after: ['後', 'After'], nothingDiffers: ['違いはありません。', 'Nothing differs.'], compareWith: ['比べる相手', 'Compare with'], quickRun: ['編集後の計算（途中）', 'the run under way after an edit'], earlierRun: ['ひとつ前の計算', 'the run before'],
  exportAs: ['渡せる形で書き出す:', 'Hand over as:'], exportPdf: ['PDF（印刷用）', 'PDF (to print)'], exportDocx: ['Word（本篇）', 'Word (main report)'],
  exportPptx: ['スライド（概要版）', 'Slides (summary)'], exportXlsx: ['表計算（すべての表）', 'Workbook (every table)'],
  exporting: ['書き出し中', 'Exporting'], exported: ['書き出したファイル', 'The file'],
  import: ['取り込み', 'Import'], importHint: ['入力表を表計算ファイルで受け取り、書き換えて、ここで選んでください。何が変わるかを見てから取り込めます。', 'Fetch the input tables as a workbook, edit it, and choose it here. You see what would change before anything is written.'],
  importFetch: ['入力表を受け取る（XLSX）', 'Fetch the input tables (XLSX)'], importChoose: ['書き換えたファイル', 'The edited workbook'], importApply: ['この変更を取り込む', 'Make these changes'],
  importUndo: ['取り込みは「元に戻す」で一度に取り消せます。', 'Undo takes the whole import back.'], importDone: ['取り込みました。「元に戻す」で取り消せます。', 'Imported. Undo takes it back.'], importFaults: ['このままでは取り込めません', 'It cannot be imported as it is'],
  line: ['行', 'Line'], change: ['変更', 'Change'], cells: ['セル', 'Cells'], rowChanged: ['変更', 'changed'], rowAdded: ['追加', 'added'], rowRemoved: ['削除', 'removed'],
  noFindings: ['指摘はありません。', 'Nothing to report.'], place: ['場所', 'Place'], finding: ['内容', 'Finding'],
  traceHint: ['図や表の数値、または技術ニーズを選ぶと、引用文までの道筋が出ます。', 'Choose a figure or a need to see its chain down to quoted sentences.'],
  restsOn: ['この主張に基づく数値', 'Figures that rest on this claim'], endUse: ['用途', 'End use'], days: ['日', 'days'], table: ['表', 'Table'],
  nothingHere: ['このフォルダーに調査はありません。`rashin study new my-study` で作れます。', 'No work in this folder. `rashin study new my-study` makes one.'],
  failed: ['計算できませんでした', 'The run failed'], cancelled: ['中止しました', 'Cancelled'], skip: ['本文へ', 'Skip to content'],
  median: ['中央値', 'median'], band: ['90%区間', '90 % interval'], structural: ['確率は人の判断です。頻度の観測ではありません。', 'Probabilities are people’s judgements, not observed frequencies.'],
  staleMark: ['入力を変える前の結果', 'results from before the inputs were changed'], faultMark: ['入力に誤りがあり計算できません（「指摘」を参照）。結果があれば変更前のものです', 'the inputs hold a fault (see “Problems”); any results are from before'],
  meanSuffix: ['（平均）', ' (mean)'],
  meanOutside: ['平均は区間の外（まれに大きな値が出るため）', 'the mean lies outside: rare but large values'], fanMark: ['日ごとの図は最初の標本だけの速報値です（下の表は全標本）。', 'The picture by day is still of the first draws only; the tables below are of all.'],
  limits: ['品目の供給網だけを通じた損失です。帯の線は中央値、表の点は平均、線は90%区間です。', 'Losses through the item network only. In the fans the line is the median; in the tables points are means, lines 90 % intervals.'], beside: ['点は平均、線は90%区間です。外交や法の評価は足されていません（報告書を参照）。', 'Points are means, lines 90 % intervals. Diplomatic and legal judgements are not added in (see the report).'],
  suppliers: ['供給者', 'Suppliers'], items: ['品目', 'Items'],
} as const;
export type Word = keyof typeof words;
export const t = (word: Word) => words[word][state.language === 'ja' ? 0 : 1];
