# SPDX-License-Identifier: GPL-3.0-or-later
# Every define, warning and sanitizer of the project, carried by one target that each layer links.
add_library(telamon_options INTERFACE)
target_include_directories(telamon_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(telamon_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

if(MSVC)
    target_compile_options(telamon_options INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${TELAMON_WERROR}>:/WX>)
else()
    target_compile_options(telamon_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
        -Woverloaded-virtual
        $<$<CONFIG:Debug>:-Wnull-dereference> # at -O3, GCC 12 sees some inside the standard library
        $<$<CXX_COMPILER_ID:GNU>:-Wsuggest-override>
        # Several files compiled as one: to GCC, the names that are private to a file then seem to be in a header.
        $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wno-subobject-linkage>
        $<$<BOOL:${TELAMON_WERROR}>:-Werror>)
endif()

if(UNIX AND NOT APPLE)
    # What is shipped is hardened as Debian's own packages are, and links only to what it uses.
    target_compile_options(telamon_options INTERFACE
        "$<$<CONFIG:Release>:-fstack-protector-strong;-Wformat;-Werror=format-security;-D_FORTIFY_SOURCE=2>")
    target_link_options(telamon_options INTERFACE
        "$<$<CONFIG:Release>:LINKER:-z,relro;LINKER:-z,now;LINKER:--as-needed>")
endif()

if(TELAMON_SANITIZE)
    target_compile_options(telamon_options INTERFACE -fsanitize=${TELAMON_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(telamon_options INTERFACE -fsanitize=${TELAMON_SANITIZE})
endif()

if(TELAMON_TESTS)
    # Not in a release: the bench measures what is shipped.
    target_compile_definitions(telamon_options INTERFACE $<$<NOT:$<CONFIG:Release>>:QT_FORCE_ASSERTS>)
endif()

find_program(TELAMON_MOLD mold)
if(TELAMON_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_link_options(telamon_options INTERFACE -fuse-ld=mold)
endif()

find_program(TELAMON_CCACHE ccache)
if(TELAMON_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${TELAMON_CCACHE})
endif()
