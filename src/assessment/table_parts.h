#pragma once
#include "assessment/run.h"
#include "study/table_builder.h"

namespace rashin::assessment {

/// Single tables of a run; result_tables puts them in order.
study::ResultTable dossiers_table(const Assessment& assessment, const RunResult& result);
study::ResultTable coverage_table(const Assessment& assessment);
study::ResultTable gravity_table(const Assessment& assessment);
study::ResultTable systems_table(const Assessment& assessment, const RunResult& result);
study::ResultTable denials_table(const Assessment& assessment, const RunResult& result);
study::ResultTable uses_table(const Assessment& assessment);
study::ResultTable asymmetries_table(const Assessment& assessment, const RunResult& result);
study::ResultTable axis_ranks_table(const Assessment& assessment, const RunResult& result);
study::ResultTable axes_left_out_table(const Assessment& assessment, const RunResult& result);
study::ResultTable changes_table(const Assessment& assessment, const RunResult& result);
study::ResultTable leadership_table(const Assessment& assessment, const RunResult& result);
study::ResultTable leadership_risk_table(const Assessment& assessment, const RunResult& result);
study::ResultTable need_draws_table(const Assessment& assessment, const RunResult& result);

/// A table whose rows begin with an id and a title.
study::TableBuilder titled(std::string_view id);

/// The ids of rows, as `trace` knows them.
std::string need_id(const Assessment& assessment, const Need& need);
std::string cell_id(const Assessment& assessment, const Cell& cell);
std::string asymmetry_id(const Assessment& assessment, std::size_t part, std::size_t axis, std::string_view versus);

} // namespace rashin::assessment
