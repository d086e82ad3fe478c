internal import Spreadsheet

/// How grave a finding is, from what was merely normalised to what cannot be checked.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case info, warning, query, error, fatal

  /// Orders from ``info`` to ``fatal``.
  public static func < (a: Self, b: Self) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }

  /// The word that people read.
  public var word: Text {
    switch self {
    case .info: Text("Сведения", "Info")
    case .warning: Text("Предупреждение", "Warning")
    case .query: Text("Требует пояснения", "Query")
    case .error: Text("Ошибка", "Error")
    case .fatal: Text("Отказ", "Fatal")
    }
  }
}

/// A step of the inspection, in the order in which they run.
public enum Phase: String, Sendable, CaseIterable {
  case container, table, types, rows, file, sources, plausibility, plan, custody, deadline, form

  /// What the step looks at, for «не проверялось: …».
  public var title: Text {
    switch self {
    case .container: Text("файлы", "files")
    case .table: Text("таблица и форма", "table and form")
    case .types: Text("значения ячеек", "cell values")
    case .rows: Text("строки по критериям", "rows against the criteria")
    case .file: Text("протокол целиком", "the whole protocol")
    case .sources: Text("сверка источников", "comparison of sources")
    case .plausibility: Text("правдоподобие", "plausibility")
    case .plan: Text("план", "the plan")
    case .custody: Text("передача материалов", "the chain of custody")
    case .deadline: Text("сроки", "deadlines")
    case .form: Text("записанная форма", "the written form")
    }
  }
}

/// What a rule rests on.
public struct Basis: Hashable, Sendable {
  /// The kind of ground.
  public enum Kind: String, Sendable {
    case form, procedure, order, policy, heuristic
  }

  /// The kind of ground.
  public let kind: Kind
  /// The document.
  public let document: Text
  /// The clause of it, if there is one.
  public let clause: String?
  /// How surely it is known: `high`, `medium` or `low`.
  public let confidence: String

  /// A ground with its document.
  public init(_ kind: Kind, _ document: Text, clause: String? = nil, confidence: String = "high") {
    self.kind = kind
    self.document = document
    self.clause = clause
    self.confidence = confidence
  }

  /// The electronic form that the school downloaded: its header, lists and checks.
  public static let form = Basis(.form, Text("форма сбора результатов ФИС ОКО", "ФИС ОКО results form"))
  /// The district's procedure of 2024.
  public static func procedure(_ clause: String) -> Basis {
    Basis(
      .procedure,
      Text(
        "порядок проведения ВПР с контролем объективности", "procedure of the ВПР with objectivity control"),
      clause: clause)
  }
  /// Practice: what goes wrong with people's files.
  public static let practice = Basis(
    .heuristic, Text("практика заполнения форм", "practice of filling forms"), confidence: "medium")
}

/// Where a finding is: names are resolved when it is printed.
public struct Place: Hashable, Sendable {
  /// The source, if the finding is about a file.
  public var source: Int?
  /// The cell, if it is about one.
  public var cell: CellLocation?
  /// The participant's code.
  public var participant: Int?
  /// The ordinal number of the class.
  public var schoolClass: Int?
  /// The task.
  public var task: TaskID?
  /// The header of the column.
  public var header: String?
  /// The line of the paper protocol, from one.
  public var line: Int?
  /// The entry of the plan or of the chain of custody: `edu380001 7-ГГ`.
  public var entry: String?

  /// A place; what is not known is left out.
  public init(
    source: Int? = nil, cell: CellLocation? = nil, participant: Int? = nil, schoolClass: Int? = nil,
    task: TaskID? = nil, header: String? = nil, line: Int? = nil, entry: String? = nil
  ) {
    self.source = source ?? cell?.source
    self.cell = cell
    self.participant = participant
    self.schoolClass = schoolClass
    self.task = task
    self.header = header
    self.line = line
    self.entry = entry
  }

  /// The same place as part of an entry of the plan.
  func of(_ entry: String?) -> Place {
    var place = self
    place.entry = entry
    return place
  }
}

/// What was expected in a place.
public struct Expectation: Hashable, Sendable {
  /// What kind of value: `points`, `code`, `variant`, `class`, `sex`, `mark`, `sum`, `header`, `file`, `day` …
  public let kind: String
  /// The values that would do, as the form spells them.
  public let values: [String]

  /// Values of a kind.
  public init(_ kind: String, _ values: [String]) {
    self.kind = kind
    self.values = values
  }
}

/// What stands in a place instead.
public struct Actual: Hashable, Sendable {
  /// The value as it was typed.
  public let raw: String
  /// The type of the cell: `text`, `number`, `date`, `boolean`, `failure`, `empty`, `formula`.
  public let type: String

  /// A value with its type.
  public init(raw: String, type: String) {
    self.raw = raw
    self.type = type
  }
}

/// Whether a mend may be done by the program.
public enum Applicability: String, Sendable {
  /// A person must decide.
  case display
  /// The program has done it, or can do it without a doubt.
  case safe
  /// The program could do it, but it changes what was meant.
  case unsafe
}

/// One thing that is wrong, unusual or worth knowing: pure data; the words are rendered from it.
public struct Finding: Sendable, Hashable {
  /// The code of the rule, for ever the same: `SCR004`.
  public let code: String
  /// How grave it is here; a policy may raise or lower a rule's own severity.
  public var severity: Severity
  /// The values of the message.
  public let parameters: [String: Parameter]
  /// Where it is.
  public let place: Place
  /// What was expected.
  public let expected: Expectation?
  /// What stands there.
  public let actual: Actual?
  /// The other cells of the same finding.
  public let related: [Place]
  /// Tells the finding again after the file has changed; no row number and no file name goes into it.
  public var fingerprint = ""
  /// The fingerprint of the finding under which this one is folded.
  public var cause: String?
  /// The words with which somebody explained it.
  public var explanation: String?
}
