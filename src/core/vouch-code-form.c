/* A small language for what codes look like. A general regular expression can be written, by mistake or on purpose, so
 * that looking at one scan takes for ever; this one cannot. */
#include "vouch-code-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define STEPS_MAX 256

/* One character of a code: which it may be, and whether it may be missing. */
typedef struct
{
  guint32 characters[4]; /* bit by ASCII code */
  gboolean is_optional;
} Step;

typedef struct
{
  GArray *steps; /* Step */
  guint opens;   /* before which step the part that counts begins */
  guint closes;
  gboolean has_part;
  gboolean is_closed;
} Branch;

struct _VouchCodeForm
{
  GPtrArray *branches; /* Branch */
};

/* Where reading a pattern stands. */
typedef struct
{
  const char *start;
  const char *at;
  VouchCodeForm *form;
  Branch *branch;
  Step last;
  gboolean has_last; /* @last is there and waits for how often it comes */
} Reader;

static Branch *
branch_new (void)
{
  Branch *branch = g_new0 (Branch, 1);

  branch->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  return branch;
}

static void
branch_free (Branch *branch)
{
  g_array_unref (branch->steps);
  g_free (branch);
}

static gboolean
refuse (const Reader *reader, const char *at, gsize *place, GError **error, const char *why)
{
  *place = (gsize)(at - reader->start);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The pattern is wrong at character %d: %s"), (int)*place + 1,
               why);
  return FALSE;
}

static void
allow (Step *step, unsigned char character)
{
  step->characters[character / 32] |= 1u << (character % 32);
}

static gboolean
allows (const Step *step, unsigned char character)
{
  return character < 128 && (step->characters[character / 32] & (1u << (character % 32))) != 0;
}

static void
allow_range (Step *step, char first, char last)
{
  for (int character = first; character <= last; character++)
    allow (step, (unsigned char)character);
}

static gboolean
is_printable (char character)
{
  return character >= ' ' && character <= '~';
}

/* Puts down what was read last, so often. */
static gboolean
settle (Reader *reader, guint least, guint most, gsize *place, GError **error)
{
  if (!reader->has_last)
    return TRUE;
  reader->has_last = FALSE;
  if (reader->branch->steps->len + most > STEPS_MAX)
    return refuse (reader, reader->at, place, error, _ ("it is too long."));
  for (guint i = 0; i < most; i++)
    {
      reader->last.is_optional = i >= least;
      g_array_append_val (reader->branch->steps, reader->last);
    }
  return TRUE;
}

static gboolean
end_branch (Reader *reader, gsize *place, GError **error)
{
  guint least = 0;

  if (!settle (reader, 1, 1, place, error))
    return FALSE;
  if (reader->branch->has_part && !reader->branch->is_closed)
    return refuse (reader, reader->at, place, error, _ ("a “)” is missing."));
  for (guint i = 0; i < reader->branch->steps->len; i++)
    least += g_array_index (reader->branch->steps, Step, i).is_optional ? 0 : 1;
  if (least < VOUCH_CODE_FORM_MIN_LENGTH)
    return refuse (reader, reader->at, place, error,
                   _ ("it fits codes of fewer than 4 characters, and so nearly everything."));
  return TRUE;
}

static void
begin_branch (Reader *reader)
{
  reader->branch = branch_new ();
  g_ptr_array_add (reader->form->branches, reader->branch);
}

/* "[A-Z05]"; a "-" that is meant itself stands first or last. */
static gboolean
read_list (Reader *reader, gsize *place, GError **error)
{
  const char *open = reader->at++;

  while (*reader->at != ']')
    {
      char first = *reader->at;
      gboolean is_range = first != '\0' && reader->at[1] == '-' && reader->at[2] != ']' && is_printable (reader->at[2]);
      char last = is_range ? reader->at[2] : first;

      if (!is_printable (first))
        return refuse (reader, open, place, error, _ ("a “]” is missing."));
      if (last < first)
        return refuse (reader, reader->at, place, error, _ ("the range is the wrong way round."));
      allow_range (&reader->last, first, last);
      reader->at += is_range ? 3 : 1;
    }
  if (reader->at == open + 1)
    return refuse (reader, open, place, error, _ ("nothing is listed between “[” and “]”."));
  reader->at++;
  return TRUE;
}

static gboolean
read_number (Reader *reader, guint *number)
{
  guint digits = 0;

  *number = 0;
  for (; g_ascii_isdigit (*reader->at) && digits < 4; reader->at++, digits++)
    *number = *number * 10 + (guint)(*reader->at - '0');
  return digits > 0 && digits < 4;
}

/* "{9}" or "{9,12}". */
static gboolean
read_times (Reader *reader, gsize *place, GError **error)
{
  const char *open = reader->at++;
  guint least, most;

  if (!reader->has_last)
    return refuse (reader, open, place, error, _ ("nothing stands before “{”."));
  if (!read_number (reader, &least))
    return refuse (reader, open, place, error, _ ("how often is written like {9} or {9,12}."));
  most = least;
  if (*reader->at == ',')
    {
      reader->at++;
      if (!read_number (reader, &most))
        return refuse (reader, open, place, error, _ ("how often is written like {9} or {9,12}."));
    }
  if (*reader->at != '}' || most < least || most == 0)
    return refuse (reader, open, place, error, _ ("how often is written like {9} or {9,12}."));
  reader->at++;
  return settle (reader, least, most, place, error);
}

static gboolean
read_part (Reader *reader, gsize *place, GError **error)
{
  Branch *branch = reader->branch;
  gboolean opens = *reader->at == '(';

  if (!settle (reader, 1, 1, place, error))
    return FALSE;
  if (opens ? branch->has_part : !branch->has_part || branch->is_closed)
    return refuse (reader, reader->at, place, error, _ ("only one part can stand between “(” and “)”."));
  if (opens)
    branch->opens = branch->steps->len;
  else
    branch->closes = branch->steps->len;
  if (!opens && branch->opens == branch->closes)
    return refuse (reader, reader->at, place, error, _ ("nothing stands between “(” and “)”."));
  branch->has_part = TRUE;
  branch->is_closed = !opens;
  reader->at++;
  return TRUE;
}

static void
take_class (Reader *reader)
{
  Step *step = &reader->last;

  switch (*reader->at)
    {
    case '.':
      allow_range (step, ' ', '~');
      break;
    case '#':
      allow_range (step, '0', '9');
      break;
    case '&':
      allow_range (step, '0', '9');
      allow_range (step, 'A', 'Z');
      break;
    case '@':
      allow_range (step, 'A', 'Z');
      break;
    default:
      allow (step, (unsigned char)*reader->at);
    }
  reader->at++;
}

static gboolean
read_character (Reader *reader, gsize *place, GError **error)
{
  if (!settle (reader, 1, 1, place, error))
    return FALSE;
  reader->last = (Step){ 0 };
  if (*reader->at == '[')
    {
      if (!read_list (reader, place, error))
        return FALSE;
    }
  else if (strchr ("]}", *reader->at) != NULL)
    return refuse (reader, reader->at, place, error, _ ("nothing was opened that this could close."));
  else if (*reader->at == '\\')
    {
      if (!is_printable (reader->at[1]))
        return refuse (reader, reader->at, place, error, _ ("a character has to follow “\\”."));
      allow (&reader->last, (unsigned char)reader->at[1]);
      reader->at += 2;
    }
  else if (!is_printable (*reader->at))
    return refuse (reader, reader->at, place, error,
                   _ ("only letters, digits and signs of a keyboard are understood."));
  else
    take_class (reader);
  reader->has_last = TRUE;
  return TRUE;
}

static gboolean
read_pattern (Reader *reader, gsize *place, GError **error)
{
  while (*reader->at != '\0')
    {
      gboolean good;

      if (*reader->at == '|')
        {
          good = end_branch (reader, place, error);
          begin_branch (reader);
          reader->at++;
        }
      else if (*reader->at == '{')
        good = read_times (reader, place, error);
      else if (*reader->at == '(' || *reader->at == ')')
        good = read_part (reader, place, error);
      else
        good = read_character (reader, place, error);
      if (!good)
        return FALSE;
    }
  return end_branch (reader, place, error);
}

/**
 * vouch_code_form_new:
 * @pattern: a pattern in the language of #VouchCodeForm
 * @place: (out) (optional): where it is wrong, characters from 0
 * @error: INVALID for a pattern that is none, with the place
 *
 * Returns: (transfer full) (nullable): what codes look like
 */
VouchCodeForm *
vouch_code_form_new (const char *pattern, gsize *place, GError **error)
{
  g_autoptr (VouchCodeForm) form = NULL;
  Reader reader = { .start = pattern, .at = pattern };
  gsize own_place = 0;

  g_return_val_if_fail (pattern != NULL, NULL);

  place = place != NULL ? place : &own_place;
  form = g_new0 (VouchCodeForm, 1);
  form->branches = g_ptr_array_new_with_free_func ((GDestroyNotify)branch_free);
  reader.form = form;
  begin_branch (&reader);
  if (strlen (pattern) > VOUCH_CODE_FORM_PATTERN_MAX)
    {
      refuse (&reader, pattern + VOUCH_CODE_FORM_PATTERN_MAX, place, error, _ ("it is too long."));
      return NULL;
    }
  return read_pattern (&reader, place, error) ? g_steal_pointer (&form) : NULL;
}

/**
 * vouch_code_form_free:
 * @self: (nullable) (transfer full): a form
 */
void
vouch_code_form_free (VouchCodeForm *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->branches);
  g_free (self);
}

/* One look at a code. @seen keeps which steps failed at which place, so that none is tried there twice. */
typedef struct
{
  const Branch *branch;
  const char *text;
  gsize length;
  guint8 *seen;
  gsize opens;
  gsize closes;
} Look;

static gboolean
fits_from (Look *look, guint step_at, gsize at)
{
  const Step *step;
  guint8 *seen = &look->seen[step_at * (look->length + 1) + at];

  if (*seen)
    return FALSE;
  *seen = TRUE;
  if (step_at == look->branch->steps->len)
    {
      if (at != look->length)
        return FALSE;
      if (look->branch->closes == step_at)
        look->closes = at;
      return TRUE;
    }
  step = &g_array_index (look->branch->steps, Step, step_at);
  if (!(at < look->length && allows (step, (unsigned char)look->text[at]) && fits_from (look, step_at + 1, at + 1)) &&
      !(step->is_optional && fits_from (look, step_at + 1, at)))
    return FALSE;
  if (look->branch->opens == step_at)
    look->opens = at;
  if (look->branch->closes == step_at)
    look->closes = at;
  return TRUE;
}

static gboolean
branch_fits (const Branch *branch, const char *text, gsize length, char **part)
{
  g_autofree guint8 *seen = g_new0 (guint8, (branch->steps->len + 1) * (length + 1));
  Look look = { branch, text, length, seen, 0, 0 };

  if (!fits_from (&look, 0, 0))
    return FALSE;
  if (part != NULL)
    *part = branch->has_part ? g_strndup (text + look.opens, look.closes - look.opens) : g_strdup (text);
  return TRUE;
}

/**
 * vouch_code_form_fits:
 * @self: a form
 * @text: a code
 * @part: (out) (optional) (transfer full): the part that counts, of a code that fits
 *
 * Returns: whether the whole of @text looks like that
 */
gboolean
vouch_code_form_fits (const VouchCodeForm *self, const char *text, char **part)
{
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  if (length > VOUCH_CODE_FORM_TEXT_MAX)
    return FALSE;
  for (guint i = 0; i < self->branches->len; i++)
    if (branch_fits (g_ptr_array_index (self->branches, i), text, length, part))
      return TRUE;
  return FALSE;
}
