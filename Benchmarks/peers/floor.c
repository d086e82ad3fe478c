// The least that filling a form in place can take: inflate its sheet, pass over the bytes once, deflate them again.
// Usage: floor DEFLATED SIZE COUNT [LEVEL]; DEFLATED holds the raw deflate stream of the sheet.
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **words) {
  if (count < 4) return 2;
  FILE *file = fopen(words[1], "rb");
  if (!file) return 1;
  static unsigned char packed[1 << 22];
  size_t length = fread(packed, 1, sizeof packed, file), size = strtoul(words[2], NULL, 10), used = 0;
  unsigned char *text = malloc(size), *copy = malloc(size);
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
  struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(count > 4 ? atoi(words[4]) : 1);
  size_t bound = libdeflate_deflate_compress_bound(deflater, size);
  unsigned char *out = malloc(bound);
  for (int number = atoi(words[3]); number > 0; number--) {
    if (libdeflate_deflate_decompress(inflater, packed, length, text, size, NULL)) return 1;
    // One pass from tag to tag, with a copy: what an editor of cells cannot do without.
    size_t place = 0;
    for (unsigned char *next; (next = memchr(text + place, '<', size - place)); place = next - text + 1)
      memcpy(copy + place, text + place, next - text + 1 - place);
    memcpy(copy + place, text + place, size - place);
    used = libdeflate_deflate_compress(deflater, copy, size, out, bound);
  }
  printf("%zu\n", used);
  return 0;
}
