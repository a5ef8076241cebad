# Compiler settings shared by every target, and the one function that makes a folder a library.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(OpenSSL 3 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(CURL REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBICAL REQUIRED IMPORTED_TARGET libical)

add_library(varsel_flags INTERFACE)
target_compile_options(varsel_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                              -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Werror=switch -Wno-missing-field-initializers
                                              -fstack-protector-strong)
target_include_directories(varsel_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(varsel_flags INTERFACE Threads::Threads)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(varsel_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
if(VARSEL_SANITIZE)
  # Without the four checks that the address sanitizer makes anyway, or that gcc's own vtables make costly: they double
  # the time of the build.
  target_compile_options(varsel_flags INTERFACE -fsanitize=${VARSEL_SANITIZE} -fno-sanitize-recover=all
                                                -fno-sanitize=null,alignment,vptr,object-size -fno-omit-frame-pointer)
  target_link_options(varsel_flags INTERFACE -fsanitize=${VARSEL_SANITIZE})
endif()

# varsel_library(NAME [USES folder...] [LINK third-party...] [WITHOUT folder...]): the library of the folder that calls it,
# from its own *.cpp and those of its sub-folders.
function(varsel_library name)
  cmake_parse_arguments(arg "" "" "USES;LINK;WITHOUT" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  foreach(folder ${arg_WITHOUT})
    list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
  endforeach()
  if(sources)
    add_library(varsel_${name} STATIC ${sources})
    target_link_libraries(varsel_${name} PUBLIC varsel_flags PRIVATE ${arg_LINK})
    foreach(used ${arg_USES})
      target_link_libraries(varsel_${name} PUBLIC varsel_${used})
    endforeach()
  else()
    add_library(varsel_${name} INTERFACE)
  endif()
endfunction()
