// Writes a form like the downloaded ones with plain libxlsxwriter, COUNT times: 1,498 prepared rows with formats, lists
// and totals, of which 30 hold values. Usage: writing FILE COUNT.
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum { ROWS = 1498, TASKS = 19, COLUMNS = TASKS + 6 };

static void form(const char *path) {
  lxw_workbook *book = workbook_new(path);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Протокол");
  lxw_format *format = workbook_add_format(book);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_unlocked(format);
  for (int column = 0; column < COLUMNS; column++) worksheet_write_string(sheet, 0, column, "1 (2б)", format);
  for (int row = 1; row <= ROWS; row++) {
    for (int column = 0; column < COLUMNS - 1; column++) {
      if (row <= 30) worksheet_write_number(sheet, row, column, column ? row * column % 3 : 40000 + row, format);
      else worksheet_write_blank(sheet, row, column, format);
    }
    char formula[64];
    snprintf(formula, sizeof formula, "=IF(LEN(C%d)>0,SUM(C%d:U%d),\"\")", row + 1, row + 1, row + 1);
    worksheet_write_formula_num(sheet, row, COLUMNS - 1, formula, format, 0);
  }
  char *list[] = {"0", "1", "2", "X", NULL};
  for (int column = 1; column < COLUMNS - 1; column++) {
    lxw_data_validation check = {.validate = LXW_VALIDATION_TYPE_LIST, .value_list = list};
    worksheet_data_validation_range(sheet, 1, column, ROWS, column, &check);
  }
  if (workbook_close(book)) exit(1);
}

int main(int count, char **words) {
  if (count != 3) return 2;
  for (int number = atoi(words[2]); number > 0; number--) form(words[1]);
  return 0;
}
