# What `cpack` makes: a Debian package and a plain archive. Included at the end of the top-level list, after the
# programs have their install rules.
set(CPACK_PACKAGE_NAME "strikedesk")
set(CPACK_PACKAGE_VENDOR "The Strikedesk authors")
set(CPACK_PACKAGE_CONTACT "The Strikedesk authors <maintainers@strikedesk.invalid>")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Desktop terminal for US equity-options day traders")
set(CPACK_PACKAGE_DESCRIPTION "Charts, chain, ticket, journal and a simulated venue in one native program.
 Orders are recorded before they leave and reconciled after every restart.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_RESOURCE_FILE_README "${PROJECT_SOURCE_DIR}/README.md")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_SOURCE_IGNORE_FILES "/build" "/\\.git/" "/shots/")

if(WIN32)
  set(CPACK_GENERATOR ZIP)
else()
  set(CPACK_GENERATOR TGZ)
  find_program(DPKG_PROGRAM dpkg)
  if(DPKG_PROGRAM)
    list(APPEND CPACK_GENERATOR DEB)
  endif()
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# The libraries a program links are found by dpkg-shlibdeps; plugins and data are not, so they are named.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-jetbrains-mono, fonts-noto-core, gnome-keyring")

include(GNUInstallDirs)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}")
# A desktop entry for a program that is not in the package would be a dead icon.
if(UNIX AND NOT APPLE AND TARGET strikedesk)
  install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/io.github.strikedesk.Strikedesk.desktop"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
  install(FILES "${PROJECT_SOURCE_DIR}/packaging/linux/io.github.strikedesk.Strikedesk.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
endif()

include(CPack)
