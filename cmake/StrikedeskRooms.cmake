# One target per room. A room names what stands below it in LINKS; nothing else is visible to the linker, and
# the layering lint checks the includes against the same street.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

# Flags for our own code, linked PRIVATE by every room.
add_library(strikedesk_flags INTERFACE)
target_include_directories(strikedesk_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(strikedesk_flags INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wimplicit-fallthrough -Wnull-dereference -Wcast-qual $<$<BOOL:${STRIKEDESK_WERROR}>:-Werror>)
target_compile_definitions(strikedesk_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(STRIKEDESK_SANITIZE)
  target_compile_options(strikedesk_flags INTERFACE -fsanitize=${STRIKEDESK_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all -Wno-maybe-uninitialized -Wno-null-dereference)
  target_link_options(strikedesk_flags INTERFACE -fsanitize=${STRIKEDESK_SANITIZE})
endif()
find_program(MOLD_PROGRAM mold)
find_program(LLD_PROGRAM ld.lld)
if(MOLD_PROGRAM)
  target_link_options(strikedesk_flags INTERFACE -fuse-ld=mold)
elseif(LLD_PROGRAM)
  target_link_options(strikedesk_flags INTERFACE -fuse-ld=lld)
endif()

# strikedesk_room(NAME [QT] SOURCES … LINKS … PRIVATE_LINKS …)
# A static library of one room; header-only rooms become INTERFACE targets. QT turns on AUTOMOC.
function(strikedesk_room NAME)
  cmake_parse_arguments(ROOM "QT" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  if(ROOM_SOURCES)
    add_library(${NAME} STATIC ${ROOM_SOURCES})
    target_link_libraries(${NAME} PRIVATE strikedesk_flags ${ROOM_PRIVATE_LINKS} PUBLIC ${ROOM_LINKS})
    target_include_directories(${NAME} PUBLIC "${PROJECT_SOURCE_DIR}")
    if(ROOM_QT)
      set_target_properties(${NAME} PROPERTIES AUTOMOC ON)
    endif()
  else()
    add_library(${NAME} INTERFACE)
    target_link_libraries(${NAME} INTERFACE ${ROOM_LINKS})
    target_include_directories(${NAME} INTERFACE "${PROJECT_SOURCE_DIR}")
  endif()
endfunction()

# strikedesk_test(NAME [QT] SOURCES … LINKS … [LABELS …] [TIMEOUT seconds])
# One GoogleTest program; each test is a ctest entry. QT programs bring their own main from tests/support.
function(strikedesk_test NAME)
  cmake_parse_arguments(TEST "QT" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 60)
  endif()
  add_executable(${NAME} ${TEST_SOURCES})
  target_link_libraries(${NAME} PRIVATE strikedesk_flags ${TEST_LINKS} GTest::gtest GTest::gmock)
  if(TEST_QT)
    set_target_properties(${NAME} PROPERTIES AUTOMOC ON)
    target_sources(${NAME} PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/qt_test_main.cpp")
    target_link_libraries(${NAME} PRIVATE Qt6::Core)
  else()
    target_link_libraries(${NAME} PRIVATE GTest::gtest_main)
  endif()
  target_compile_definitions(${NAME} PRIVATE STRIKEDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set(labels "")
  if(TEST_LABELS)
    set(labels LABELS "${TEST_LABELS}")
  endif()
  gtest_discover_tests(${NAME} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT ${TEST_TIMEOUT} ${labels} ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
