internal import Assessment

/// What an expert has to know before the first line, in the words of this form.
struct PaperWords {
  private let form: FormOutline

  init(_ form: FormOutline) { self.form = form }

  var text: String {
    let notCovered =
      form.offersNotCovered
      ? "тема не пройдена — «н/п» (всему классу или никому)." : "«н/п» форма этой работы не принимает."
    return [
      // After «X.» a capital letter would look like the initial and the surname of somebody, and the sheet travels.
      "Баллы пишите цифрами, от 0 до максимума: он в скобках под номером задания.",
      "Не приступал — X; \(notCovered)",
      "Участника не было — «отс.» в графе «Вариант», остальное пусто.",
      "Неверный балл зачеркните, рядом напишите верный и распишитесь. Фамилии участников здесь не пишут.",
      "Наибольшая сумма — \(form.criteria.total).",
    ].joined(separator: " ")
  }
}
