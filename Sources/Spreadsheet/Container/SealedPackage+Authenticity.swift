internal import CLate
internal import CNettle

extension SealedPackage {
  /// Whether an entry is as it was sealed: its authentication code is that of its encrypted bytes.
  ///
  /// libzip compares the code only when a reader reaches the end of the encrypted bytes, and inflating stops before it;
  /// a changed byte would pass. So the code is computed here over the bytes as they lie in the archive (WinZip AE:
  /// 16 bytes of salt, 2 of verification, the data, the first 10 of an HMAC-SHA1; keys by PBKDF2 with 1,000 rounds).
  static func isAuthentic(_ archive: OpaquePointer, _ index: Int, packed: Int, password: String) -> Bool {
    let (salt, check, code) = (16, 2, 10)
    guard packed >= salt + check + code,
      let file = unsafe zip_fopen_index(archive, UInt64(index), zip_flags_t(ZIP_FL_ENCRYPTED))
    else { return false }
    defer { unsafe zip_fclose(file) }
    var done = 0
    let sealed = unsafe [UInt8](unsafeUninitializedCapacity: packed) { buffer, count in
      while done < packed {
        let got = unsafe zip_fread(file, buffer.baseAddress?.advanced(by: done), UInt64(packed - done))
        guard got > 0 else { break }
        done += Int(got)
      }
      count = done
    }
    guard done == packed else { return false }
    let key = Array(password.utf8)
    // 32 bytes for AES, 32 for the code, 2 for verification.
    var keys = [UInt8](repeating: 0, count: 66)
    unsafe nettle_pbkdf2_hmac_sha1(key.count, key, 1_000, salt, Array(sealed[..<salt]), keys.count, &keys)
    var context = hmac_sha1_ctx()
    unsafe nettle_hmac_sha1_set_key(&context, 32, Array(keys[32..<64]))
    let data = Array(sealed[(salt + check)..<(packed - code)])
    unsafe nettle_hmac_sha1_update(&context, data.count, data)
    var digest = [UInt8](repeating: 0, count: code)
    unsafe nettle_hmac_sha1_digest(&context, code, &digest)
    return digest == Array(sealed[(packed - code)...])
  }
}
