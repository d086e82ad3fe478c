#include <xlsxwriter.h>
#include <zip.h>
