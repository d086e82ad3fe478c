public import Spreadsheet

/// One file that was given to an inspection: its name, what it is for, and what the reader made of it.
public struct Source: Sendable {
  /// What a file is for.
  public enum Role: String, Sendable, CaseIterable {
    case transcription, scores, form, roster, plan, enclosure, export

    /// The word that people read.
    public var word: Text {
      switch self {
      case .transcription: Text("запись протокола", "transcription")
      case .scores: Text("баллы комиссии", "scores sheet")
      case .form: Text("скачанная форма", "downloaded form")
      case .roster: Text("список кодов", "code list")
      case .plan: Text("план", "plan")
      case .export: Text("выгрузка ФИС ОКО", "ФИС ОКО export")
      case .enclosure: Text("файл пакета", "file of a package")
      }
    }
  }

  /// The file's name without its folder, as it may be shown: see `ShownName`.
  public let name: String
  /// The name as it was given.
  package let ownName: String
  /// What the file is for.
  public let role: Role
  /// The SHA-256 of its bytes.
  public let digest: String
  /// The workbook, or why it was refused.
  public let outcome: Result<Workbook, SpreadsheetError>

  /// A file that was read already.
  public init(name: String, role: Role, digest: String, outcome: Result<Workbook, SpreadsheetError>) {
    self.name = ShownName.path(name)
    ownName = name
    self.role = role
    self.digest = digest
    self.outcome = outcome
  }

  /// Reads a file.
  public init(name: String, role: Role, bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) {
    let outcome: Result<Workbook, SpreadsheetError>
    do throws(SpreadsheetError) {
      outcome = .success(try Workbook(reading: bytes, options))
    } catch {
      outcome = .failure(error)
    }
    self.init(name: name, role: role, digest: sha256(bytes), outcome: outcome)
  }

  /// A file whose reading did not come to an end.
  public init(unread name: String, role: Role, bytes: [UInt8]) {
    let outcome = Result<Workbook, SpreadsheetError>.failure(SpreadsheetError(.notRead))
    self.init(name: name, role: role, digest: sha256(bytes), outcome: outcome)
  }

  /// A file that is data and no table, such as a plan in JSON.
  public init(data name: String, role: Role, bytes: [UInt8]) {
    self.init(name: name, role: role, digest: sha256(bytes), outcome: .success(.withoutSheets))
  }

  /// The workbook, if it was read.
  public var workbook: Workbook? { try? outcome.get() }

  /// Why it was refused, if it was.
  public var refusal: SpreadsheetError? {
    if case .failure(let error) = outcome { error } else { nil }
  }

  /// The extension of the name in lower case, without the dot; empty when there is none.
  public var fileExtension: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
