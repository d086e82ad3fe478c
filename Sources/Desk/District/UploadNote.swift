internal import Assessment
internal import HTTPTypes
internal import Hummingbird
internal import Registry
internal import SchoolCalendar

/// What somebody says of the upload of a form: that it has left, and what ФИС ОКО answered.
struct UploadNote: Sendable {
  /// What became of a form.
  enum Outcome: String, CaseIterable, Sendable {
    case uploaded, accepted, rejected

    func word(_ language: Language) -> String {
      switch self {
      case .uploaded: language.say("загружена, ответа ещё нет", "uploaded, no answer yet")
      case .accepted: language.say("принята", "taken")
      case .rejected: language.say("отклонена", "refused")
      }
    }
  }

  let outcome: Outcome
  /// The words of the system, as the person wrote them.
  let answer: String

  /// Reads what ``fields(_:)`` send.
  init(_ sent: SentForm) throws {
    guard let outcome = Outcome(rawValue: try sent.text("outcome", limit: 16)) else {
      throw HTTPError(.badRequest)
    }
    self.outcome = outcome
    answer = try sent.text("answer", limit: 1000)
  }

  /// Puts it down in the registry, where no words stand that may hold a name.
  func record(_ key: WorkKey, digest: String, in registry: DistrictRegistry, at moment: Moment) throws {
    switch outcome {
    case .uploaded: try registry.markUploaded(key, digest: digest, at: moment)
    case .accepted, .rejected:
      try registry.recordAnswer(
        key, digest: digest, isAccepted: outcome == .accepted,
        words: PersonName.isLikely(answer) ? "" : answer, at: moment)
    }
  }

  /// The fields of a form that says it.
  static func fields(_ language: Language) -> HTML {
    let options = Outcome.allCases.map { outcome -> HTML in
      "<option value=\"\(outcome.rawValue)\">\(outcome.word(language))</option>"
    }
    return """
      <label for="outcome">\(language.say("Что с формой", "What became of the form"))</label><select id="outcome" name="outcome">\(options)</select>
      <label for="answer">\(language.say("Что ответила система (без имён)", "What the system answered (no names)"))</label>
      <textarea id="answer" name="answer" rows="2" maxlength="1000"></textarea>
      <p><button class="quiet">\(language.say("Отметить", "Note it"))</button></p>
      """
  }
}
