/* Reads the JSON of templates: strict, with the place of every value, and bounded in all that could be without end. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-node-private.h"

#define DEPTH_MAX 8
#define VALUES_MAX 20000
#define NUMBER_LENGTH_MAX 24
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *at; /* ends with NUL */
  int line;
  const char *counted; /* up to where columns are counted */
  int column;          /* of @counted */
  int depth;
  int n_values;
  GError **error;
} Parser;

static VouchLabelNode *parse_value (Parser *self);

/* Counts on from the last place that was asked for, so that a long line is not gone through again and again. */
static void
mark (Parser *self, VouchLabelNode *node)
{
  self->column += (int)g_utf8_strlen (self->counted, self->at - self->counted);
  self->counted = self->at;
  node->line = self->line;
  node->column = self->column;
}

/* Refuses what stands where the parser is. */
static gboolean
refuse (Parser *self, const char *message)
{
  VouchLabelNode here = { .kind = VOUCH_NODE_FLAG };

  mark (self, &here);
  return vouch_label_node_fail (&here, self->error, "%s", message);
}

static void
skip_space (Parser *self)
{
  for (; *self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'; self->at++)
    if (*self->at == '\n')
      {
        self->line++;
        self->counted = self->at + 1;
        self->column = 1;
      }
}

static void
skip_to_end (Parser *self, const char *text)
{
  self->counted = text;
  for (self->at = text; *self->at != '\0'; self->at++)
    if (*self->at == '\n')
      {
        self->line++;
        self->counted = self->at + 1;
      }
}

static gboolean
take (Parser *self, char c)
{
  skip_space (self);
  if (*self->at != c)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Four hexadecimal digits; −1 if they are not. */
static int
read_hex (const char *at)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (at[i]);
    }
  return value;
}

/* "\uD83D\uDE00": a pair for what does not fit into four digits. NUL would cut the text short. */
static gboolean
parse_unicode (Parser *self, GString *text)
{
  int high = read_hex (self->at + 1);
  int low;

  if (high <= 0 || (high >= 0xdc00 && high < 0xe000))
    return refuse (self, _ ("this is no character: write it as it is"));
  self->at += 5;
  if (high < 0xd800 || high >= 0xe000)
    {
      g_string_append_unichar (text, (gunichar)high);
      return TRUE;
    }
  low = self->at[0] == '\\' && self->at[1] == 'u' ? read_hex (self->at + 2) : -1;
  if (low < 0xdc00 || low >= 0xe000)
    return refuse (self, _ ("this is no character: write it as it is"));
  self->at += 6;
  g_string_append_unichar (text, (gunichar)(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)));
  return TRUE;
}

static gboolean
parse_escape (Parser *self, GString *text)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  self->at++;
  if (*self->at == 'u')
    return parse_unicode (self, text);
  letter = *self->at != '\0' ? strchr (letters, *self->at) : NULL;
  if (letter == NULL)
    return refuse (self, _ ("a backslash stands before something that needs none: take it away or double it"));
  g_string_append_c (text, meanings[letter - letters]);
  self->at++;
  return TRUE;
}

/* Returns: (transfer full) (nullable): the text between the quotation marks */
static char *
parse_text (Parser *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  self->at++;
  while (*self->at != '"')
    {
      if ((guchar)*self->at < 0x20)
        {
          refuse (self, _ ("a text has no end in its line: close it with a quotation mark"));
          return NULL;
        }
      if (*self->at != '\\')
        g_string_append_c (text, *self->at++);
      else if (!parse_escape (self, text))
        return NULL;
    }
  self->at++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
parse_number (Parser *self, VouchLabelNode *node)
{
  gsize length = strspn (self->at, "0123456789+-.eE");
  g_autofree char *digits = g_strndup (self->at, MIN (length, NUMBER_LENGTH_MAX));
  const char *first = *digits == '-' ? digits + 1 : digits;
  char *end;

  node->number = g_ascii_strtod (digits, &end);
  if (length > NUMBER_LENGTH_MAX || !g_ascii_isdigit (*first) || *end != '\0' || !isfinite (node->number))
    return refuse (self, _ ("this is no number: write it like 12.5"));
  self->at += length;
  return TRUE;
}

static gboolean
parse_word (Parser *self, VouchLabelNode *node)
{
  static const char *const words[] = { "false", "true" };

  for (int i = 0; i < 2; i++)
    {
      gsize length = strlen (words[i]);

      if (strncmp (self->at, words[i], length) == 0 && !g_ascii_isalnum (self->at[length]))
        {
          node->flag = i;
          self->at += length;
          return TRUE;
        }
    }
  return refuse (self,
                 _ ("there should be a value here: a text in quotation marks, a number, true, false, [ ] or { }"));
}

static gboolean
parse_member (Parser *self, VouchLabelNode *node)
{
  g_autofree char *name = NULL;
  VouchLabelNode *child;
  Parser before;

  skip_space (self);
  before = *self;
  if (*self->at != '"')
    return refuse (self, _ ("there should be a member’s name in quotation marks here"));
  name = parse_text (self);
  if (name == NULL)
    return FALSE;
  if (vouch_label_node_find (node, name) != NULL)
    return refuse (&before, _ ("this member is there twice: take one away"));
  if (!take (self, ':'))
    return refuse (self, _ ("there should be a colon after the member’s name"));
  child = parse_value (self);
  if (child == NULL)
    return FALSE;
  child->name = g_steal_pointer (&name);
  g_ptr_array_add (node->children, child);
  return TRUE;
}

static gboolean
parse_item (Parser *self, VouchLabelNode *node)
{
  VouchLabelNode *child = parse_value (self);

  if (child == NULL)
    return FALSE;
  g_ptr_array_add (node->children, child);
  return TRUE;
}

static gboolean
parse_children (Parser *self, VouchLabelNode *node)
{
  gboolean is_object = node->kind == VOUCH_NODE_OBJECT;
  char closing = is_object ? '}' : ']';

  self->at++;
  if (self->depth == DEPTH_MAX)
    return refuse (self, _ ("the template is nested too deeply: a label needs no more than eight levels"));
  self->depth++;
  if (!take (self, closing))
    {
      do
        if (!(is_object ? parse_member (self, node) : parse_item (self, node)))
          return FALSE;
      while (take (self, ','));
      if (!take (self, closing))
        return refuse (self, is_object ? _ ("there should be a comma or a closing } here")
                                       : _ ("there should be a comma or a closing ] here"));
    }
  self->depth--;
  return TRUE;
}

static VouchNodeKind
choose_kind (char c)
{
  switch (c)
    {
    case '{':
      return VOUCH_NODE_OBJECT;
    case '[':
      return VOUCH_NODE_ARRAY;
    case '"':
      return VOUCH_NODE_TEXT;
    default:
      return g_ascii_isalpha (c) || c == '\0' || strchr ("}],:", c) != NULL ? VOUCH_NODE_FLAG : VOUCH_NODE_NUMBER;
    }
}

static gboolean
parse_content (Parser *self, VouchLabelNode *node)
{
  switch (node->kind)
    {
    case VOUCH_NODE_OBJECT:
    case VOUCH_NODE_ARRAY:
      return parse_children (self, node);
    case VOUCH_NODE_TEXT:
      node->text = parse_text (self);
      return node->text != NULL;
    case VOUCH_NODE_NUMBER:
      return parse_number (self, node);
    case VOUCH_NODE_FLAG:
      return parse_word (self, node);
    }
  g_assert_not_reached ();
}

static VouchLabelNode *
parse_value (Parser *self)
{
  g_autoptr (VouchLabelNode) node = NULL;

  skip_space (self);
  if (++self->n_values > VALUES_MAX)
    {
      refuse (self, _ ("the template has too many values: a label needs a few hundred"));
      return NULL;
    }
  node = vouch_label_node_new (choose_kind (*self->at));
  mark (self, node);
  return parse_content (self, node) ? g_steal_pointer (&node) : NULL;
}

/*
 * vouch_label_node_parse:
 * @text: JSON
 * @length: of @text, bytes, or -1 up to the NUL
 * @error: INVALID, with the line, if it is not JSON, or larger, deeper or longer than a label needs
 *
 * Returns: (transfer full) (nullable): an object
 */
VouchLabelNode *
vouch_label_node_parse (const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  g_autofree char *copy = NULL;
  g_autoptr (VouchLabelNode) node = NULL;
  Parser parser = { .line = 1, .column = 1, .error = error };
  const char *wrong;

  if (size > VOUCH_LABEL_SOURCE_MAX)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("it is not a text of at most 1 MiB: choose the template's file"));
      return NULL;
    }
  copy = g_strndup (text, size);
  if (!g_utf8_validate (text, (gssize)size, &wrong))
    {
      copy[wrong - text] = '\0';
      skip_to_end (&parser, copy);
      refuse (&parser, _ ("from here on it is no text in UTF-8: save it as UTF-8"));
      return NULL;
    }
  parser.at = g_str_has_prefix (copy, BYTE_ORDER_MARK) ? copy + strlen (BYTE_ORDER_MARK) : copy;
  parser.counted = parser.at;
  node = parse_value (&parser);
  if (node == NULL)
    return NULL;
  skip_space (&parser);
  if (node->kind != VOUCH_NODE_OBJECT || *parser.at != '\0')
    {
      refuse (&parser, _ ("a template is one { } and nothing after it"));
      return NULL;
    }
  return g_steal_pointer (&node);
}
