#pragma once

#include "vouch-hash.h"
#include "vouch-id.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-form-key.h"
#include "vouch-lookup-form.h"
#include "vouch-lookup-route.h"

G_BEGIN_DECLS

#define VOUCH_LOOKUP_PROBLEM_TEXT_MAX 2000   /* characters */
#define VOUCH_LOOKUP_PROBLEM_CONTACT_MAX 200 /* bytes */

extern const char *const vouch_lookup_problem_kinds[]; /* ends with NULL */

/**
 * VouchLookupProblem:
 * @form_key: made with the form, so that a form sent twice makes one case
 * @lot: the lot, or empty
 * @serial: the serial, or empty
 * @code_state: what this service says to the two: "none", "unknown", "active", "void"
 * @kind: one of vouch_lookup_problem_kinds, lent
 * @text: (transfer full): what the customer writes
 * @contact: (nullable) (transfer full): sealed to the service desk's key
 * @photo: (nullable) (transfer full): sealed to the same key
 * @photo_hash: of the photograph before it was sealed; zeros without one
 * @language: of the form
 * @promised_hours: within how many hours an answer is promised
 *
 * A customer's problem report.
 */
typedef struct
{
  guint8 form_key[VOUCH_LOOKUP_FORM_KEY_SIZE];
  char lot[VOUCH_LOOKUP_LOT_MAX + 1];
  char serial[17];
  const char *code_state;
  const char *kind;
  char *text;
  GBytes *contact;
  GBytes *photo;
  guint8 photo_hash[VOUCH_HASH_SIZE];
  VouchLookupLanguage language;
  gint64 promised_hours;
} VouchLookupProblem;

/**
 * VouchLookupCase:
 * @id: the case's id
 * @status: as stored, lower snake case
 * @lot: (nullable): the lot that it is about, as the customer typed it
 * @answer: (nullable): the service desk's answer
 * @created_at: Unix microseconds, UTC
 * @due_at: when an answer is promised, Unix microseconds, UTC
 * @answered_at: when it was answered, or 0
 * @score: how satisfied the customer is, 1 to 5, or 0 where nothing was said
 *
 * What a customer may see of a case.
 */
typedef struct
{
  gint64 id;
  char *status;
  char *lot;
  char *answer;
  gint64 created_at;
  gint64 due_at;
  gint64 answered_at;
  int score;
} VouchLookupCase;

VouchLookupProblem *vouch_lookup_problem_read (const VouchLookupForm *form, const guint8 *desk_key,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_problem_free (VouchLookupProblem *self);
gboolean vouch_lookup_problem_save (const VouchLookupProblem *self, VouchLookupDb *db, VouchIdSource *ids,
                                    gint64 now_us, gint64 *id, gboolean *is_new, GError **error);

VouchLookupCase *vouch_lookup_case_load (VouchLookupDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_case_free (VouchLookupCase *self);
gboolean vouch_lookup_case_is_over (const VouchLookupCase *self);
char *vouch_lookup_case_list (VouchLookupDb *db, gint64 *after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_lookup_case_answer (VouchLookupDb *db, gint64 id, const char *json, gsize length, gint64 now_us, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupProblem, vouch_lookup_problem_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupCase, vouch_lookup_case_free)

G_END_DECLS
