import Assessment
import Console
import Form

/// Why a file could not be read as an export of ФИС ОКО, in words.
enum ExportWords {
  /// One sentence behind the file's name.
  static func text(of error: ExportError, _ name: String) -> String {
    "\(name): \(error.words[Say.language])."
  }
}
