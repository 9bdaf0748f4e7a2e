/* A customer's phone, as little of it as the demonstration needs: one request a connection, on the loopback. */
#include "vouch-demo-http.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define ANSWER_MAX (1024 * 1024)
#define TIMEOUT_S 10

static GString *
read_all (GInputStream *input, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (input, buffer, sizeof buffer, NULL, error)) > 0 && text->len < ANSWER_MAX)
    g_string_append_len (text, buffer, n);
  if (n < 0)
    return NULL;
  return g_steal_pointer (&text);
}

static GString *
exchange (const char *address, const char *request, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  GIOStream *stream;

  g_socket_client_set_timeout (client, TIMEOUT_S);
  connection = g_socket_client_connect_to_host (client, address, 80, NULL, error);
  if (connection == NULL)
    return NULL;
  stream = G_IO_STREAM (connection);
  if (!g_output_stream_write_all (g_io_stream_get_output_stream (stream), request, strlen (request), NULL, NULL, error))
    return NULL;
  return read_all (g_io_stream_get_input_stream (stream), error);
}

static VouchDemoPage *
ask (const char *address, const char *request, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GString) answer = exchange (address, request, &local);
  const char *body = answer != NULL ? strstr (answer->str, "\r\n\r\n") : NULL;
  VouchDemoPage *page;

  if (body == NULL || !g_str_has_prefix (answer->str, "HTTP/1."))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("The lookup service does not answer: %s"),
                   local != NULL ? local->message : address);
      return NULL;
    }
  page = g_new0 (VouchDemoPage, 1);
  page->status = (int)g_ascii_strtoll (answer->str + strlen ("HTTP/1.x "), NULL, 10);
  page->body = g_strdup (body + 4);
  return page;
}

/**
 * vouch_demo_page_get:
 * @address: host and port
 * @path: of the page
 * @language: that the phone prefers
 * @agent: which phone it is: another one is another visitor
 * @error: BUSY if there is no answer
 *
 * Returns: (transfer full) (nullable): the page
 */
VouchDemoPage *
vouch_demo_page_get (const char *address, const char *path, const char *language, const char *agent, GError **error)
{
  g_autofree char *request = g_strdup_printf ("GET %s HTTP/1.0\r\nHost: %s\r\nAccept-Language: %s\r\n"
                                              "User-Agent: Mozilla/5.0 (%s)\r\n\r\n",
                                              path, address, language, agent);

  return ask (address, request, error);
}

/**
 * vouch_demo_page_post:
 * @address: host and port
 * @path: where the form goes
 * @form: its fields, coded
 * @error: BUSY if there is no answer
 *
 * Returns: (transfer full) (nullable): the page that answers the form
 */
VouchDemoPage *
vouch_demo_page_post (const char *address, const char *path, const char *form, GError **error)
{
  g_autofree char *request =
      g_strdup_printf ("POST %s HTTP/1.0\r\nHost: %s\r\nAccept-Language: en\r\nUser-Agent: Mozilla/5.0 (phone)\r\n"
                       "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %u\r\n\r\n%s",
                       path, address, (guint)strlen (form), form);

  return ask (address, request, error);
}

void
vouch_demo_page_free (VouchDemoPage *self)
{
  if (self == NULL)
    return;
  g_free (self->body);
  g_free (self);
}

static char *
dup_attribute (const char *tag, const char *name)
{
  g_autofree char *start = g_strdup_printf (" %s=\"", name);
  const char *end = strchr (tag, '>');
  const char *value = g_strstr_len (tag, end != NULL ? end - tag : -1, start);

  if (value == NULL)
    return NULL;
  value += strlen (start);
  return g_strndup (value, strcspn (value, "\""));
}

/**
 * vouch_demo_page_dup_form:
 * @self: a page with a form
 *
 * Returns: (transfer full): the form's hidden fields, coded as a browser sends them
 */
char *
vouch_demo_page_dup_form (const VouchDemoPage *self)
{
  g_autoptr (GString) form = g_string_new (NULL);

  for (const char *tag = strstr (self->body, "<input"); tag != NULL; tag = strstr (tag + 1, "<input"))
    {
      g_autofree char *type = dup_attribute (tag, "type"), *name = dup_attribute (tag, "name");
      g_autofree char *value = dup_attribute (tag, "value");

      if (g_strcmp0 (type, "hidden") == 0 && name != NULL && value != NULL)
        {
          g_string_append_printf (form, "%s%s=", form->len > 0 ? "&" : "", name);
          g_string_append_uri_escaped (form, value, NULL, FALSE);
        }
    }
  return g_string_free (g_steal_pointer (&form), FALSE);
}
