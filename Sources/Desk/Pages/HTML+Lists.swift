extension HTML {
  /// A table that is pushed by itself where it is too wide, with keys too.
  ///
  /// - Parameters:
  ///   - label: what it is a table of, for a screen reader.
  ///   - heads: the heads of its columns; an empty one is a column without a head.
  ///   - kind: a class beside `list`.
  static func table(_ label: String, _ heads: [String], _ rows: [HTML], kind: String = "") -> HTML {
    let cells = heads.map { head -> HTML in head.isEmpty ? "<td></td>" : "<th scope=\"col\">\(head)</th>" }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(label)"><table class="list \(kind)"><thead><tr>\(
        cells)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  /// Findings below one another, in a part that scrolls, with keys too.
  static func cards(_ label: String, _ items: [HTML]) -> HTML {
    "<div class=\"cards\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\"><ol>\(items)</ol></div>"
  }
}
