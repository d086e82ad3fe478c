internal import Assessment
internal import Spreadsheet

extension ReadingNote.Word {
  /// What was noticed, in words for people; the compiler sees to it that none is left out.
  var words: Text {
    switch self {
    case .badEntryName: Text("в архиве есть части с чужими именами", "the archive has parts with odd names")
    case .zipMalformed: Text("архив собран необычно", "the archive is put together in an unusual way")
    case .badCellRef: Text("адрес ячейки записан неверно", "a cell's address is written wrongly")
    case .badRelTarget: Text("части файла связаны окольно", "the parts are linked in a roundabout way")
    case .badNumber: Text("число или дата записаны неверно", "a number or a date is written wrongly")
    case .rowMismatch: Text("ячейка стоит не в своей строке", "a cell stands in another row than its own")
    case .duplicateRow: Text("строка записана дважды", "a row stands twice")
    case .duplicateCell:
      Text("ячейка записана дважды, взята последняя", "a cell stands twice, the last one holds")
    case .errorCell: Text("в ячейке ошибка таблицы", "a cell holds an error")
    case .hiddenSheet: Text("есть скрытый лист", "a sheet is hidden")
    case .encodingGuess: Text("кодировка определена по тексту", "the encoding was inferred")
    case .delimiterGuess: Text("необычный разделитель", "an unusual separator")
    case .csvBadQuote: Text("кавычка внутри поля", "a quotation mark inside a field")
    case .csvRagged: Text("в строках разное число полей", "rows differ in their number of fields")
    case .mangledCode: Text("длинное число превращено в вид 1,2E+11", "a long number was turned into 1.2E+11")
    case .nameMismatch:
      Text("расширение не соответствует содержимому", "the extension is not what the file is")
    case .badStyle: Text("у ячейки неизвестный стиль", "a cell has an unknown style")
    case .badRange: Text("диапазон записан неверно", "a range is written wrongly")
    case .notWorksheet: Text("есть лист с диаграммой", "there is a chart sheet")
    }
  }
}
