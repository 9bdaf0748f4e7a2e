/* Bodies on their way: how much room there is for all, and for one address. */
#include <string.h>

#include "vouch-lookup-uploads.h"

#define MIB G_GUINT64_CONSTANT (1048576)
#define LARGE (5 * MIB)

static VouchLookupAddress
address_of (const char *text)
{
  VouchLookupAddress address;

  g_assert_true (vouch_lookup_address_read (text, strlen (text), &address));
  return address;
}

static guint
begin_many (VouchLookupUploads *self, VouchLookupUpload *uploads, guint n, const char *address, guint64 length)
{
  VouchLookupAddress whose = address_of (address);

  for (guint i = 0; i < n; i++)
    if (!vouch_lookup_uploads_begin (self, &uploads[i], &whose, length))
      return i;
  return n;
}

static void
test_all_have_a_measure (void)
{
  VouchLookupUploads self = { 0 };
  VouchLookupUpload uploads[20] = { 0 }, words[4] = { 0 }, late[1] = { 0 };

  vouch_lookup_uploads_init (&self, 0);
  g_assert_cmpuint (begin_many (&self, uploads, 20, "192.0.2.1", LARGE), ==, 19);
  g_assert_cmpuint (begin_many (&self, words, 4, "192.0.2.1", 32 * 1024), ==, 4);
  g_assert_cmpuint (begin_many (&self, late, 1, "192.0.2.2", LARGE), ==, 0);
  vouch_lookup_uploads_end (&self, &uploads[7]);
  g_assert_cmpuint (begin_many (&self, late, 1, "192.0.2.2", LARGE), ==, 1);
}

static void
test_an_address_has_its_share (void)
{
  VouchLookupUploads self = { 0 };
  VouchLookupUpload first[8] = { 0 }, second[8] = { 0 }, third[8] = { 0 }, neighbours[8] = { 0 };

  vouch_lookup_uploads_init (&self, 4);
  g_assert_cmpuint (begin_many (&self, first, 8, "192.0.2.1", LARGE), ==, 4);
  g_assert_cmpuint (begin_many (&self, second, 8, "192.0.2.2", LARGE), ==, 4);
  /* An IPv6 address is chosen freely within its network. */
  g_assert_cmpuint (begin_many (&self, third, 3, "2001:db8::1", LARGE), ==, 3);
  g_assert_cmpuint (begin_many (&self, neighbours, 8, "2001:db8::2", LARGE), ==, 1);
  vouch_lookup_uploads_end (&self, &first[0]);
  g_assert_cmpuint (begin_many (&self, &first[0], 1, "192.0.2.1", LARGE), ==, 1);
  g_assert_cmpuint (begin_many (&self, &first[4], 1, "192.0.2.1", LARGE), ==, 0);
}

static void
test_what_never_began_ends_too (void)
{
  VouchLookupUploads self = { 0 };
  VouchLookupUpload none = { 0 }, refused = { 0 };

  vouch_lookup_uploads_init (&self, 4);
  g_assert_cmpuint (begin_many (&self, &refused, 1, "192.0.2.1", 97 * MIB), ==, 0);
  vouch_lookup_uploads_end (&self, &refused);
  vouch_lookup_uploads_end (&self, &none);
  g_assert_cmpuint (self.length, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup-uploads/all-have-a-measure", test_all_have_a_measure);
  g_test_add_func ("/lookup-uploads/an-address-has-its-share", test_an_address_has_its_share);
  g_test_add_func ("/lookup-uploads/what-never-began-ends-too", test_what_never_began_ends_too);
  return g_test_run ();
}
