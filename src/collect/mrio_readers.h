#pragma once
#include "core/io_entries.h"
#include "core/result.h"

#include <map>
#include <string>
#include <string_view>

namespace rashin::collect {

/// Bytes of one file, already unpacked, and the name that messages use.
struct NamedText {
  std::string name;
  std::string_view text;
};

/// Readers of multi-regional input–output tables. Each takes whole texts, gathers every fault of a file with line and
/// column, and returns nothing if there is one. They change no number: rules for negative cells come later (make_mrio).

/// One cell a line; the header names, in any order: origin_region, origin_sector, destination_region, destination,
/// value (spaces and underscores are the same), and optionally kind (intermediate or final). Without `kind` a
/// destination whose code is the origin sector of any row is an industry, any other a final-demand category.
/// Separator: comma, or tab or semicolon if the header has one and no comma.
Result<IoEntries> read_long_csv(const NamedText& file);

/// The WIOD 2013 release as exported cell lists: rows.csv (row, country_iso3, sector, …), fdcols.csv (fdcol,
/// country_iso3, category), Z (row, col, value), Y (row, fdcol, value) and x (row, output).
struct WiodFiles {
  NamedText rows, final_demands, flows, final_demand, output;
};
Result<IoEntries> read_wiod_release(const WiodFiles& files);

/// Two square-cornered matrices with labels "region|sector" and "region|category" (the static reference folders).
Result<IoEntries> read_labelled_matrices(const NamedText& flows, const NamedText& final_demand);

/// A folder saved by pymrio, or EXIOBASE 3 as distributed: Z.txt and Y.txt, tab separated, two header lines (region;
/// sector or category), an optional line of index names, two label fields a row.
Result<IoEntries> read_pymrio_folder(const NamedText& flows, const NamedText& final_demand);

/// OECD inter-country table (ICIO) as one CSV: labels REGION_CODE in the first column and line; final demand by the
/// codes HFCE, NPISH, GGFC, GFCF, INVNT, DPABR (and P33, DIRP, NONRES of other editions); the column OUT or TOTAL is
/// the stated output; rows of taxes, value added and output are left out.
Result<IoEntries> read_oecd_icio(const NamedText& file);

/// Region and sector of each industry, from a map with the columns row (0-based number) or industry (region|sector),
/// then region and sector (also region6, sector12).
Result<std::vector<IndustryCode>> read_aggregation_map(const NamedText& file,
                                                       const std::vector<IndustryCode>& industries);

} // namespace rashin::collect
