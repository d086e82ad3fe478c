internal import CExpat
internal import CLate
internal import CNettle

/// The C libraries that read and write files, as this machine has them.
public enum Libraries {
  /// Their names and versions, in the order of their names.
  public static var versions: [(name: String, version: String)] {
    let expat = XML_ExpatVersionInfo()
    return [
      ("expat", "\(expat.major).\(expat.minor).\(expat.micro)"),
      ("libxlsxwriter", unsafe String(cString: lxw_version())),
      ("libzip", unsafe String(cString: zip_libzip_version())),
      ("nettle", "\(nettle_version_major()).\(nettle_version_minor())"),
    ]
  }

  /// Whether libzip can seal packages: some distributions build it without encryption.
  public static var canSeal: Bool { zip_encryption_method_supported(zip_uint16_t(ZIP_EM_AES_256), 1) == 1 }
}
