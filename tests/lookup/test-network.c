#include "vouch-lookup-network.h"

#include <arpa/inet.h>
#include <string.h>

#include "vouch-error.h"

static VouchLookupAddress
read_address (const char *text)
{
  VouchLookupAddress address;

  g_assert_true (vouch_lookup_address_read (text, strlen (text), &address));
  return address;
}

static void
assert_address (const VouchLookupAddress *address, const char *expected)
{
  VouchLookupAddress right = read_address (expected);

  g_assert_cmpmem (address->bytes, sizeof address->bytes, right.bytes, sizeof right.bytes);
}

static void
test_networks_have_their_addresses (void)
{
  static const struct
  {
    const char *network, *address;
    gboolean is_in;
  } cases[] = {
    { "192.0.2.7", "192.0.2.7", TRUE },
    { "192.0.2.7", "192.0.2.6", FALSE },
    { "192.0.2.7", "::ffff:192.0.2.7", TRUE },
    { "10.0.0.0/8", "10.255.1.2", TRUE },
    { "10.0.0.0/8", "11.0.0.0", FALSE },
    { "10.1.128.0/17", "10.1.200.1", TRUE },
    { "10.1.128.0/17", "10.1.127.255", FALSE },
    { "0.0.0.0/0", "203.0.113.9", TRUE },
    { "0.0.0.0/0", "2001:db8::1", FALSE },
    { "2001:db8::/33", "2001:db8:7fff::1", TRUE },
    { "2001:db8::/33", "2001:db8:8000::1", FALSE },
    { "::1", "::1", TRUE },
    { "::/0", "192.0.2.1", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const texts[] = { "198.51.100.1", cases[i].network, NULL };
      g_autoptr (VouchLookupNetworks) networks = vouch_lookup_networks_new (texts, NULL);
      VouchLookupAddress address = read_address (cases[i].address);

      g_assert_nonnull (networks);
      g_test_message ("%s in %s", cases[i].address, cases[i].network);
      g_assert_cmpint (vouch_lookup_networks_contain (networks, &address), ==, cases[i].is_in);
    }
}

static void
test_what_is_no_network_is_named (void)
{
  static const char *const wrong[] = { "",          "10.0.0.0/33", "10.0.0.0/",   "10.0.0/8",
                                       "localhost", "::1/129",     "10.0.0.1:80", "[::1]",
                                       " 10.0.0.1", "10.0.0.0/-1", "10.0.0.0/8x" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *const texts[] = { wrong[i], NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_lookup_networks_new (texts, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, wrong[i]));
    }
}

static void
test_no_networks_have_nobody (void)
{
  g_autoptr (VouchLookupNetworks) networks = vouch_lookup_networks_new (NULL, NULL);
  VouchLookupAddress address = read_address ("127.0.0.1");

  g_assert_false (vouch_lookup_networks_contain (networks, &address));
}

static void
test_only_believed_proxies_are_looked_behind (void)
{
  static const char *const proxies[] = { "127.0.0.1", "10.0.0.0/8", NULL };
  static const struct
  {
    const char *peer, *forwarded, *expected;
  } cases[] = {
    { "127.0.0.1", NULL, "127.0.0.1" },
    { "127.0.0.1", "", "127.0.0.1" },
    { "127.0.0.1", "203.0.113.9", "203.0.113.9" },
    { "127.0.0.1", "2001:db8::7", "2001:db8::7" },
    { "203.0.113.1", "198.51.100.1", "203.0.113.1" },
    { "127.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9" },
    { "127.0.0.1", "203.0.113.9, 10.1.1.1", "203.0.113.9" },
    { "127.0.0.1", "1.2.3.4,203.0.113.9,10.1.1.1 , 10.2.2.2", "203.0.113.9" },
    { "127.0.0.1", "10.1.1.1", "10.1.1.1" },
    { "127.0.0.1", "unknown", "127.0.0.1" },
    { "127.0.0.1", "203.0.113.9, unknown, 10.1.1.1", "10.1.1.1" },
    { "127.0.0.1", "203.0.113.9:4711", "127.0.0.1" },
    { "127.0.0.1", ",,,", "127.0.0.1" },
    { "127.0.0.1", "203.0.113.9,", "127.0.0.1" },
  };
  g_autoptr (VouchLookupNetworks) networks = vouch_lookup_networks_new (proxies, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VouchLookupAddress address = read_address (cases[i].peer);

      g_test_message ("%s through %s", cases[i].forwarded, cases[i].peer);
      vouch_lookup_networks_look_behind (networks, cases[i].forwarded, &address);
      assert_address (&address, cases[i].expected);
    }
}

static void
test_half_of_an_ipv6_address_is_its_owner (void)
{
  VouchLookupAddress ipv4 = read_address ("192.0.2.7"), ipv6 = read_address ("2001:db8:1:2:3:4:5:6");
  static const guint8 expected4[] = { 192, 0, 2, 7 };
  static const guint8 expected6[] = { 0x20, 0x01, 0x0d, 0xb8, 0, 1, 0, 2 };
  const guint8 *owner;
  gsize length;

  owner = vouch_lookup_address_get_owner (&ipv4, &length);
  g_assert_cmpmem (owner, length, expected4, sizeof expected4);
  owner = vouch_lookup_address_get_owner (&ipv6, &length);
  g_assert_cmpmem (owner, length, expected6, sizeof expected6);
}

static void
test_sockets_have_addresses (void)
{
  struct sockaddr_in ipv4 = { .sin_family = AF_INET };
  struct sockaddr_in6 ipv6 = { .sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT };
  VouchLookupAddress address;

  ipv4.sin_addr.s_addr = htonl (0xC0000207);
  vouch_lookup_address_from_socket ((struct sockaddr *)&ipv4, &address);
  assert_address (&address, "192.0.2.7");
  vouch_lookup_address_from_socket ((struct sockaddr *)&ipv6, &address);
  assert_address (&address, "::1");
  vouch_lookup_address_from_socket (NULL, &address);
  assert_address (&address, "::");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup/network/networks-have-their-addresses", test_networks_have_their_addresses);
  g_test_add_func ("/lookup/network/what-is-no-network-is-named", test_what_is_no_network_is_named);
  g_test_add_func ("/lookup/network/no-networks-have-nobody", test_no_networks_have_nobody);
  g_test_add_func ("/lookup/network/only-believed-proxies-are-looked-behind",
                   test_only_believed_proxies_are_looked_behind);
  g_test_add_func ("/lookup/network/half-of-an-ipv6-address-is-its-owner", test_half_of_an_ipv6_address_is_its_owner);
  g_test_add_func ("/lookup/network/sockets-have-addresses", test_sockets_have_addresses);
  return g_test_run ();
}
