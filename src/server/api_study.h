#pragma once
#include "server/api.h"
#include "server/kinds.h"

namespace rashin::server {

/// What is wrong with the work, or with its files.
void write_faults(JsonWriter& json, const Workspace& works, const WorkPlace& work);
/// The work that the address names, as its files stand; its faults where it cannot be read.
Result<std::shared_ptr<const ReadWork>> read_work(const Call& call);
/// The files of the run asked for: the one on the disk, or with `run=quick` the newest quick one.
Result<FileSet> run_of(const Call& call, const WorkPlace& work);

// What a work and its run hold, as JSON.
Response list_works(const Call& call);
Response show_work(const Call& call);
Response list_names(const Call& call);
Response show_file(const Call& call);
Response list_values(const Call& call);
Response show_table(const Call& call);
Response fetch_tables(const Call& call);
Response show_matrix(const Call& call);

// Edits.
Response edit_value(const Call& call);
Response edit_cell(const Call& call);
Response paste_cells(const Call& call);
Response undo_edit(const Call& call);
Response redo_edit(const Call& call);
Response preview_import(const Call& call);
Response apply_import(const Call& call);

// Runs and what they left.
Response start_run(const Call& call);
Response list_jobs(const Call& call);
Response show_job(const Call& call);
Response follow_job(const Call& call);
Response cancel_job(const Call& call);
Response list_results(const Call& call);
Response show_result(const Call& call);
Response show_report(const Call& call);
Response show_trace(const Call& call);
Response compare_runs(const Call& call);
Response leave_axes_out(const Call& call);

// Files for others to read and edit.
Response start_export(const Call& call);
Response fetch_export(const Call& call);

/// The number of a job as it stands in an address.
std::optional<std::uint64_t> job_id(const std::string& word);

Response show_version(const Call& call);
Response show_open_api(const Call& call);

} // namespace rashin::server
