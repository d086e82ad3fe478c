/// A look as elements of a styles part; `p` is the part's prefix (ECMA-376, part 1, 18.8).
extension CellStyle {
  func font(_ p: String) -> String {
    let size = CellValue.shortest(fontSize)
    let colour = textColour.map { "<\(p)color rgb=\"\($0.argb)\"/>" } ?? ""
    return "<\(p)font>\(isBold ? "<\(p)b/>" : "")\(isItalic ? "<\(p)i/>" : "")<\(p)sz val=\"\(size)\"/>"
      + "\(colour)<\(p)name val=\"Calibri\"/><\(p)family val=\"2\"/></\(p)font>"
  }

  func border(_ p: String) -> String {
    let colour = "<\(p)color rgb=\"\((borderColour ?? 0x000000).argb)\"/>"
    let sides = ["left", "right", "top", "bottom"].map { "<\(p)\($0) style=\"thin\">\(colour)</\(p)\($0)>" }
    return "<\(p)border>\(sides.joined())<\(p)diagonal/></\(p)border>"
  }

  func alignment(_ p: String) -> String {
    let across: String? =
      switch horizontal {
      case .general: nil
      case .left: "left"
      case .center: "center"
      case .right: "right"
      }
    let along =
      switch vertical {
      case .bottom: "bottom"
      case .center: "center"
      case .top: "top"
      }
    return "<\(p)alignment\(across.map { " horizontal=\"\($0)\"" } ?? "") vertical=\"\(along)\""
      + "\(wraps ? " wrapText=\"1\"" : "")/>"
  }
}

extension CellStyle.Colour {
  /// The colour as a styles part writes it: `FFRRGGBB`.
  var argb: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
