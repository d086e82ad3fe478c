public import Assessment
public import Form
internal import Seasons

/// A form with the protocol in it, proven by reading it back.
public struct FilledForm: Sendable {
  /// The whole file; every cell was read back and equals the protocol.
  public let bytes: [UInt8]
  /// The inspection with the step of the reading back.
  public let inspection: Inspection
  /// Whether it was made from the criteria, because no form was given.
  public let isMade: Bool

  /// Whether a file that stands already may be replaced by this one: an empty form, or one with some of the same
  /// participants in it.
  public func mayReplace(_ old: [UInt8]) -> Bool {
    guard let before = try? DownloadedForm(old, name: ""), before.isGenuine else { return false }
    if before.description.filled.isEmpty { return true }
    let codes = Set(inspection.examination.record?.participants.compactMap(\.code.value) ?? [])
    return ImportedForm(before).rows.contains { $0.code.map(codes.contains) ?? false }
  }
}

/// Why there is no form; nothing was written then.
public enum FillingError: Error, Sendable {
  /// A fatal finding, an error or an unexplained query stands against it.
  case refused
  /// Nothing stands against it, by a policy that lowered a severity, and yet not every participant has all that the
  /// form needs.
  case incomplete
  /// The form cannot take the protocol, or none can be made.
  case form(FormError)
  /// The written form does not read back as the protocol: the inspection holds OUT001, or SYS001 when it is unreadable.
  case unproven(Inspection)
}

extension CheckAnswer {
  /// The form with the protocol in it: the downloaded one filled in place, or one made in the season's layout.
  ///
  /// - Parameter name: the name of the written file, for a form that is made; a downloaded one keeps its name.
  public func filled(name: String = "") throws(FillingError) -> FilledForm {
    guard let accepted = inspection.accepted else {
      throw inspection.isAccepted ? .incomplete : .refused
    }
    let bytes: [UInt8]
    do throws(FormError) {
      if let form { bytes = try form.filled(with: accepted) } else { bytes = try made(of: accepted) }
    } catch { throw .form(error) }
    let proven = reread(bytes, accepted, name: form?.name ?? name)
    guard proven.worst != .fatal else { throw .unproven(proven) }
    return FilledForm(bytes: bytes, inspection: proven, isMade: form == nil)
  }

  private func made(of accepted: AcceptedProtocol) throws(FormError) -> [UInt8] {
    let season = accepted.criteria.work?.season ?? 0
    guard let layout = try? regulations.seasons.layout(season: season) else {
      throw .noLayout(season: season)
    }
    do {
      return try FormMaker(layout: layout).form(of: accepted)
    } catch {
      throw .cannotMake("\(error)")
    }
  }

  private func reread(_ bytes: [UInt8], _ accepted: AcceptedProtocol, name: String) -> Inspection {
    do throws(FormError) {
      return inspection.reread(try Reread.differences(in: bytes, from: accepted, blank: form, name: name))
    } catch {
      return inspection.failed(
        Text(
          "записанная форма не читается обратно (\(error))", "the written form cannot be read back (\(error))"
        ))
    }
  }
}
