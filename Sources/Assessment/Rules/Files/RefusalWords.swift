package import Spreadsheet

/// What stands behind each reason for which a file is refused, in words for people; the compiler sees to it that none
/// is left out.
extension SpreadsheetError.Reason {
  package var words: Text {
    switch self {
    case .emptyFile: Text("файл пуст", "the file is empty")
    case .notSpreadsheet:
      Text("это не таблица: документ другого вида", "this is no spreadsheet but another kind of file")
    case .legacyXls: Text("книга Excel 97–2003 (.xls)", "an Excel 97–2003 workbook (.xls)")
    case .oleContainer:
      Text("документ старого образца (контейнер OLE)", "a document of the old kind (OLE container)")
    case .xlsbUnsupported: Text("двоичная книга Excel (.xlsb)", "a binary Excel workbook (.xlsb)")
    case .htmlNotXls: Text("веб-страница (HTML)", "a web page (HTML)")
    case .xmlSpreadsheet: Text("таблица в формате XML", "an XML spreadsheet")
    case .encrypted: Text("файл закрыт паролем", "the file is locked with a password")
    case .zipMalformed: Text("файл обрезан или повреждён", "the file is cut short or damaged")
    case .zipInconsistent:
      Text("файл повреждён: его оглавление неверно", "the file is damaged: its directory is wrong")
    case .zipMethod: Text("файл сжат неизвестным способом", "the file is compressed in an unknown way")
    case .zipBomb: Text("после распаковки файл слишком велик", "the file is too large once it is unpacked")
    case .zipOverlap: Text("части файла перекрываются", "parts of the file overlap")
    case .tooManyEntries: Text("в файле слишком много частей", "the file has too many parts")
    case .badEntryName: Text("у части файла недопустимое имя", "a part of the file has a forbidden name")
    case .symlinkEntry: Text("в файле есть ссылка на другой файл", "the file holds a link to another file")
    case .nestedArchive:
      Text("внутри лежит ещё архив: распакуйте его", "there is an archive inside: unpack it")
    case .crcMismatch:
      Text("файл повреждён: контрольная сумма не сходится", "the file is damaged: a checksum is wrong")
    case .inflateError:
      Text("файл повреждён и не распаковывается", "the file is damaged and cannot be unpacked")
    case .missingPart: Text("в файле нет нужной части", "a part of the file is missing")
    case .badRelTarget:
      Text("части файла неверно связаны между собой", "the parts of the file are linked wrongly")
    case .dtdForbidden: Text("в файле есть запрещённое описание типа (DTD)", "the file holds a forbidden DTD")
    case .xmlMalformed: Text("разметка файла повреждена", "the markup of the file is damaged")
    case .xmlTooDeep: Text("разметка файла слишком вложенная", "the markup of the file is nested too deeply")
    case .xmlTokenTooLong: Text("разметка файла слишком длинная", "the markup of the file is too long")
    case .badSharedString:
      Text("ячейка ссылается на текст, которого нет", "a cell refers to text that is not there")
    case .tooManyStrings: Text("в файле слишком много текстов", "the file holds too many texts")
    case .stringTooLong: Text("текст в ячейке слишком длинный", "the text of a cell is too long")
    case .badNumber: Text("число в ячейке повреждено", "the number of a cell is damaged")
    case .badCellRef: Text("неверный адрес ячейки", "the address of a cell is wrong")
    case .badRowRef: Text("неверный номер строки", "the number of a row is wrong")
    case .badRepeat:
      Text("неверное число повторений ячейки или строки", "a cell or row is repeated a wrong number of times")
    case .tooManySheets: Text("в книге слишком много листов", "the workbook has too many sheets")
    case .tooManyRows: Text("на листе слишком много строк", "a sheet has too many rows")
    case .tooManyColumns: Text("на листе слишком много столбцов", "a sheet has too many columns")
    case .tooManyCells:
      Text("в книге слишком много заполненных ячеек", "the workbook has too many filled cells")
    case .tooManyMerges:
      Text("на листе слишком много объединённых ячеек", "a sheet has too many merged cells")
    case .textFileTooLarge: Text("текстовый файл слишком велик", "the text file is too large")
    case .tooManyAttributes:
      Text("разметка файла необычно сложна", "the markup of the file is unusually complex")
    case .badEncoding:
      Text("текст файла повреждён: кодировка неизвестна", "the text is damaged: its encoding is unknown")
    case .csvUnclosedQuote: Text("кавычка в тексте не закрыта", "a quotation mark is not closed")
    case .cannotWrite: Text("записать файл не удалось", "the file could not be written")
    case .notRead: Text("файл не прочитан из-за сбоя", "the file was not read because of a failure")
    }
  }

  /// The rule that speaks of the reason: a password, an old format, or anything else.
  var rule: String {
    switch self {
    case .encrypted: "FIL002"
    case .legacyXls, .oleContainer, .xlsbUnsupported, .htmlNotXls, .xmlSpreadsheet: "FIL003"
    default: "FIL001"
    }
  }
}

extension SpreadsheetError {
  /// The reason word with the part, the line and the limit, where they are known.
  ///
  /// A part is named only if its name is one that a spreadsheet program gives: others may be names of people's files.
  var details: Text {
    let isOurs = part.map { $0.utf8.count <= 80 && $0.utf8.allSatisfy { (33...126).contains($0) } } ?? false
    func text(_ partWord: String, _ lineWord: String, _ limitWord: String) -> String {
      let known = [
        isOurs ? part.map { "\(partWord) \($0)" } : nil, line.map { "\(lineWord) \($0)" },
        limit.map { "\(limitWord) \($0)" },
      ]
      return ([reason.rawValue] + known.compactMap { $0 }).joined(separator: ", ")
    }
    return Text(text("часть", "строка", "предел"), text("part", "line", "limit"))
  }
}

extension Reporter {
  /// Reports the sources that were refused for a reason of this rule.
  mutating func reportRefusals(in examination: Examination) {
    for (index, source) in examination.sources.enumerated() {
      guard let refusal = source.refusal, refusal.reason.rule == code else { continue }
      report(
        Place(source: index),
        [
          "role": .words(source.role.title), "problem": .words(refusal.reason.words),
          "details": .words(refusal.details),
        ],
        expected: Expectation("file", ["xlsx", "ods", "csv"]),
        actual: Actual(raw: refusal.reason.rawValue, type: "reason"))
    }
  }
}

extension Source.Role {
  /// The file of the role at the beginning of a sentence.
  var title: Text {
    switch self {
    case .transcription: Text("Запись протокола", "The transcription")
    case .scores: Text("Лист баллов", "The scores sheet")
    case .form: Text("Форма", "The form")
    case .roster: Text("Список кодов", "The code list")
    case .export: Text("Выгрузка ФИС ОКО", "The ФИС ОКО export")
    case .plan: Text("План", "The plan")
    case .enclosure: Text("Файл пакета", "The file of a package")
    }
  }
}
