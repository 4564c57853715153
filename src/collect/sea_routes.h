#pragma once
#include "core/geography.h"
#include "core/result.h"

namespace rashin::collect {

/// Reads a sea-route network in GeoJSON (as of Eurostat's searoute): LineString and MultiLineString features, the
/// property `passage` names the strait or canal. All faults in one go; nothing is half-read.
Result<std::vector<SeaLine>> read_sea_lines(std::string_view bytes, std::string_view file);

/// Reads ports in GeoJSON: Point features with the properties `name`, `cty` and `port`. Ports without a name are left
/// out.
Result<std::vector<Port>> read_ports(std::string_view bytes, std::string_view file);

/// Reads ports in the CSV of the World Port Index (NGA Pub. 150): columns MAIN_PORT_NAME, Country Code, UN/LOCODE,
/// LATITUDE, LONGITUDE.
Result<std::vector<Port>> read_world_port_index(std::string_view bytes, std::string_view file);

} // namespace rashin::collect
