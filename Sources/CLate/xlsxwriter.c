#include <xlsxwriter.h>

#include "late.h"

static void *found(const char *name) {
  return address(dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_LAZY), name);
}

LATE(void, format_set_align, (lxw_format *a, uint8_t b), a, b)
LATE(void, format_set_bg_color, (lxw_format *a, lxw_color_t b), a, b)
LATE(void, format_set_bold, (lxw_format *a), a)
LATE(void, format_set_border, (lxw_format *a, uint8_t b), a, b)
LATE(void, format_set_border_color, (lxw_format *a, lxw_color_t b), a, b)
LATE(void, format_set_bottom, (lxw_format *a, uint8_t b), a, b)
LATE(void, format_set_font_color, (lxw_format *a, lxw_color_t b), a, b)
LATE(void, format_set_font_name, (lxw_format *a, const char *b), a, b)
LATE(void, format_set_font_size, (lxw_format *a, double b), a, b)
LATE(void, format_set_italic, (lxw_format *a), a)
LATE(void, format_set_num_format, (lxw_format *a, const char *b), a, b)
LATE(void, format_set_rotation, (lxw_format *a, int16_t b), a, b)
LATE(void, format_set_shrink, (lxw_format *a), a)
LATE(void, format_set_text_wrap, (lxw_format *a), a)
LATE(void, format_set_unlocked, (lxw_format *a), a)
LATE(const char *, lxw_version, (void))
LATE(void, lxw_workbook_free, (lxw_workbook *a), a)
LATE(lxw_format *, workbook_add_format, (lxw_workbook *a), a)
LATE(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *a, const char *b), a, b)
LATE(lxw_error, workbook_close, (lxw_workbook *a), a)
LATE(lxw_workbook *, workbook_new_opt, (const char *a, lxw_workbook_options *b), a, b)
LATE(lxw_error, workbook_set_properties, (lxw_workbook *a, lxw_doc_properties *b), a, b)
LATE(lxw_error, workbook_validate_sheet_name, (lxw_workbook *a, const char *b), a, b)
LATE(void, worksheet_activate, (lxw_worksheet *a), a)
LATE(lxw_error, worksheet_autofilter,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e), a, b, c, d, e)
LATE(void, worksheet_center_horizontally, (lxw_worksheet *a), a)
LATE(lxw_error, worksheet_conditional_format_range,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e, lxw_conditional_format *f), a, b, c, d, e, f)
LATE(lxw_error, worksheet_data_validation_range,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e, lxw_data_validation *f), a, b, c, d, e, f)
LATE(void, worksheet_fit_to_pages, (lxw_worksheet *a, uint16_t b, uint16_t c), a, b, c)
LATE(void, worksheet_freeze_panes, (lxw_worksheet *a, lxw_row_t b, lxw_col_t c), a, b, c)
LATE(void, worksheet_gridlines, (lxw_worksheet *a, uint8_t b), a, b)
LATE(void, worksheet_hide, (lxw_worksheet *a), a)
LATE(lxw_error, worksheet_merge_range,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e, const char *f, lxw_format *g),
  a, b, c, d, e, f, g)
LATE(lxw_error, worksheet_print_area,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e), a, b, c, d, e)
LATE(lxw_error, worksheet_repeat_rows, (lxw_worksheet *a, lxw_row_t b, lxw_row_t c), a, b, c)
LATE(lxw_error, worksheet_set_column_opt,
  (lxw_worksheet *a, lxw_col_t b, lxw_col_t c, double d, lxw_format *e, lxw_row_col_options *f), a, b, c, d, e, f)
LATE(lxw_error, worksheet_set_footer, (lxw_worksheet *a, const char *b), a, b)
LATE(lxw_error, worksheet_set_header, (lxw_worksheet *a, const char *b), a, b)
LATE(void, worksheet_set_landscape, (lxw_worksheet *a), a)
LATE(void, worksheet_set_margins, (lxw_worksheet *a, double b, double c, double d, double e), a, b, c, d, e)
LATE(void, worksheet_set_paper, (lxw_worksheet *a, uint8_t b), a, b)
LATE(lxw_error, worksheet_set_row_opt,
  (lxw_worksheet *a, lxw_row_t b, double c, lxw_format *d, lxw_row_col_options *e), a, b, c, d, e)
LATE(void, worksheet_set_tab_color, (lxw_worksheet *a, lxw_color_t b), a, b)
LATE(lxw_error, worksheet_write_blank, (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, lxw_format *d), a, b, c, d)
LATE(lxw_error, worksheet_write_comment_opt,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, const char *d, lxw_comment_options *e), a, b, c, d, e)
LATE(lxw_error, worksheet_write_formula_num,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, const char *d, lxw_format *e, double f), a, b, c, d, e, f)
LATE(lxw_error, worksheet_write_formula_str,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, const char *d, lxw_format *e, const char *f), a, b, c, d, e, f)
LATE(lxw_error, worksheet_write_number,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, double d, lxw_format *e), a, b, c, d, e)
LATE(lxw_error, worksheet_write_string,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, const char *d, lxw_format *e), a, b, c, d, e)
LATE(lxw_error, worksheet_write_url_opt,
  (lxw_worksheet *a, lxw_row_t b, lxw_col_t c, const char *d, lxw_format *e, const char *f, const char *g),
  a, b, c, d, e, f, g)
