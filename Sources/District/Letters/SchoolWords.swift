/// A finding in the words of a letter: a school has neither our command line nor the other schools' files.
struct SchoolWords {
  /// What is wrong.
  let message: String
  /// How to mend it; empty where the letter need not say.
  let mend: String

  /// The words for a finding that holds a work back.
  init(_ finding: FindingDocument) {
    let own = Self.own[finding.code]
    message = own?.message ?? finding.message.ru.replacing(Self.technical, with: "")
    mend = own?.mend ?? finding.fix.ru
  }

  /// A reason of the reader for programmers: « (zipMalformed)».
  private static var technical: Regex<Substring> { #/ \([A-Za-z][A-Za-z ,.]*\)/# }

  /// What is written for people at the program or at the centre, told anew for the school.
  private static let own: [String: (message: String?, mend: String)] = [
    "CRT004": (nil, "Пришлите форму этой работы, скачанную из ФИС ОКО."),
    "EXP003": (
      "Пояснения на листе проверки не к чему отнести: столбец «Отпечаток» удалён.",
      "Впишите пояснения ещё раз, в приложенную копию."
    ),
    "PLN009": (
      "В плане района этой работы нет.",
      "Проверьте предмет и класс в файле. Если они верны, напишите нам об этом."
    ),
    "PLN020": (
      nil, "Сверьте с бумажным протоколом и пришлите недостающее или напишите, почему участников столько."
    ),
    "PRT011": (nil, "Введите порядковый номер класса: вместо А — 1, вместо Б — 2 и так далее."),
    "SYS001": ("Проверка этого файла не удалась по нашей вине.", "От школы ничего не нужно: мы разберёмся."),
    "XCK007": (
      "Такие же строки пришли в файле другой работы или другой школы: похоже, прислан не тот файл.",
      "Проверьте файл и пришлите верный."
    ),
    // Whose they are is not said: a school gets no letter about another one.
    "XCK011": (
      "Коды участников в файле не те, что выданы вашей школе на эту работу.",
      "Проверьте, тот ли файл прислан, и сверьте коды с бумажным протоколом."
    ),
    "XCK010": (nil, "Проверьте логин в файле: исправьте его или подтвердите, что файл ваш."),
  ]
}
