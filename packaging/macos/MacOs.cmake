# SPDX-License-Identifier: GPL-3.0-or-later
# macOS: a bundle with what macdeployqt finds, in a disk image. sign.sh signs it and has it notarised.
telamon_rendered_icons(icon telamon.icns)
set(icon_file ${CMAKE_CURRENT_BINARY_DIR}/icons/telamon.icns)
add_custom_target(telamon_bundle_icon DEPENDS ${icon})
add_dependencies(telamon telamon_bundle_icon)

set_target_properties(telamon PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Telamon
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/macos/Info.plist.in
    INSTALL_RPATH "@executable_path/../Frameworks")
install(TARGETS telamon BUNDLE DESTINATION . RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${icon_file} DESTINATION Telamon.app/Contents/Resources)
qt_generate_deploy_app_script(TARGET telamon FILENAME_VARIABLE deploy)
install(SCRIPT ${deploy})

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Telamon)
