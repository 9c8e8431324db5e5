# SPDX-License-Identifier: GPL-3.0-or-later
# A free desktop's places: program, desktop entry, AppStream metadata, icons, man page, completion.
set(TELAMON_HOMEPAGE_ELEMENT "")
if(TELAMON_HOMEPAGE)
    set(TELAMON_HOMEPAGE_ELEMENT "<url type=\"homepage\">${TELAMON_HOMEPAGE}</url>")
endif()
set(made ${CMAKE_CURRENT_BINARY_DIR}/linux)
configure_file(linux/telamon.desktop.in ${made}/${TELAMON_APP_ID}.desktop @ONLY)
configure_file(linux/telamon.metainfo.xml.in ${made}/${TELAMON_APP_ID}.metainfo.xml @ONLY)
configure_file(linux/telamon.1.in ${made}/telamon.1 @ONLY)

find_program(TELAMON_GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${made}/telamon.1.gz
    COMMAND ${TELAMON_GZIP} -9nkf ${made}/telamon.1
    DEPENDS ${made}/telamon.1 VERBATIM)

set(sizes 16 22 24 32 48 64 128 256 512)
list(TRANSFORM sizes REPLACE "(.+)" "telamon-\\1.png" OUTPUT_VARIABLE pictures)
telamon_rendered_icons(rendered ${pictures} telamon.ico telamon.icns)
add_custom_target(telamon_desktop_files ALL DEPENDS ${rendered} ${made}/telamon.1.gz)

set_target_properties(telamon PROPERTIES INSTALL_RPATH "") # the system's libraries, and no folder beside the program
install(TARGETS telamon RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${made}/${TELAMON_APP_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${made}/${TELAMON_APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${made}/telamon.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES linux/telamon.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME telamon)
set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/telamon.svg
    DESTINATION ${hicolor}/scalable/apps RENAME ${TELAMON_APP_ID}.svg)
foreach(size IN LISTS sizes)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/icons/telamon-${size}.png
        DESTINATION ${hicolor}/${size}x${size}/apps RENAME ${TELAMON_APP_ID}.png)
endforeach()
