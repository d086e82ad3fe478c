internal import Assessment
internal import Objectivity

/// The sentences that every report may use.
extension Statement {
  /// A sign was found: what was seen, what was expected, how rare it is.
  ///
  /// - Parameters:
  ///   - place: in what: a subject and grade, or several works.
  ///   - comparisons: how many were looked at together.
  static func sign(
    _ grade: EvidenceGrade, in place: Text, sign: Text, seen: Text, expected: Text, p: Double, q: Double?,
    comparisons: Int
  ) -> Statement {
    func chances(_ language: Language) -> String {
      let figures = Figures(language)
      var text = "p " + figures.probability(p)
      if let q, comparisons > 1 {
        let noun = Plural.word(comparisons, "сравнение", "сравнения", "сравнений")
        text += language.say(
          ", с поправкой на \(comparisons) \(noun) q \(figures.probability(q))",
          ", corrected for \(comparisons) comparisons q \(figures.probability(q))")
      }
      return text
    }
    return Statement(
      grade,
      "\(place.ru): выявлен признак, требующий дополнительного изучения: \(sign.ru). Наблюдалось \(seen.ru); при случайном распределении ожидалось \(expected.ru) (\(chances(.ru))). \(WordingLint.disclaimers[0])",
      "\(place.en): a sign that asks for a closer look: \(sign.en). Seen: \(seen.en); by chance one would expect \(expected.en) (\(chances(.en))). \(WordingLint.disclaimers[1])"
    )
  }

  /// The innocent causes; they follow every sign.
  static let causes = Statement(
    .description,
    "Возможные причины: особенности состава класса, углублённое изучение, различие вариантов, трактовка критериев у границы отметки, ошибки ввода.",
    "Possible causes: who is in the class, a subject taught in depth, different variants, how criteria are read near a boundary, slips in keying."
  )

  /// Nothing was found, and what could have been.
  static func nothing(participants n: Int, detectable: Text) -> Statement {
    let noun = n % 10 == 1 && n % 100 != 11 ? "участнике" : "участниках"
    return Statement(
      .description,
      "Признаков не выявлено. При \(n) \(noun) расчёт способен обнаружить лишь \(detectable.ru); отсутствие признака не подтверждает объективность.",
      "No signs. With \(n) participant\(n == 1 ? "" : "s") the method can find only \(detectable.en); that there is no sign does not confirm objectivity."
    )
  }

  /// A difference that is rare by itself and not among so many comparisons.
  static func rareAmongMany(p: Double, q: Double, comparisons: Int) -> Statement {
    let (ru, en) = (Figures(.ru), Figures(.en))
    let noun = Plural.word(comparisons, "сравнении", "сравнениях", "сравнениях")
    return Statement(
      .description,
      "Признак не отмечается. Отличие само по себе редкое (p \(ru.probability(p))), но при \(comparisons) \(noun) такое случается и без причины (q \(ru.probability(q))).",
      "No sign is noted. The difference is rare by itself (p \(en.probability(p))), but among \(comparisons) comparisons such a one comes without a cause (q \(en.probability(q)))."
    )
  }

  /// Too few for a conclusion about this set.
  static func tooFew(_ n: Int) -> Statement {
    n < 5
      ? Statement(
        .description,
        "Участников \(n): сведений недостаточно, показаны только количества; строку не публикуйте, по ней можно узнать ученика.",
        "Participants: \(n). Too few to say anything, counts only; do not publish this row, a pupil might be recognised."
      )
      : Statement(
        .description,
        "Участников \(n): выводы по отдельной работе не делаются; данные учтены в сводной строке.",
        "Participants: \(n). Nothing is concluded from this set alone; its data count in the pooled row.")
  }

  /// There is nobody to compare with.
  static let noReference = Statement(
    .description,
    "Сравнить не с кем: нужны результаты других школ той же работы (в командной строке --rest ФАЙЛ).",
    "There is nobody to compare with: results of other schools in the same work are needed (--rest FILE on the command line)."
  )

  /// How the whole report is meant.
  static let purpose = Statement(
    .description,
    "Статистика показывает, на что посмотреть внимательнее. Она не оценивает школы и учителей: результаты ВПР для этого не предназначены.",
    "Statistics show what deserves a closer look. They do not assess schools or teachers: ВПР results are not meant for that."
  )
}
