// Functions of libraries that are opened when one of them is called first. libzip and libxlsxwriter bring libcrypto along,
// whose 4,200 symbols took 1.3 ms of every start; most runs make no workbook and meet no archive that is not plain.
#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

// A function of this program that calls the one of the library. The header of the library has declared it, so that the
// compiler refuses other types. Two threads that are here at once find the same address.
#define LATE(result, name, parameters, ...)                        \
  result name parameters {                                         \
    static __typeof__(&name) _Atomic late;                         \
    if (!late) late = (__typeof__(&name))found(#name);             \
    return late(__VA_ARGS__);                                      \
  }

// Where a library has a function. Without the library the program ends as if it had been linked with it.
static inline void *address(void *library, const char *name) {
  void *address = library ? dlsym(library, name) : NULL;
  if (address) return address;
  fprintf(stderr, "%s\n", dlerror());
  _exit(127);
}
