// Everything is in the header; SwiftPM takes a C target only with a source file.
#include "CLinux.h"
