internal import Glibc

/// The start of an element, valid only while its handler runs.
///
/// Attributes stay where they are; a `String` is made of the one that is asked for, for most are not.
@safe struct XMLElement {
  /// The name without prefix or namespace.
  let name: String
  /// Whether it belongs to one of the namespaces that the reader was told to understand.
  let isKnown: Bool
  private let attributes: Attributes

  @safe private enum Attributes {
    /// expat's list of names and values in turn, ended by a null pointer; all of them end with a zero byte.
    case list(UnsafeMutablePointer<UnsafePointer<CChar>?>?)
    /// The rest of a tag whose attributes ``PlainXML`` has found to be plain.
    case tag(PlainAttributes)
  }

  init(name: String, isKnown: Bool, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.name = name
    self.isKnown = isKnown
    self.attributes = unsafe .list(attributes)
  }

  init(name: String, isKnown: Bool, attributes: PlainAttributes) {
    self.name = name
    self.isKnown = isKnown
    self.attributes = .tag(attributes)
  }

  /// The value of the attribute of that local name; one without a namespace first.
  subscript(name: StaticString) -> String? {
    switch attributes {
    case .list(let list):
      unsafe Self.value(of: name, in: list, isQualified: false)
        ?? Self.value(of: name, in: list, isQualified: true)
    case .tag(let tag): tag.value(of: name, isQualified: false)
    }
  }

  /// The value of a namespaced attribute such as `r:id`.
  func qualified(_ name: StaticString) -> String? {
    switch attributes {
    case .list(let list): unsafe Self.value(of: name, in: list, isQualified: true)
    case .tag(let tag): tag.value(of: name, isQualified: true)
    }
  }

  private static func value(
    of name: StaticString, in list: UnsafeMutablePointer<UnsafePointer<CChar>?>?, isQualified: Bool
  ) -> String? {
    var index = 0
    while let key = unsafe list?[index], let value = unsafe list?[index + 1] {
      index += 2
      let bar = unsafe strrchr(key, Int32(XMLReader.joint))
      guard unsafe (bar != nil) == isQualified else { continue }
      let local = unsafe bar.map { unsafe UnsafePointer($0 + 1) } ?? key
      let count = name.utf8CodeUnitCount
      let isSame = unsafe strlen(local) == count && memcmp(local, name.utf8Start, count) == 0
      if isSame { return unsafe String(cString: value) }
    }
    return nil
  }

  /// Whether a boolean attribute of XML Schema says yes.
  func flag(_ name: StaticString) -> Bool {
    self[name].map { $0 == "1" || $0 == "true" || $0 == "on" } ?? false
  }
}

/// Takes the events of one part in the order of the text.
protocol XMLEvents: AnyObject {
  /// The same object, if it asks where tags stand: a cast at run time would search all conformances of the program.
  var places: (any XMLPlaces)? { get }
  func start(_ element: XMLElement) throws(SpreadsheetError)
  func end(_ name: String) throws(SpreadsheetError)
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError)
}

extension XMLEvents {
  var places: (any XMLPlaces)? { nil }
  func end(_ name: String) throws(SpreadsheetError) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {}
}

/// Events that are told where their tags stand.
protocol XMLPlaces: XMLEvents {
  /// The bytes of the tag that the next event is about.
  var tag: Range<Int> { get set }
}

extension XMLPlaces {
  var places: (any XMLPlaces)? { self }
}
