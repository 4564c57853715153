#pragma once
#include <map>
#include <string>

namespace rashin {

/// Files by their path relative to one folder (forward slashes), with their bytes. How folders reach the pure rooms,
/// and how runs leave them; only the edge turns one into files on a disk.
using FileSet = std::map<std::string, std::string>;

} // namespace rashin
