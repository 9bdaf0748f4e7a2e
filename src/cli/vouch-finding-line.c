/* What a code comes to, as a line. There may be millions of them, so that no object is made for any. */
#include "vouch-finding-line.h"

#include <json-glib/json-glib.h>

#include "vouch-id.h"
#include "vouch-print.h"

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isprint (*text) || *text == '"' || *text == '\\')
      return FALSE;
  return TRUE;
}

/* What a scanner or a customer sent, in quotes. */
static void
append_any (GString *line, const char *text)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *quoted = NULL;

  if (is_plain (text))
    {
      g_string_append_c (line, '"');
      g_string_append (line, text);
      g_string_append_c (line, '"');
      return;
    }
  node = json_node_init_string (json_node_alloc (), text);
  quoted = json_to_string (node, FALSE);
  g_string_append (line, quoted);
}

static void
append_member (GString *line, const char *name, const char *text)
{
  g_string_append (line, ",\"");
  g_string_append (line, name);
  g_string_append (line, "\":");
  append_any (line, text);
}

/**
 * vouch_finding_line_append_json:
 * @line: appended to
 * @text: what was asked about, in UTF-8
 * @finding: what it comes to
 *
 * Appends an object and a line end.
 */
void
vouch_finding_line_append_json (GString *line, const char *text, const VouchCodeFinding *finding)
{
  g_string_append (line, "{\"code\":");
  append_any (line, text);
  append_member (line, "state", vouch_enum_get_name (&vouch_code_state_values, (int)finding->state));
  if (finding->lot_id != 0)
    {
      g_autofree char *lot_id = vouch_id_to_string (finding->lot_id);

      append_member (line, "lot_id", lot_id);
      append_member (line, "lot", finding->lot);
      append_member (line, "lot_status", vouch_enum_get_name (&vouch_lot_status_values, (int)finding->status));
    }
  if (finding->batch_id != 0)
    g_string_append_printf (line, ",\"unit\":%" G_GINT64_FORMAT, finding->unit);
  g_string_append (line, "}\n");
}

/**
 * vouch_finding_line_append:
 * @line: appended to
 * @text: what was asked about, in UTF-8
 * @finding: what it comes to
 *
 * Appends a sentence and a line end.
 */
void
vouch_finding_line_append (GString *line, const char *text, const VouchCodeFinding *finding)
{
  g_autofree char *sentence = g_strconcat (text, "  ", vouch_code_state_describe (finding->state), NULL);

  vouch_print_append (line, sentence);
}
