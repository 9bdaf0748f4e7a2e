/* Declared in vouch-lookup-policy.h. */
#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-policy.h"

struct _VouchLookupPolicies
{
  VouchLookupDb *reader;
  GHashTable *of_stations;   /* number → VouchLookupPolicy * */
  VouchLookupPolicy longest; /* for whom no station is known; contacts lent */
  int published;             /* grows with every publication, from any thread */
  int loaded;                /* the value of it that these are at least as new as */
};

static void
policy_free (gpointer data)
{
  VouchLookupPolicy *policy = data;

  g_free (policy->contacts[VOUCH_LOOKUP_ENGLISH]);
  g_free (policy->contacts[VOUCH_LOOKUP_CHINESE]);
  g_free (policy);
}

/* Whom no station is known for is promised no more than every station keeps, and told whom to ask where all are one. */
static void
find_longest (VouchLookupPolicies *self)
{
  GHashTableIter iter;
  VouchLookupPolicy *policy;

  self->longest = vouch_lookup_policy_default;
  g_hash_table_iter_init (&iter, self->of_stations);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&policy))
    if (g_hash_table_size (self->of_stations) == 1)
      self->longest = *policy;
    else if (policy->promised_hours > self->longest.promised_hours)
      self->longest.promised_hours = policy->promised_hours;
}

static gboolean
load (VouchLookupPolicies *self, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      self->reader, "SELECT station, promised_hours, copied_after, keep_days, contact_en, contact_zh FROM policy",
      error);
  g_autoptr (GHashTable) read = g_hash_table_new_full (NULL, NULL, NULL, policy_free);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  while (vouch_lookup_stmt_step (stmt, &has_row, error))
    {
      VouchLookupPolicy *policy;

      if (!has_row)
        {
          g_hash_table_unref (self->of_stations);
          self->of_stations = g_steal_pointer (&read);
          find_longest (self);
          return TRUE;
        }
      policy = g_new0 (VouchLookupPolicy, 1);
      policy->promised_hours = vouch_lookup_stmt_get_number (stmt, 1);
      policy->copied_after = vouch_lookup_stmt_get_number (stmt, 2);
      policy->keep_days = vouch_lookup_stmt_get_number (stmt, 3);
      policy->contacts[VOUCH_LOOKUP_ENGLISH] = vouch_lookup_stmt_dup_text (stmt, 4);
      policy->contacts[VOUCH_LOOKUP_CHINESE] = vouch_lookup_stmt_dup_text (stmt, 5);
      g_hash_table_insert (read, GINT_TO_POINTER ((int)vouch_lookup_stmt_get_number (stmt, 0)), policy);
    }
  return FALSE;
}

/**
 * vouch_lookup_policies_new:
 * @reader: a connection of the thread that uses them
 *
 * Returns: (transfer full): the policies, read when they are first needed
 */
VouchLookupPolicies *
vouch_lookup_policies_new (VouchLookupDb *reader)
{
  VouchLookupPolicies *self = g_new0 (VouchLookupPolicies, 1);

  self->reader = reader;
  self->of_stations = g_hash_table_new_full (NULL, NULL, NULL, policy_free);
  self->longest = vouch_lookup_policy_default;
  self->published = 1;
  return self;
}

/**
 * vouch_lookup_policies_free:
 * @self: (nullable): the policies
 *
 * Frees them.
 */
void
vouch_lookup_policies_free (VouchLookupPolicies *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->of_stations);
  g_free (self);
}

/**
 * vouch_lookup_policies_find:
 * @self: the policies
 * @station: a station's number, or 0 where none is known
 *
 * Finds what holds for a station's customers. If the database cannot be read now, what held before holds.
 *
 * Returns: (transfer none): the policy, until the next call
 */
const VouchLookupPolicy *
vouch_lookup_policies_find (VouchLookupPolicies *self, gint64 station)
{
  int published = g_atomic_int_get (&self->published);
  const VouchLookupPolicy *found;
  g_autoptr (GError) error = NULL;

  if (published != self->loaded && load (self, &error))
    self->loaded = published;
  if (error != NULL)
    g_message ("The stations' policies could not be read: %s", error->message);
  found = g_hash_table_lookup (self->of_stations, GINT_TO_POINTER ((int)station));
  return found != NULL ? found : &self->longest;
}

/**
 * vouch_lookup_policies_outdate:
 * @self: the policies
 *
 * Says that something was published. Safe from any thread.
 */
void
vouch_lookup_policies_outdate (VouchLookupPolicies *self)
{
  g_atomic_int_inc (&self->published);
}
