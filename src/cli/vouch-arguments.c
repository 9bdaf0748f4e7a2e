#include "vouch-arguments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

typedef struct
{
  char *name;  /* without the hyphens, NULL: a word */
  char *value; /* NULL: a flag */
  gboolean is_taken;
} Argument;

struct _VouchArguments
{
  GPtrArray *list; /* Argument */
};

/* Every other option has a value. */
static const char *const flags[] = {
  "all", "follow", "form-only", "help", "json", "keep", "new", "pending", "waiting", "review", "stdin", "version", NULL,
};

static void
argument_free (gpointer data)
{
  Argument *self = data;

  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static void
add (VouchArguments *self, char *name, const char *value)
{
  Argument *argument = g_new0 (Argument, 1);

  argument->name = name;
  argument->value = g_strdup (value);
  g_ptr_array_add (self->list, argument);
}

static gboolean
add_option (VouchArguments *self, const char *text, const char *next, gboolean *took_next, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize)(equals - text)) : g_strdup (text);
  gboolean is_flag = g_strv_contains (flags, name);

  if (is_flag == (equals != NULL) && is_flag)
    {
      vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("--%s takes no value"), name);
      return FALSE;
    }
  if (!is_flag && equals == NULL && next == NULL)
    {
      vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("--%s needs a value"), name);
      return FALSE;
    }
  *took_next = !is_flag && equals == NULL;
  add (self, g_steal_pointer (&name), is_flag ? NULL : equals != NULL ? equals + 1 : next);
  return TRUE;
}

/**
 * vouch_arguments_new:
 * @argc: how many
 * @argv: the command line, the program's name first
 * @error: INVALID where an option lacks its value
 *
 * Both `--name value` and `--name=value` are understood; `-` is `--stdin`; what follows `--` is words.
 *
 * Returns: (transfer full) (nullable): the arguments
 */
VouchArguments *
vouch_arguments_new (int argc, char **argv, GError **error)
{
  g_autoptr (VouchArguments) self = g_new0 (VouchArguments, 1);
  gboolean only_words = FALSE;

  self->list = g_ptr_array_new_with_free_func (argument_free);
  for (int i = 1; i < argc; i++)
    {
      gboolean took_next = FALSE;

      if (!only_words && g_str_equal (argv[i], "--"))
        only_words = TRUE;
      else if (!only_words && g_str_equal (argv[i], "-"))
        add (self, g_strdup ("stdin"), NULL);
      else if (!only_words && g_str_equal (argv[i], "-h"))
        add (self, g_strdup ("help"), NULL);
      else if (only_words || !g_str_has_prefix (argv[i], "--"))
        add (self, NULL, argv[i]);
      else if (!add_option (self, argv[i] + 2, i + 1 < argc ? argv[i + 1] : NULL, &took_next, error))
        return NULL;
      i += took_next ? 1 : 0;
    }
  return g_steal_pointer (&self);
}

void
vouch_arguments_free (VouchArguments *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

static Argument *
find (const VouchArguments *self, const char *name)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      Argument *argument = g_ptr_array_index (self->list, i);

      if (!argument->is_taken && g_strcmp0 (argument->name, name) == 0)
        return argument;
    }
  return NULL;
}

/**
 * vouch_arguments_take:
 * @self: the arguments
 * @name: an option's name, without the hyphens
 *
 * Returns: (nullable): the option's value; %NULL where it was not given
 */
const char *
vouch_arguments_take (VouchArguments *self, const char *name)
{
  Argument *argument = find (self, name);

  if (argument == NULL)
    return NULL;
  argument->is_taken = TRUE;
  return argument->value;
}

/**
 * vouch_arguments_take_flag:
 * @self: the arguments
 * @name: a flag's name, without the hyphens
 *
 * Returns: whether it was given
 */
gboolean
vouch_arguments_take_flag (VouchArguments *self, const char *name)
{
  Argument *argument = find (self, name);

  if (argument != NULL)
    argument->is_taken = TRUE;
  return argument != NULL;
}

/**
 * vouch_arguments_take_word:
 * @self: the arguments
 *
 * Returns: (nullable): the next word that is no option
 */
const char *
vouch_arguments_take_word (VouchArguments *self)
{
  return vouch_arguments_take (self, NULL);
}

/**
 * vouch_arguments_take_next:
 * @self: the arguments
 * @name: (out): an option's name
 * @value: (out): its value
 *
 * Returns: whether there was an option with a value that nobody has taken yet
 */
gboolean
vouch_arguments_take_next (VouchArguments *self, const char **name, const char **value)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      Argument *argument = g_ptr_array_index (self->list, i);

      if (argument->is_taken || argument->name == NULL || argument->value == NULL)
        continue;
      argument->is_taken = TRUE;
      *name = argument->name;
      *value = argument->value;
      return TRUE;
    }
  return FALSE;
}

/**
 * vouch_arguments_has_options:
 * @self: the arguments
 *
 * Returns: whether there are options with a value that nobody has taken yet
 */
gboolean
vouch_arguments_has_options (const VouchArguments *self)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const Argument *argument = g_ptr_array_index (self->list, i);

      if (!argument->is_taken && argument->name != NULL && argument->value != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_arguments_get_left_over:
 * @self: the arguments
 *
 * Returns: (nullable): the first option or word that nobody has taken
 */
const char *
vouch_arguments_get_left_over (const VouchArguments *self)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const Argument *argument = g_ptr_array_index (self->list, i);

      if (!argument->is_taken)
        return argument->name != NULL ? argument->name : argument->value;
    }
  return NULL;
}
