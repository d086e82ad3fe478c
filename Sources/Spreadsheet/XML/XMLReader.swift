internal import CExpat
internal import Glibc

/// The strict way through a part: expat, with our limits, and no DTD at all.
///
/// expat stops entity bombs by itself but silently drops external entities, so the very word DOCTYPE is refused.
@safe final class XMLReader {
  private let events: any XMLEvents
  /// The same, if it asks where elements stand.
  private let places: (any XMLPlaces)?
  private let limits: Limits
  private let namespaces: Set<String>
  private var lastNamespace: [XML_Char] = []
  private var lastIsKnown = true
  private var depth = 0
  private var failure: SpreadsheetError?
  private var parser: OpaquePointer?

  /// Namespaces that count as known, in one set for every kind of part.
  static let known: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
    "http://schemas.microsoft.com/office/excel/2006/main",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
  ]

  private init(_ events: any XMLEvents, limits: Limits) {
    self.events = events
    places = events.places
    self.limits = limits
    namespaces = Self.known
  }

  /// Reads a whole part, given in pieces that follow one another.
  static func read(_ pieces: [ArraySlice<UInt8>], into events: any XMLEvents, limits: Limits)
    throws(SpreadsheetError)
  {
    let reader = XMLReader(events, limits: limits)
    try reader.run(pieces)
  }

  /// Reads a whole part.
  static func read(_ bytes: [UInt8], into events: any XMLEvents, limits: Limits) throws(SpreadsheetError) {
    try read([bytes[...]], into: events, limits: limits)
  }

  private func run(_ pieces: [ArraySlice<UInt8>]) throws(SpreadsheetError) {
    guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(bitPattern: XMLReader.joint)) else {
      throw SpreadsheetError(.xmlMalformed)
    }
    unsafe self.parser = parser
    defer { unsafe XML_ParserFree(parser) }
    unsafe install(on: parser)
    for (number, piece) in pieces.enumerated() {
      let isLast: Int32 = number == pieces.count - 1 ? 1 : 0
      // The bytes outlive the call; expat copies what it keeps.
      let status = unsafe piece.withUnsafeBytes { raw in
        unsafe XML_Parse(
          parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), isLast)
      }
      if let failure { throw failure }
      guard status == XML_STATUS_OK else { throw unsafe refusal(of: parser) }
    }
  }

  private func refusal(of parser: OpaquePointer) -> SpreadsheetError {
    let line = Int(unsafe XML_GetCurrentLineNumber(parser))
    switch unsafe XML_GetErrorCode(parser) {
    case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
      return SpreadsheetError(.badEncoding, line: line)
    default: return SpreadsheetError(.xmlMalformed, line: line)
    }
  }

  /// Hangs the handlers in; each gets this object back through expat's user data, which it does not outlive.
  private func install(on parser: OpaquePointer) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name = unsafe name else { return }
        let this = unsafe XMLReader.from(data)
        this?.guarded { this throws(SpreadsheetError) in unsafe try this.opened(name, attributes) }
      },
      { data, name in
        guard let name = unsafe name else { return }
        let this = unsafe XMLReader.from(data)
        this?.guarded { this throws(SpreadsheetError) in unsafe try this.closed(name) }
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text = unsafe text else { return }
      let this = unsafe XMLReader.from(data)
      this?.guarded { this throws(SpreadsheetError) in
        try unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          bytes throws(SpreadsheetError) in
          try unsafe this.events.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      }
    }
    unsafe XML_SetCommentHandler(parser) { data, text in
      guard let text = unsafe text else { return }
      let this = unsafe XMLReader.from(data)
      this?.guarded { this throws(SpreadsheetError) in
        if unsafe strlen(text) > this.limits.tokenBytes {
          throw SpreadsheetError(.xmlTokenTooLong, limit: this.limits.tokenBytes)
        }
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      let this = unsafe XMLReader.from(data)
      this?.guarded { _ throws(SpreadsheetError) in throw SpreadsheetError(.dtdForbidden) }
    }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
  }

  /// Runs a handler unless one has failed already; a failure stops the parser.
  private func guarded(_ body: (XMLReader) throws(SpreadsheetError) -> Void) {
    guard failure == nil else { return }
    do throws(SpreadsheetError) {
      try body(self)
    } catch {
      failure = error
      unsafe XML_StopParser(parser, 0)
    }
  }

  private func opened(
    _ name: UnsafePointer<XML_Char>, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) throws(SpreadsheetError) {
    depth += 1
    guard depth <= limits.depth else { throw SpreadsheetError(.xmlTooDeep, limit: limits.depth) }
    var count = 0
    while unsafe list?[2 * count] != nil, let value = unsafe list?[2 * count + 1] {
      guard unsafe strlen(value) <= limits.tokenBytes else {
        throw SpreadsheetError(.xmlTokenTooLong, limit: limits.tokenBytes)
      }
      count += 1
      guard count <= limits.attributes else {
        throw SpreadsheetError(.tooManyAttributes, limit: limits.attributes)
      }
    }
    let isKnown = unsafe isInKnownNamespace(name)
    places?.tag = tag
    try events.start(unsafe XMLElement(name: Self.local(name), isKnown: isKnown, attributes: list))
  }

  /// Elements of a part mostly share one namespace: the last one that was looked up is compared first.
  private func isInKnownNamespace(_ name: UnsafePointer<XML_Char>) -> Bool {
    guard let bar = unsafe strrchr(name, Int32(XMLReader.joint)) else { return true }
    let count = unsafe UnsafePointer(bar) - name
    let isLast = unsafe count == lastNamespace.count && strncmp(name, lastNamespace, count) == 0
    if !isLast {
      unsafe lastNamespace = Array(UnsafeBufferPointer(start: name, count: count))
      let text = String(decoding: lastNamespace.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      lastIsKnown = namespaces.contains(text)
    }
    return lastIsKnown
  }

  private func closed(_ name: UnsafePointer<XML_Char>) throws(SpreadsheetError) {
    depth -= 1
    places?.tag = tag
    try events.end(unsafe Self.local(name))
  }

  /// Where the tag of the current event stands in the part, bytes; empty behind an element that is one tag only.
  private var tag: Range<Int> {
    let start = Int(unsafe XML_GetCurrentByteIndex(parser))
    return start..<start + Int(unsafe XML_GetCurrentByteCount(parser))
  }

  /// Stands between namespace and local name as expat tells them: no local name can hold it, and no namespace but one
  /// that is written with `&#10;`, which expat refuses then.
  static var joint: UInt8 { UInt8(ascii: "\n") }

  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    unsafe String(
      cString: strrchr(name, Int32(XMLReader.joint)).map { unsafe UnsafePointer($0 + 1) } ?? name)
  }
}
