# Everything that is not ours: the JSON library, the stemmers, and the tables made from data packages.

# The JSON library is headers only. Its folder is linked into the build, because the module's compiler must not see the
# rest of the system's include folder.
find_path(BOTSCHAFT_JSON_DIR nlohmann/json.hpp PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/include)
file(CREATE_LINK ${BOTSCHAFT_JSON_DIR}/nlohmann ${PROJECT_BINARY_DIR}/include/nlohmann SYMBOLIC)
add_library(botschaft_json INTERFACE)
target_include_directories(botschaft_json SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/include)

# Snowball's C library (BSD), which the npm package node-snowball carries in source.
set(BOTSCHAFT_SNOWBALL ${PROJECT_SOURCE_DIR}/node_modules/node-snowball/src/libstemmer)
if(NOT EXISTS ${BOTSCHAFT_SNOWBALL}/runtime/api.c)
  message(FATAL_ERROR "The stemmers' sources are missing. Run: npm install --no-save --ignore-scripts")
endif()
add_library(botschaft_stemmer STATIC
  ${BOTSCHAFT_SNOWBALL}/runtime/api.c
  ${BOTSCHAFT_SNOWBALL}/runtime/utilities.c
  ${BOTSCHAFT_SNOWBALL}/src_c/stem_UTF_8_english.c
  ${BOTSCHAFT_SNOWBALL}/src_c/stem_UTF_8_german.c
)
target_include_directories(botschaft_stemmer SYSTEM PUBLIC ${BOTSCHAFT_SNOWBALL}/src_c ${BOTSCHAFT_SNOWBALL}/runtime)
target_compile_options(botschaft_stemmer PRIVATE -w -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)

# Tables made from Debian's unicode-data and publicsuffix, and from shared/networks.
find_program(BOTSCHAFT_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_path(BOTSCHAFT_UNICODE_DIR UnicodeData.txt PATHS /usr/share/unicode /usr/share/unicode/ucd NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_file(BOTSCHAFT_SUFFIX_LIST public_suffix_list.dat PATHS /usr/share/publicsuffix NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(BOTSCHAFT_GENERATED ${PROJECT_BINARY_DIR}/generated)
file(GLOB BOTSCHAFT_NETWORK_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/shared/networks/*.json)
add_custom_command(
  OUTPUT ${BOTSCHAFT_GENERATED}/unicode_tables.inc ${BOTSCHAFT_GENERATED}/top_level_domains.inc
  COMMAND ${BOTSCHAFT_NODE} ${PROJECT_SOURCE_DIR}/tools/generate-unicode.mjs ${BOTSCHAFT_UNICODE_DIR} ${BOTSCHAFT_SUFFIX_LIST} ${BOTSCHAFT_GENERATED}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/generate-unicode.mjs
  VERBATIM
)
add_custom_command(
  OUTPUT ${BOTSCHAFT_GENERATED}/networks.inc
  COMMAND ${BOTSCHAFT_NODE} ${PROJECT_SOURCE_DIR}/tools/generate-networks.mjs ${PROJECT_SOURCE_DIR}/shared/networks ${BOTSCHAFT_GENERATED}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/generate-networks.mjs ${BOTSCHAFT_NETWORK_FILES}
  VERBATIM
)
add_custom_target(botschaft_generated DEPENDS
  ${BOTSCHAFT_GENERATED}/unicode_tables.inc ${BOTSCHAFT_GENERATED}/top_level_domains.inc ${BOTSCHAFT_GENERATED}/networks.inc)
