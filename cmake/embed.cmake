# rashin_embed(target symbol root folder [filter]): puts the files under <root>/<folder> (all, or those that match the regular
# expression) into the program. One assembler file with .incbin holds the bytes and an index <symbol>_begin … <symbol>_end of
# rashin::EmbeddedEntry (core/embedded.h), sorted by path. Paths stay relative, so the build is the same everywhere.
function(rashin_embed target symbol root folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${root}" "${root}/${folder}/*")
  if(ARGC GREATER 4)
    list(FILTER files INCLUDE REGEX "${ARGV4}")
  endif()
  list(SORT files)
  set(index "")
  set(contents "")
  set(number 0)
  foreach(file IN LISTS files)
    string(APPEND index "  .quad .Lpath${number}, .Lbytes${number}, .Lend${number}\n")
    string(APPEND contents
      ".Lpath${number}: .asciz \"${file}\"\n.balign 16\n.Lbytes${number}: .incbin \"${file}\"\n.Lend${number}: .byte 0\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.s")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT
".section .data.rel.ro, \"aw\"
.balign 8
.globl ${symbol}_begin, ${symbol}_end
${symbol}_begin:
${index}${symbol}_end:
.section .rodata
${contents}.section .note.GNU-stack, \"\", %progbits
")
  list(TRANSFORM files PREPEND "${root}/" OUTPUT_VARIABLE inputs)
  set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${inputs}" COMPILE_OPTIONS "-I${root}")
  target_sources(${target} PRIVATE "${source}")
endfunction()
