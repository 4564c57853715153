# A room of the house: src/<name>/*.cpp is one static library `rashin_<name>`, its *_test.cpp one test program
# `<name>_test`. DEPENDS names the rooms it may include; tests/arrows.sh checks includes against the same list.
# WORDS: a room that puts words together rather than numbers; where RASHIN_WORDS_FLAGS is set, it is compiled with these
# (under sanitizers, optimising such code takes longer than running it).
# With RASHIN_PCH the headers of the standard and the test library are read once for all rooms that are compiled alike. The
# release build does without, so that a forgotten include is noticed.
set(RASHIN_ROOMS "" CACHE INTERNAL "rooms in the order of their dependencies")
set(RASHIN_TESTS "" CACHE INTERNAL "test programs")

set(RASHIN_HEADERS <algorithm> <array> <charconv> <cmath> <cstdint> <filesystem> <fstream> <functional> <map> <memory>
  <numeric> <optional> <set> <span> <sstream> <string> <variant> <vector>)
function(rashin_precompile target alike) # alike: targets of the same word are compiled with the same flags
  if(RASHIN_PCH)
    get_property(first GLOBAL PROPERTY RASHIN_PCH_${alike})
    if(first)
      target_precompile_headers(${target} REUSE_FROM ${first})
    else()
      target_precompile_headers(${target} PRIVATE ${RASHIN_HEADERS} ${ARGN})
      set_property(GLOBAL PROPERTY RASHIN_PCH_${alike} ${target})
    endif()
  endif()
endfunction()

function(rashin_room name)
  cmake_parse_arguments(ROOM "WORDS" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp")
  list(SORT sources)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(rashin_${name} STATIC ${sources})
  target_include_directories(rashin_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  foreach(room ${ROOM_DEPENDS})
    target_link_libraries(rashin_${name} PUBLIC rashin_${room})
  endforeach()
  target_link_libraries(rashin_${name} PUBLIC rashin_flags PRIVATE ${ROOM_LIBRARIES})
  set(words_flags "$<$<AND:$<BOOL:${ROOM_WORDS}>,$<COMPILE_LANGUAGE:CXX>>:${RASHIN_WORDS_FLAGS}>")
  target_compile_options(rashin_${name} PRIVATE "${words_flags}")
  rashin_precompile(rashin_${name} room_${ROOM_WORDS})
  if(tests AND RASHIN_BUILD_TESTS)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE rashin_${name} ${ROOM_LIBRARIES} GTest::gtest GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE "RASHIN_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\"")
    target_compile_options(${name}_test PRIVATE "${words_flags}")
    rashin_precompile(${name}_test test_${ROOM_WORDS} <gtest/gtest.h>)
    add_test(NAME ${name} COMMAND ${name}_test)
    set(RASHIN_TESTS ${RASHIN_TESTS} ${name}_test CACHE INTERNAL "")
  endif()
  set(RASHIN_ROOMS ${RASHIN_ROOMS} ${name} CACHE INTERNAL "")
endfunction()

# bench/<name>.cpp -> program bench_<name> (Google Benchmark), fuzz/<name>.cpp -> program fuzz_<name> (libFuzzer): the rooms
# that it names, and core, report to the fuzzer what it reached.
function(rashin_bench name)
  if(RASHIN_BUILD_BENCH)
    add_executable(bench_${name} "${PROJECT_SOURCE_DIR}/bench/${name}.cpp")
    target_link_libraries(bench_${name} PRIVATE ${ARGN} benchmark::benchmark)
  endif()
endfunction()

add_custom_target(fuzzers)
function(rashin_fuzz name)
  if(RASHIN_BUILD_FUZZ)
    add_executable(fuzz_${name} "${PROJECT_SOURCE_DIR}/fuzz/${name}.cpp")
    target_link_libraries(fuzz_${name} PRIVATE ${ARGN})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    foreach(room ${ARGN})
      get_target_property(flags ${room} COMPILE_OPTIONS)
      if(NOT "${flags}" MATCHES "sanitize-coverage") # as -fsanitize=fuzzer-no-link, which no precompiled header outlives
        target_compile_options(${room} PRIVATE
          $<$<COMPILE_LANGUAGE:CXX>:-fsanitize-coverage=inline-8bit-counters,indirect-calls,trace-cmp,pc-table>)
      endif()
    endforeach()
    add_dependencies(fuzzers fuzz_${name})
  endif()
endfunction()
