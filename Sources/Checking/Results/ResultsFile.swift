public import Assessment
public import Form

/// A file that statistics are counted from: a keyed protocol or filled form of one school, or Ф1 of one or many.
public struct ResultsFile: Sendable {
  /// The school, when it is told beside the file; else the title block, or the file's name, tells it.
  public let school: String?
  /// The name without its folder.
  public let name: String
  /// The whole file.
  public let bytes: [UInt8]

  /// A file with its name and its bytes.
  public init(school: String? = nil, name: String, bytes: [UInt8]) {
    self.school = school
    self.name = name
    self.bytes = bytes
  }

  /// The name without its extension.
  var stem: String {
    name.lastIndex(of: ".").map { String(name[..<$0]) }.flatMap { $0.isEmpty ? nil : $0 } ?? name
  }
}

/// Why results cannot be counted.
public enum ResultsError: Error, Sendable {
  /// A file is neither a protocol nor Ф1; with what the check says of it.
  case unreadable(file: String, Text)
  /// A file claims to be an export and is not whole.
  case export(file: String, ExportError)
  /// A file is another export than Ф1.
  case otherExport(file: String, ExportKind)
  /// Two files of one work have different tasks or maxima.
  case tasksDiffer(file: String, work: String)
  /// A participant of a school stands in two files.
  case twice(file: String, school: String, code: Int)
}

/// Works that are in a file and could not be counted.
public struct LeftOut: Sendable, Hashable {
  /// Why.
  public enum Reason: Sendable, Hashable {
    /// Points or code are missing or not understood.
    case incomplete
    /// The points do not make the stated score.
    case sumDiffers
  }

  /// The file's name.
  public let file: String
  /// Why.
  public let reason: Reason
  /// How many works.
  public let works: Int
}
