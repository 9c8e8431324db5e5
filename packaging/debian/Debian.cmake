# SPDX-License-Identifier: GPL-3.0-or-later
# The deb. The maintainer is whoever builds it, by the variables of Debian's tools: DEBFULLNAME and DEBEMAIL.
set(TELAMON_DEB_REVISION 1 CACHE STRING "Revision of the Debian package")

set(name "The authors of Telamon")
set(mail "telamon@telamon.invalid") # says of itself that nobody reads it
if(NOT "$ENV{DEBFULLNAME}" STREQUAL "")
    set(name "$ENV{DEBFULLNAME}")
endif()
if(NOT "$ENV{DEBEMAIL}" STREQUAL "")
    set(mail "$ENV{DEBEMAIL}")
endif()
set(TELAMON_DEB_MAINTAINER "${name} <${mail}>")
string(TIMESTAMP TELAMON_DEB_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)

set(made ${CMAKE_CURRENT_BINARY_DIR}/debian)
configure_file(debian/changelog.in ${made}/changelog.Debian @ONLY)
add_custom_command(OUTPUT ${made}/changelog.Debian.gz
    COMMAND ${TELAMON_GZIP} -9nkf ${made}/changelog.Debian
    DEPENDS ${made}/changelog.Debian VERBATIM)
add_custom_target(telamon_debian_files ALL DEPENDS ${made}/changelog.Debian.gz)
# Where "cmake --install" is called by hand, a folder of Debian's has no place.
install(FILES ${made}/changelog.Debian.gz debian/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/telamon
    COMPONENT debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL Unspecified debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${TELAMON_DEB_REVISION})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${TELAMON_DEB_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# The summary of all packages comes before it.
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Telamon lists the organizations, projects and clusters of MongoDB Atlas, with
their alerts, search indexes, backups and events, and filters them as you
type. It changes them through forms that know the rules of every field, shows
what a change will do before it is sent, and keeps a journal of what came of
it. Secrets stay in the keychain of the desktop.

The same calls work without a window, for scripts, and a sandbox with made-up
data lets you try it without an account.")
# Linked libraries are found by their symbols. Named here is what is only loaded while running: the keychain's library,
# the database's driver, the readers of SVG, and the files that TLS and time zones need.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "dbus-user-session | dbus-session-bus, gnome-keyring | kwalletmanager | keepassxc, qt6-wayland")
