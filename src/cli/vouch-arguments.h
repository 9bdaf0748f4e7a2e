#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchArguments:
 *
 * A command line, taken apart: words, flags and options with values, in any order. A command takes what it knows;
 * what is left over in the end was a mistake.
 */
typedef struct _VouchArguments VouchArguments;

VouchArguments *vouch_arguments_new (int argc, char **argv, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_arguments_free (VouchArguments *self);
const char *vouch_arguments_take (VouchArguments *self, const char *name);
gboolean vouch_arguments_take_flag (VouchArguments *self, const char *name);
const char *vouch_arguments_take_word (VouchArguments *self);
gboolean vouch_arguments_take_next (VouchArguments *self, const char **name, const char **value);
gboolean vouch_arguments_has_options (const VouchArguments *self);
const char *vouch_arguments_get_left_over (const VouchArguments *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchArguments, vouch_arguments_free)

G_END_DECLS
