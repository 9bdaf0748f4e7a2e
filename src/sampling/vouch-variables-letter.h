#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchVariablesMethod:
 * @VOUCH_VARIABLES_METHOD_S: the standard deviation is estimated from the sample
 * @VOUCH_VARIABLES_METHOD_SIGMA: the standard deviation of the process is known
 *
 * How sampling by variables knows the spread.
 */
typedef enum
{
  VOUCH_VARIABLES_METHOD_S,
  VOUCH_VARIABLES_METHOD_SIGMA,
} VouchVariablesMethod;

#define VOUCH_N_VARIABLES_METHODS (VOUCH_VARIABLES_METHOD_SIGMA + 1)
#define VOUCH_N_VARIABLES_AQLS 11

const char *vouch_variables_method_get_id (VouchVariablesMethod method);
gboolean vouch_variables_method_parse (const char *id, VouchVariablesMethod *method, GError **error);

gboolean vouch_variables_find_aql (const char *text, guint *index, GError **error);
gboolean vouch_variables_find_letter (const char *text, char *letter, GError **error);
gboolean vouch_variables_code_letter (gint64 lot_size, const char *level, char *letter, GError **error);

G_END_DECLS
