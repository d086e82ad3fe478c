public import Assessment
internal import Registry
public import Reports
internal import SchoolCalendar

extension JSON {
  /// The answer of `oko custody list`: the chains with their hops, what is missing, the findings.
  public init(custody book: CustodyBook, _ inspection: Inspection) {
    self = .object([
      ("schema", .string("oko/custody/1")),
      (
        "chains",
        .array(
          book.chains.map { chain in
            .object([
              ("school", .string(chain.school)), ("work", .string(chain.work.id)),
              ("direct", .bool(chain.isDirect)),
              (
                "hops",
                .array(
                  book.hops.filter { $0.key.school == chain.school && $0.key.work == chain.work }.map {
                    JSON($0)
                  })
              ),
              ("missing", .array(chain.missing.map { .int($0.rawValue) })),
            ])
          })
      ), ("findings", .array(JSON.findings(of: inspection))),
    ])
  }

  private init(_ hop: CustodyHop) {
    self = .object([
      ("step", .int(hop.hop)), ("at", .string("\(hop.at)")), ("from", .string(hop.giver)),
      ("to", .string(hop.taker)),
      ("what", .string(hop.what)), ("works", JSON(hop.works)), ("note", .string(hop.note)),
    ])
  }
}
