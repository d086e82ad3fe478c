internal import CMalloc
internal import Glibc

/// What a program that reads and writes packages sets once, at its start; nothing depends on it but the time it takes.
public enum ReadingProcess {
  /// Sets the time zone and the ways of the memory.
  public static func prepare() {
    // libzip turns the time of every entry into a moment and back, and without a zone in the environment the C library
    // looks the zone's file up each time (20 times a workbook). The zone itself cancels out; no other code of ours asks.
    unsafe setenv("TZ", "UTC0", 1)
    // The sheet of a form takes nearly a megabyte, several times over. The C library would give such blocks back to the
    // system and take them anew, page by page, which is a quarter of the filling of a form and a tenth of a conversion.
    mallopt(M_MMAP_THRESHOLD, 16 << 20)
    mallopt(M_TRIM_THRESHOLD, 32 << 20)
    mallopt(M_TOP_PAD, 1 << 20)
  }
}
