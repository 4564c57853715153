#include "evidence/fields.h"
#include "format/field.h"
#include "study/schemas.h"

namespace rashin::study {
namespace {

using format::optional;
using format::required;
using format::Schema;
namespace type = format::type;

Schema join_schema() {
  return {"join",
          {"品目網と産業のつなぎ", "Where the item network meets an industry"},
          {optional("end_use", type::text(), "用途（item と二者択一）", "an end use; either this or item"),
           optional("item", type::text(), "品目", "an item"),
           required("region", type::text(), "表の地域", "region of the table"),
           required("sector", type::text(), "表の部門", "sector of the table"),
           required("share", type::quantity(), "産業のうち、これに当たる割合",
                    "the part of the industry that it stands for"),
           optional("note", type::localized(), "説明", "note")}};
}

Schema passage_schema() {
  return {"passage",
          {"海峡などを通る取引", "Flows through a passage"},
          {required("passage", type::text(), "routes.csv の通過点", "a passage of routes.csv"),
           required("from", type::one_or_more(type::text()), "売り手：地域、地域|部門、*|部門",
                    "sellers: a region, region|sector, *|sector"),
           required("to", type::one_or_more(type::text()), "買い手：同じ書き方", "buyers, written alike"),
           optional("final_demand", type::boolean(), "地域を書いた場合に最終需要も含めるか（既定は true）",
                    "whether a whole region includes its final demand; absent: true"),
           required("share", type::quantity(), "ここを通り、ほかに道のない割合",
                    "the part that goes this way and has no other"),
           optional("note", type::localized(), "説明", "note")}};
}

Schema engine_schema() {
  return {"engine",
          {"波及計算の数値（省けば既定値）", "Numbers of the daily engine; absent: its defaults"},
          {optional("input_days", type::quantity(), "投入の在庫日数", "days of use held of each input"),
           optional("restocking_days", type::quantity(), "在庫を戻す日数", "days over which stocks are refilled"),
           optional("stock_need", type::quantity(), "生産が落ちはじめる在庫の割合",
                    "share of the usual stock below which production falls"),
           optional("overproduction_most", type::quantity(), "増産の上限（平常を 1 とする）",
                    "most production, as a ratio to the usual"),
           optional("overproduction_days", type::quantity(), "増産に要する日数", "days to get there"),
           optional("postponed_share", type::quantity(), "翌日に持ち越される需要の割合",
                    "share of unmet final demand that comes back"),
           optional("important", type::list_of(type::text()), "不足しても半ばは続けられる投入部門",
                    "input sectors whose lack halves its effect"),
           optional("non_essential", type::list_of(type::text()), "不足しても生産の止まらない投入部門",
                    "input sectors that stop nobody"),
           optional("never_short", type::list_of(type::text()), "在庫の概念がなく不足しない投入部門",
                    "input sectors that are never short")}};
}

} // namespace

const format::Schema& economy_schema() {
  static const Schema schema{
      "mrio.yaml",
      {"産業連関表とのつなぎ", "How the item network joins an input–output table"},
      {schema_number_field(),
       required("table", type::text(), "表の名前（表そのものは調査に含めない）",
                "name of the table, which is no part of the study"),
       optional("title", type::localized(), "報告書での表の名前", "the table's name in reports"),
       optional("concordance", type::localized(), "部門をどう対応させたか", "how sectors were matched"),
       required("draws", type::integer(), "はじめの何標本で計算するか", "how many draws, from the first, are played"),
       optional("region", type::text(), "はじめに見る地域（既定は対象国）",
                "region looked at first; absent: the focal country"),
       optional("compare", type::list_of(type::text()), "あわせて計算するオプションと組み合わせ",
                "options and packages that are played too"),
       required("joins", type::list_of(type::object(join_schema())), "つなぎ", "joins"),
       optional("passages", type::list_of(type::object(passage_schema())), "通過点", "passages"),
       optional("engine", type::object(engine_schema()), "計算の数値", "numbers of the engine"),
       optional("limits", type::list_of(type::localized()), "この計算が示せないこと", "what this cannot show")}};
  return schema;
}

} // namespace rashin::study
