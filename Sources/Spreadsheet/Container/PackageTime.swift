internal import Glibc

/// The time of a ZIP entry: MS-DOS counts local time in steps of two seconds from 1980.
enum PackageTime {
  /// The MS-DOS time and day of a moment that libzip has made of them in the zone of this machine.
  static func dos(_ moment: Int) -> UInt32 {
    var seconds = time_t(moment)
    var parts = unsafe tm()
    guard unsafe localtime_r(&seconds, &parts) != nil, unsafe parts.tm_year >= 80, unsafe parts.tm_year < 208
    else {
      return PackageWriter.epoch
    }
    let time = unsafe UInt32(parts.tm_hour) << 11 | UInt32(parts.tm_min) << 5 | UInt32(parts.tm_sec / 2)
    let day = unsafe UInt32(parts.tm_year - 80) << 9 | UInt32(parts.tm_mon + 1) << 5 | UInt32(parts.tm_mday)
    return day << 16 | time
  }
}
