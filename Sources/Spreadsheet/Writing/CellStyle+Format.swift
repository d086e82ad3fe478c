internal import CLate

extension CellStyle {
  /// Puts the style into one of libxlsxwriter's formats.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, "Calibri")
    unsafe format_set_font_size(format, fontSize)
    if isBold { unsafe format_set_bold(format) }
    if isItalic { unsafe format_set_italic(format) }
    if wraps { unsafe format_set_text_wrap(format) }
    if shrinks { unsafe format_set_shrink(format) }
    if !isLocked { unsafe format_set_unlocked(format) }
    if rotation != 0 { unsafe format_set_rotation(format, Int16(max(-90, min(90, rotation)))) }
    if let fill { unsafe format_set_bg_color(format, fill.code) }
    if let textColour { unsafe format_set_font_color(format, textColour.code) }
    if let numberFormat { unsafe format_set_num_format(format, numberFormat) }
    if hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if hasLineBelow { unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let borderColour { unsafe format_set_border_color(format, borderColour.code) }
    unsafe format_set_align(format, horizontal.code)
    unsafe format_set_align(format, vertical.code)
  }
}

extension CellStyle.Colour {
  /// libxlsxwriter's number for the colour: its black is not 0, which means none.
  var code: lxw_color_t { rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : rgb }
}

extension CellStyle.Horizontal {
  fileprivate var code: UInt8 {
    switch self {
    case .general: UInt8(LXW_ALIGN_NONE.rawValue)
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
    case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
    }
  }
}

extension CellStyle.Vertical {
  fileprivate var code: UInt8 {
    switch self {
    case .bottom: UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue)
    case .center: UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
    case .top: UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    }
  }
}
