internal import Assessment
internal import Form

/// The columns of the paper protocol and how the page lies: upright while the tasks leave room to write.
struct PaperLayout {
  enum Content {
    case number, code, variant, task, sum
  }

  struct Column {
    let content: Content
    let header: String
    /// The width in pixels of 1/96 inch.
    let pixels: Double
  }

  let columns: [Column]
  let isLandscape: Bool
  /// Whether the headers of the tasks stand upright.
  let isUpright: Bool

  /// The room between the margins of 1 cm, pixels.
  private static let (portrait, landscape) = (715.0, 1040.0)

  init(_ form: FormOutline) {
    let tasks = form.tasks
    let others: [Column] = [
      Column(content: .number, header: "№", pixels: 32), Column(content: .code, header: "Код", pixels: 64),
    ]
    let parts = form.criteria.parts
    let variants = parts == 1 ? 62.0 : 66.0
    let fixed = 32 + 64 + variants * Double(parts) + 58
    let upright = (Self.portrait - fixed) / Double(max(1, tasks.count))
    // 30 pixels are 8 mm: less is no room for a hand.
    isLandscape = upright < 30
    let room = isLandscape ? (Self.landscape - fixed) / Double(max(1, tasks.count)) : upright
    let pixels = min(78, max(21, room.rounded(.down)))
    let longest = tasks.map { $0.column.header.prefix { $0 != " " }.count }.max() ?? 0
    isUpright = Double(longest) * 8.5 > pixels || pixels < 31
    columns =
      others
      + form.columns.compactMap { column in
        switch column.content {
        case .variant: Column(content: .variant, header: column.header, pixels: variants)
        case .task: Column(content: .task, header: column.header, pixels: pixels)
        default: nil
        }
      } + [Column(content: .sum, header: "Сумма", pixels: 58)]
  }

  /// The widths in characters: each is 7 pixels of Calibri 11, and a column has 5 more.
  var widths: [Double] { columns.map { ($0.pixels - 5) / 7 } }
}
