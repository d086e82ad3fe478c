import Assessment
import Blanks
import Console
import Spreadsheet

extension BlankOptions {
  /// The rows of the sheet: the codes that were named, or the first ones of the work.
  ///
  /// - Parameters:
  ///   - roster: the path of a list of codes, in place of `--codes`.
  ///   - empty: how many rows there are when nothing was said of them.
  func rows(_ outline: FormOutline?, roster: String? = nil, empty: Int = 30) throws(Failure) -> SheetRows {
    if codes != nil, roster != nil {
      throw .usage("Укажите что-нибудь одно: --codes или --roster.", "Give one of --codes and --roster.")
    }
    var named = try codes.map { text throws(Failure) in try Self.codes(text) }
    if let roster { named = try Self.codes(ofRoster: roster) }
    let permitted = outline?.criteria.terms.codes
    if let odd = named?.first(where: { permitted?.contains($0) == false }), let permitted {
      throw .usage(
        "Код \(odd) не этой работы: у неё коды от \(permitted.lowerBound) до \(permitted.upperBound).",
        "Code \(odd) is not of this work: its codes are \(permitted.lowerBound) to \(permitted.upperBound).")
    }
    if let count, count < 1 || count > SheetRows.most {
      throw .usage(
        "Строк может быть от 1 до \(SheetRows.most), указано \(count).",
        "There may be 1 to \(SheetRows.most) rows, not \(count).")
    }
    if named == nil, let count, let permitted {
      let first = Array(permitted.prefix(count))
      note(first)
      named = first
    }
    guard let rows = SheetRows(codes: named ?? [], count: count ?? (named == nil ? empty : nil)) else {
      throw .usage("В списке нет ни одного кода.", "The list holds no code.")
    }
    return rows
  }

  /// That these codes are a guess is said once, where it does not mix with the answer.
  private func note(_ codes: [Int]) {
    guard let first = codes.first, let last = codes.last else { return }
    Standard.error(
      say(
        "Вписаны первые коды этой работы, \(first)–\(last). Если выданы другие, укажите их: --codes \(first)-\(last)",
        "The first codes of this work were filled in, \(first)–\(last). If others were given out, name them: --codes \(first)-\(last)"
      ))
  }

  private static func codes(_ text: String) throws(Failure) -> [Int] {
    guard let codes = SheetRows.codes(in: text) else {
      throw .usage(
        "Коды указаны неверно: «\(shown: text)». Нужен вид 40001-40030,40041, каждый код один раз.",
        "The codes «\(shown: text)» are not like 40001-40030,40041, each code once.")
    }
    return codes
  }

  private static func codes(ofRoster path: String) throws(Failure) -> [Int] {
    let file = try InputFile(path)
    let source = Source(name: file.name, role: .roster, bytes: file.bytes)
    guard let roster = Roster(source) else {
      throw Failure(
        .unreadable,
        say(
          "\(file.name): список кодов не прочитан — нужна таблица со столбцом «Код».",
          "\(file.name): the code list was not read; it needs a table with a column «Код»."))
    }
    if let place = roster.unclear.first {
      throw Failure(
        .findings,
        say(
          "\(file.name), ячейка \(place.cell): в строке списка нет кода. Впишите его или уберите строку.",
          "\(file.name), cell \(place.cell): a row of the list has no code. Enter it, or take the row out."))
    }
    let codes = roster.entries.map(\.code)
    var seen: Set<Int> = []
    if let twice = codes.first(where: { !seen.insert($0).inserted }) {
      throw Failure(
        .findings,
        say(
          "\(file.name): код \(twice) стоит в списке дважды.",
          "\(file.name): the code \(twice) stands in the list twice."))
    }
    return codes
  }
}
