find_package(PkgConfig REQUIRED)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(archive REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc)

# The rooms, lowest first. A room may include only the rooms it names here (and what those name).
rashin_room(core)
rashin_room(format DEPENDS core LIBRARIES PkgConfig::yaml PkgConfig::archive PkgConfig::pugixml PkgConfig::icu)
rashin_room(math DEPENDS core)
rashin_room(policy DEPENDS math)
rashin_room(need DEPENDS math)
rashin_room(store DEPENDS core)
rashin_room(report DEPENDS core)
