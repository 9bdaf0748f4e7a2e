#include "label-fixture.h"

#include <dmtx.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>

#define DMTX_TIME_MS 3000

void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->pixels, g_free);
}

static void
free_picture (gpointer data)
{
  picture_clear (data);
  g_free (data);
}

GHashTable *
create_fields (void)
{
  static const char *const fields[][2] = {
    { "address", "https://q.example.cn/t/L20261122-01/7K3M9QXT2B4WHD8P" },
    { "host", "q.example.cn" },
    { "lot", "L20261122-01" },
    { "serial", "7K3M9QXT2B4WHD8P" },
    { "product_name_zh", "五常稻花香大米 5 千克装" },
    { "product_name_en", "Wuchang fragrant rice, 5 kg bag" },
    { "produced", "2026-11-01" },
    { "expiry", "2027-11-01" },
    { "status", "released" },
    { "supplier_lot", "HLJ-2026-1101-A" },
    { "quantity", "1200 bag" },
    { "reason", "包装破损 Damaged packaging" },
    { "decided_by", "李敏 Li Min" },
    { "decided_at", "2026-11-22 10:41" },
    { "badge", "W1001-QC" },
    { "name", "李敏 Li Min" },
    { "role_zh", "检验员" },
    { "role_en", "Inspector" },
    { "prefix", "XC" },
    { "sscc", "395200010000000011" },
    { "gtin", "09520001000010" },
    { "count", "1200" },
    { "from", "杭州西湖茶业有限公司 浙江省杭州市西湖区龙井路 1 号" },
    { "to", "上海第三仓库 上海市浦东新区张江路 88 号 3 号门" },
    { "location", "A-03-2-15" },
    { "name_zh", "成品区三排二层" },
    { "name_en", "Finished goods, row 3, level 2" },
    { "station", "一号收货台" },
    { "sample", "3" },
    { "n", "13" },
    { "place", "第 17 箱 Carton 17" },
    { "taken_by", "李敏 Li Min" },
    { "taken_at", "2026-11-22 10:41" },
  };
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_hash_table_insert (table, g_strdup (fields[i][0]), g_strdup (fields[i][1]));
  return table;
}

VouchLabel *
create_label (const char *name, guint dpi)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) fields = create_fields ();
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (name, &error);
  VouchLabel *label;

  g_assert_no_error (error);
  label = vouch_label_new (template, fields, dpi, &error);
  g_assert_no_error (error);
  return label;
}

void
render (const VouchLabel *label, Picture *picture)
{
  guint stride;

  g_assert_true (vouch_label_render_grey (label, &picture->pixels, &picture->width, &picture->height, &stride));
  g_assert_cmpuint (stride, ==, picture->width);
}

/* "P5 width height 255" and the bytes, as pdftoppm writes it. */
static Picture *
load_pgm (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  Picture *picture = g_new0 (Picture, 1);
  gsize length;
  int start = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (data, "P5 %u %u 255%n", &picture->width, &picture->height, &start), ==, 2);
  g_assert_cmpuint (length, ==, (gsize)start + 1 + (gsize)picture->width * picture->height);
  picture->pixels = g_memdup2 (data + start + 1, length - (gsize)start - 1);
  return picture;
}

GPtrArray *
rasterise_pdf (const char *path, guint dpi)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *resolution = g_strdup_printf ("%u", dpi);
  g_autofree char *stem = g_strdup_printf ("%s.page", path);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *const argv[] = { "pdftoppm", "-gray", "-r", resolution, path, stem, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *pictures = g_ptr_array_new_with_free_func (free_picture);
  const char *name;

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".pgm"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (pictures, load_pgm (g_ptr_array_index (names, i)));
  return pictures;
}

GPtrArray *
read_bars (const Picture *picture)
{
  static const zbar_symbol_type_t types[] = { ZBAR_QRCODE, ZBAR_CODE128, ZBAR_EAN13 };
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  zbar_image_t *image = zbar_image_create ();
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    zbar_image_scanner_set_config (scanner, types[i], ZBAR_CFG_ENABLE, 1);
  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, 1);
  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, 1);
  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, picture->width, picture->height);
  zbar_image_set_data (image, picture->pixels, (gulong)picture->width * picture->height, NULL);
  zbar_scan_image (scanner, image);
  for (const zbar_symbol_t *at = zbar_image_first_symbol (image); at != NULL; at = zbar_symbol_next (at))
    g_ptr_array_add (texts, g_strndup (zbar_symbol_get_data (at), zbar_symbol_get_data_length (at)));
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
  return texts;
}

char *
read_data_matrix (const Picture *picture)
{
  DmtxImage *image = dmtxImageCreate (picture->pixels, (int)picture->width, (int)picture->height, DmtxPack8bppK);
  DmtxDecode *decode = dmtxDecodeCreate (image, 1);
  DmtxTime until = dmtxTimeAdd (dmtxTimeNow (), DMTX_TIME_MS);
  DmtxRegion *region;
  char *text = NULL;

  dmtxDecodeSetProp (decode, DmtxPropFnc1, 0x1d);
  while (text == NULL && (region = dmtxRegionFindNext (decode, &until)) != NULL)
    {
      DmtxMessage *message = dmtxDecodeMatrixRegion (decode, region, DmtxUndefined);

      if (message != NULL)
        text = g_strndup ((const char *)message->output, (gsize)message->outputIdx);
      dmtxMessageDestroy (&message);
      dmtxRegionDestroy (&region);
    }
  dmtxDecodeDestroy (&decode);
  dmtxImageDestroy (&image);
  return text;
}

gboolean
contains_text (const GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (g_ptr_array_index (texts, i), text) == 0)
      return TRUE;
  return FALSE;
}

char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("vouch-label-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
