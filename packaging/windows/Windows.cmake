# SPDX-License-Identifier: GPL-3.0-or-later
# Windows: the program with its icon and manifest, what windeployqt finds, and an installer by NSIS.
set(made ${CMAKE_CURRENT_BINARY_DIR}/windows)
telamon_rendered_icons(icon telamon.ico)
configure_file(windows/telamon.rc.in ${made}/telamon.rc @ONLY)
configure_file(windows/telamon.manifest.in ${made}/telamon.manifest @ONLY)
add_custom_target(telamon_windows_icon DEPENDS ${icon})

# A window's program has no terminal. "telamon call" in a prompt finds telamon.com first, which is the same program for a
# terminal; a shortcut starts telamon.exe.
get_target_property(program_source telamon SOURCES)
list(FILTER program_source INCLUDE REGEX "main\\.cpp$")
cmake_path(ABSOLUTE_PATH program_source BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/app)
qt_add_executable(telamon_terminal ${program_source})
target_link_libraries(telamon_terminal PRIVATE telamon_app)
target_compile_definitions(telamon_terminal PRIVATE TELAMON_APP_ID="${TELAMON_APP_ID}")
set_target_properties(telamon_terminal PROPERTIES OUTPUT_NAME telamon SUFFIX .com)
set_target_properties(telamon PROPERTIES WIN32_EXECUTABLE ON)

foreach(program telamon telamon_terminal)
    target_sources(${program} PRIVATE ${made}/telamon.rc)
    add_dependencies(${program} telamon_windows_icon)
    if(MSVC)
        target_sources(${program} PRIVATE ${made}/telamon.manifest) # CMake hands it to the linker
    else()
        set_property(SOURCE ${made}/telamon.rc DIRECTORY ${PROJECT_SOURCE_DIR}/app ${CMAKE_CURRENT_SOURCE_DIR}
            APPEND PROPERTY COMPILE_DEFINITIONS TELAMON_MANIFEST_IN_RESOURCE)
    endif()
endforeach()

install(TARGETS telamon telamon_terminal RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
foreach(library Qt6Keychain::Qt6Keychain simdjson::simdjson)
    get_target_property(kind ${library} TYPE)
    if(kind STREQUAL SHARED_LIBRARY)
        install(IMPORTED_RUNTIME_ARTIFACTS ${library} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
qt_generate_deploy_app_script(TARGET telamon FILENAME_VARIABLE deploy)
install(SCRIPT ${deploy})

set(CPACK_GENERATOR NSIS)
set(CPACK_NSIS_DISPLAY_NAME Telamon)
set(CPACK_NSIS_PACKAGE_NAME Telamon)
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_BINARY_DIR}/icons/telamon.ico)
set(CPACK_NSIS_MUI_UNIICON ${CMAKE_CURRENT_BINARY_DIR}/icons/telamon.ico)
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\telamon.exe")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON)
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
set(CPACK_NSIS_URL_INFO_ABOUT "${TELAMON_HOMEPAGE}")
