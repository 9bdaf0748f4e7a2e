/* A customer's report with a photograph is the largest thing that strangers send. Whatever comes, what is read of it
 * lies within it. */
#include <string.h>

#include "vouch-lookup-multipart.h"
#include "vouch-lookup-photo.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_photo (const VouchLookupForm *form, const guint8 *data, gsize size)
{
  gsize length;
  const guint8 *photo = vouch_lookup_form_get_photo (form, &length);

  if (photo == NULL)
    return;
  g_assert_true (photo > data && photo + length < data + size);
  g_assert_null (memmem (photo, length, "\r\n--x", 5));
  vouch_lookup_photo_is_picture (photo, length);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const fields[] = { "kind", "text", "contact", "consent", "lot", "serial", "key" };
  g_autofree guint8 *copy = g_memdup2 (data, size); /* exactly as large, for the sanitizers */
  g_autofree char *type = g_strndup ((const char *)data, MIN (size, 200));
  g_autoptr (VouchLookupForm) form =
      vouch_lookup_multipart_parse ("multipart/form-data; boundary=x", (const char *)copy, size, NULL);

  for (gsize i = 0; form != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = vouch_lookup_form_get (form, fields[i]);

      g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
    }
  if (form != NULL)
    check_photo (form, copy, size);
  if (vouch_lookup_multipart_is (type))
    vouch_lookup_form_free (vouch_lookup_multipart_parse (type, (const char *)copy, size, NULL));
  return 0;
}
