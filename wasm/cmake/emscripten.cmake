# Finds the installed Emscripten's own toolchain file, so that the preset needs no path of one machine.
find_program(BOTSCHAFT_EMCC emcc)
if(NOT BOTSCHAFT_EMCC)
  message(FATAL_ERROR "emcc was not found. Install Emscripten (Debian: apt-get install emscripten) or put emsdk on the PATH.")
endif()
execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE BOTSCHAFT_EMSCRIPTEN_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE)
include("${BOTSCHAFT_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
