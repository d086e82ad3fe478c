/// How something is done in one of the programs that schools use, where the programs differ.
public struct MendingSteps: Sendable, Hashable {
  /// The program's name.
  public let program: String
  /// What to choose in its menus, in the order in which it is done.
  public let steps: Text

  /// Steps in a program.
  public init(_ program: String, _ steps: Text) {
    self.program = program
    self.steps = steps
  }
}

extension [MendingSteps] {
  /// The names of the programs, as they are sold.
  private static var excel: String { "Excel" }
  private static var libreOffice: String { "LibreOffice" }
  private static var myOffice: String { "МойОфис" }

  /// Saving as a workbook.
  static let savingAsXLSX = [
    MendingSteps(
      excel,
      Text(
        "«Файл → Сохранить как», тип файла «Книга Excel (*.xlsx)».",
        "File → Save As, type “Excel Workbook (*.xlsx)”.")),
    MendingSteps(
      libreOffice,
      Text(
        "«Файл → Сохранить как», тип файла «Excel 2007–365 (.xlsx)»; на вопрос о формате ответьте «Использовать формат Excel».",
        "File → Save As, type “Excel 2007–365 (.xlsx)”; when asked, keep the Excel format.")),
    MendingSteps(
      myOffice, Text("«Файл → Сохранить как», тип файла XLSX.", "File → Save As, type XLSX.")),
  ]

  /// Taking a password off.
  static let removingPassword = [
    MendingSteps(
      excel,
      Text(
        "«Файл → Сведения → Защита книги → Зашифровать с использованием пароля», сотрите пароль, сохраните.",
        "File → Info → Protect Workbook → Encrypt with Password, clear the password, save.")),
    MendingSteps(
      libreOffice,
      Text(
        "«Файл → Сохранить как», снимите флажок «Сохранить с паролем».",
        "File → Save As, untick “Save with password”.")),
    MendingSteps(
      myOffice,
      Text(
        "В меню «Файл» откройте защиту паролем, снимите пароль (нужен нынешний), сохраните.",
        "Open the password protection in the menu File, remove the password (the current one is asked for), save."
      )),
  ]

  /// Putting values in the place of formulas.
  static let pastingValues = [
    MendingSteps(
      excel,
      Text(
        "Выделите ячейки, Ctrl+C, затем «Главная → Вставить → Значения».",
        "Select the cells, Ctrl+C, then Home → Paste → Values.")),
    MendingSteps(
      libreOffice,
      Text(
        "Выделите ячейки, «Данные → Вычислить → Формулу в значение».",
        "Select the cells, Data → Calculate → Formula to Value.")),
    MendingSteps(
      myOffice,
      Text(
        "Выделите ячейки, Ctrl+C, затем в меню «Правка» вставьте только значения.",
        "Select the cells, Ctrl+C, then paste values only from the menu Edit.")),
  ]

  /// Showing what is hidden.
  static let unhiding = [
    MendingSteps(
      excel,
      Text(
        "Фильтр: «Данные → Очистить». Строки и столбцы: Ctrl+A, правой кнопкой по номеру строки или букве столбца, «Показать».",
        "Filter: Data → Clear. Rows and columns: Ctrl+A, right-click a row number or a column letter, Unhide."
      )),
    MendingSteps(
      libreOffice,
      Text(
        "Фильтр: «Данные → Другие фильтры → Сбросить фильтр». Строки и столбцы: Ctrl+A, «Формат → Строки → Показать», «Формат → Столбцы → Показать».",
        "Filter: Data → More Filters → Reset Filter. Rows and columns: Ctrl+A, Format → Rows → Show, Format → Columns → Show."
      )),
    MendingSteps(
      myOffice,
      Text(
        "Снимите фильтр на вкладке «Данные». Выделите лист, правой кнопкой по номеру строки или букве столбца, «Показать».",
        "Take the filter off in Data. Select the sheet, right-click a row number or a column letter, Show.")),
  ]

  /// Saving text so that every program reads it alike.
  static let savingAsText = [
    MendingSteps(
      excel,
      Text(
        "«Файл → Сохранить как», тип файла «CSV UTF-8 (*.csv)».", "File → Save As, type “CSV UTF-8 (*.csv)”.")
    ),
    MendingSteps(
      libreOffice,
      Text(
        "«Файл → Сохранить как», тип файла «Текст CSV», флажок «Изменить параметры фильтра», кодировка «Юникод (UTF-8)».",
        "File → Save As, type “Text CSV”, tick “Edit filter settings”, character set “Unicode (UTF-8)”.")),
    MendingSteps(
      myOffice, Text("«Файл → Сохранить как», тип файла XLSX.", "File → Save As, type XLSX.")),
  ]

  /// Moving a block of cells.
  static let movingCells = [
    MendingSteps(
      excel,
      Text(
        "Выделите баллы, Ctrl+X, щёлкните ячейку, с которой они должны начинаться, Ctrl+V.",
        "Select the points, Ctrl+X, click the cell where they must begin, Ctrl+V.")),
    MendingSteps(
      libreOffice,
      Text(
        "То же; если программа предупредит, что ячейки уже заполнены, проверьте место вставки.",
        "The same; when it warns that the cells are not empty, check the place.")),
    MendingSteps(
      myOffice,
      Text(
        "То же. Не перетаскивайте строки целиком: вместе с баллами уедут коды.",
        "The same. Do not drag whole rows: the codes would go with the points.")),
  ]
}
