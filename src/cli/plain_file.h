#pragma once
#include "cli/method_print.h"
#include "format/csv.h"

namespace rashin::cli {

/// How a table becomes the tree that a JSON file of the same method would be.
using TreeOfTable = collect::JsonValue (*)(const format::CsvFile&);

/// The file of a method: JSON where it begins with { or [, else a table (CSV) where the method takes one. The file
/// refers to the bytes of `method`.
collect::JsonFile plain_file(const MethodCall& method, TreeOfTable tree = nullptr);

/// The part of a file that holds the case: the root, if it is no object or has one of `wanted`; else the member named
/// by `--case`, or the only member that has one of `wanted`. Several: a fault that lists them.
const collect::JsonValue& case_in(collect::JsonFile& file, const MethodCall& method,
                                  std::initializer_list<std::string_view> wanted);

/// First column = names of the alternatives, header = criteria. Rows named weight, direction, worst, best, preference,
/// q, p or v (重み, 方向, 最悪, 最良, 選好, 無差別, 選好しきい値, 拒否) describe the criteria; all others are
/// alternatives.
collect::JsonValue ranking_tree(const format::CsvFile& table);
/// First column = names of the policies, header = scenarios.
collect::JsonValue performance_tree(const format::CsvFile& table);
/// First column and header = variables, in one order: members `rows`, `variables`, `matrix`.
collect::JsonValue influence_tree(const format::CsvFile& table);
/// First column and header = values of parameters, cells words: members `rows`, `columns`, `cells`.
collect::JsonValue field_tree(const format::CsvFile& table);
/// One object per row under `opinions`, `forecasts`: members are named as the columns, empty cells left out.
collect::JsonValue opinions_tree(const format::CsvFile& table);
collect::JsonValue forecasts_tree(const format::CsvFile& table);
/// Columns question, truth, scale, by, and one per level (0.05, 5 %, q5 …): one row per question and person.
collect::JsonValue quantiles_tree(const format::CsvFile& table);

} // namespace rashin::cli
