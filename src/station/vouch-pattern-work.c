#include "vouch-pattern-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-form.h"
#include "vouch-error.h"
#include "vouch-scan-pattern-store.h"
#include "vouch-text.h"

#define NAME_BYTES 60
#define POSITION_MAX 100000

static const VouchField request_fields[] = {
  VOUCH_FIELD (VouchPatternRequest, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPatternRequest, new_name, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternRequest, kind, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternRequest, meaning, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternRequest, pattern, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternRequest, check_rule, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternRequest, opens, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternRequest, position, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPatternRequest, vouch_pattern_request, "pattern_change", request_fields)

static const VouchField name_fields[] = {
  VOUCH_FIELD (VouchPatternNameRequest, name, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchPatternNameRequest, vouch_pattern_name_request, "pattern_name", name_fields)

static const VouchField usual_fields[] = {
  VOUCH_FIELD (VouchPatternUsualRequest, only, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPatternUsualRequest, vouch_pattern_usual_request, "pattern_usual", usual_fields)

static VouchScanPattern *
load (VouchAct *act, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchScanPattern *pattern = vouch_scan_pattern_store_find (act->conn, name, &local);
  g_autofree char *shown = vouch_text_show (name, -1);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (pattern == NULL)
    vouch_set_field_error (error, "name", VOUCH_ERROR_NOT_FOUND, _ ("There is no pattern named “%s”"), shown);
  return pattern;
}

static gboolean
check_free (VouchAct *act, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchScanPattern) other = vouch_scan_pattern_store_find (act->conn, name, &local);

  if (local == NULL && other == NULL)
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    vouch_set_field_error (error, "name", VOUCH_ERROR_CONFLICT, _ ("There is a pattern named “%s” already"), name);
  return FALSE;
}

static gboolean
take_name (char **field, const char *name, const char *member, GError **error)
{
  g_autofree char *before = NULL;

  if (name == NULL)
    return TRUE;
  if (!vouch_text_check_line (name, member, NAME_BYTES, error))
    return FALSE;
  before = *field;
  *field = g_strdup (name);
  return TRUE;
}

static gboolean
take_choice (int *field, const VouchEnum *values, const char *name, const char *member, GError **error)
{
  g_autofree char *names = NULL;
  int value;

  if (name == NULL)
    return TRUE;
  value = vouch_enum_find (values, name);
  if (value >= 0)
    {
      *field = value;
      return TRUE;
    }
  names = g_strjoinv (", ", (char **)values->names);
  vouch_set_field_error (error, member, VOUCH_ERROR_INVALID, _ ("“%s” is none of %s"), name, names);
  return FALSE;
}

static gboolean
take_pattern (VouchScanPattern *self, const char *text, GError **error)
{
  g_autoptr (VouchCodeForm) form = NULL;
  g_autoptr (GError) local = NULL;

  if (text == NULL)
    return TRUE;
  form = vouch_code_form_new (text, NULL, &local);
  if (form == NULL)
    {
      vouch_set_field_error (error, "pattern", VOUCH_ERROR_INVALID, "%s", local->message);
      return FALSE;
    }
  g_free (self->pattern);
  self->pattern = g_strdup (text);
  return TRUE;
}

static gboolean
take_position (VouchScanPattern *self, gint64 position, GError **error)
{
  if (position < 0 || position > POSITION_MAX)
    {
      vouch_set_field_error (error, "position", VOUCH_ERROR_INVALID, _ ("The position has to be from 1 to %d"),
                             POSITION_MAX);
      return FALSE;
    }
  if (position != 0)
    self->position = position;
  return TRUE;
}

static gboolean
take_request (VouchScanPattern *self, const VouchPatternRequest *request, GError **error)
{
  int kind = self->kind, check = self->check_rule, opens = self->opens;

  if (!take_name (&self->meaning, request->meaning, "meaning", error) ||
      !take_choice (&kind, &vouch_scan_pattern_kind_values, request->kind, "kind", error) ||
      !take_choice (&check, &vouch_carrier_check_values, request->check_rule, "check_rule", error) ||
      !take_choice (&opens, &vouch_scan_pattern_opens_values, request->opens, "opens", error) ||
      !take_pattern (self, request->pattern, error) || !take_position (self, request->position, error))
    return FALSE;
  self->kind = kind;
  self->check_rule = check;
  self->opens = opens;
  return TRUE;
}

/* A carrier's number is looked for among deliveries; what codes of the house open is said. */
static int
choose_opens (const VouchPatternRequest *request)
{
  return g_strcmp0 (request->kind, "waybill") == 0 ? VOUCH_SCAN_PATTERN_OPENS_DELIVERY
                                                   : VOUCH_SCAN_PATTERN_OPENS_NOTHING;
}

static gboolean
check_room (GPtrArray *patterns, GError **error)
{
  if (patterns == NULL || patterns->len < VOUCH_SCAN_PATTERN_MAX)
    return patterns != NULL;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("There are %d patterns already; change one that is retired"),
               VOUCH_SCAN_PATTERN_MAX);
  return FALSE;
}

static gboolean
store (VouchAct *act, VouchScanPattern *pattern, gboolean is_new, VouchDone *done, GError **error)
{
  pattern->changed_by = vouch_act_get_actor_id (act);
  pattern->changed_at = vouch_act_get_now (act);
  done->id = pattern->id;
  done->number = g_strdup (pattern->name);
  return is_new ? vouch_act_insert (act, &vouch_scan_pattern_type, pattern, error)
                : vouch_act_update (act, &vouch_scan_pattern_type, pattern, error);
}

static gboolean
add (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPatternRequest *request = data;
  g_autoptr (GPtrArray) patterns = vouch_scan_pattern_store_list (act->conn, error);
  g_autoptr (VouchScanPattern) pattern = vouch_scan_pattern_new ();

  if (!check_room (patterns, error) || !check_free (act, request->name, error))
    return FALSE;
  if (request->pattern == NULL)
    {
      vouch_set_field_error (error, "pattern", VOUCH_ERROR_INVALID, _ ("Say what such codes look like"));
      return FALSE;
    }
  pattern->id = vouch_act_next_id (act);
  pattern->kind = VOUCH_SCAN_PATTERN_KIND_USER;
  pattern->opens = choose_opens (request);
  pattern->is_active = TRUE;
  if (patterns->len > 0)
    pattern->position = ((VouchScanPattern *)g_ptr_array_index (patterns, patterns->len - 1))->position;
  pattern->position = MIN (pattern->position + 10, POSITION_MAX);
  return take_name (&pattern->name, request->name, "name", error) && take_request (pattern, request, error) &&
         store (act, pattern, TRUE, answer, error);
}

static gboolean
change (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPatternRequest *request = data;
  g_autoptr (VouchScanPattern) pattern = load (act, request->name, error);

  if (pattern == NULL)
    return FALSE;
  if (request->new_name != NULL && !g_str_equal (request->new_name, request->name) &&
      !check_free (act, request->new_name, error))
    return FALSE;
  return take_name (&pattern->name, request->new_name, "new_name", error) && take_request (pattern, request, error) &&
         store (act, pattern, FALSE, answer, error);
}

static gboolean
switch_to (VouchAct *act, const char *name, gboolean is_active, VouchDone *done, GError **error)
{
  g_autoptr (VouchScanPattern) pattern = load (act, name, error);

  if (pattern == NULL)
    return FALSE;
  pattern->is_active = is_active;
  return store (act, pattern, FALSE, done, error);
}

static gboolean
retire (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  return switch_to (act, ((const VouchPatternNameRequest *)data)->name, FALSE, answer, error);
}

static gboolean
restore (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  return switch_to (act, ((const VouchPatternNameRequest *)data)->name, TRUE, answer, error);
}

static gboolean
add_usual (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPatternUsualRequest *request = data;
  guint n_added;

  if (!vouch_pattern_insert_usual (act, request->only, &n_added, error))
    return FALSE;
  ((VouchDone *)answer)->number = g_strdup_printf ("%u", n_added);
  return TRUE;
}

const VouchUseCase vouch_pattern_add = {
  .name = "pattern.add",
  .permission = VOUCH_PERMISSION_MANAGE_PATTERNS,
  .request = &vouch_pattern_request_type,
  .answer = &vouch_done_type,
  .act = add,
};

const VouchUseCase vouch_pattern_change = {
  .name = "pattern.change",
  .permission = VOUCH_PERMISSION_MANAGE_PATTERNS,
  .request = &vouch_pattern_request_type,
  .answer = &vouch_done_type,
  .act = change,
};

const VouchUseCase vouch_pattern_retire = {
  .name = "pattern.retire",
  .permission = VOUCH_PERMISSION_MANAGE_PATTERNS,
  .request = &vouch_pattern_name_request_type,
  .answer = &vouch_done_type,
  .act = retire,
};

const VouchUseCase vouch_pattern_restore = {
  .name = "pattern.restore",
  .permission = VOUCH_PERMISSION_MANAGE_PATTERNS,
  .request = &vouch_pattern_name_request_type,
  .answer = &vouch_done_type,
  .act = restore,
};

const VouchUseCase vouch_pattern_add_usual = {
  .name = "pattern.add_usual",
  .permission = VOUCH_PERMISSION_MANAGE_PATTERNS,
  .request = &vouch_pattern_usual_request_type,
  .answer = &vouch_done_type,
  .act = add_usual,
};
