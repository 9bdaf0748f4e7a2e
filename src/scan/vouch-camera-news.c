#include "vouch-camera-news.h"

/* A code that is in the picture, or was until a moment ago. */
typedef struct
{
  VouchSymbol *symbol; /* as it was seen last */
  guint age;           /* looks since it came */
  guint missing;       /* looks since it was seen last */
  gboolean is_told;
} Presence;

struct _VouchCameraNews
{
  GPtrArray *present; /* Presence, in the order in which they came */
};

/**
 * vouch_camera_code_new:
 * @symbol: a code; it is copied
 * @is_new: whether it was not there before
 *
 * Returns: (transfer full): a code in a picture
 */
VouchCameraCode *
vouch_camera_code_new (const VouchSymbol *symbol, gboolean is_new)
{
  VouchCameraCode *self = g_new0 (VouchCameraCode, 1);

  self->symbol = vouch_symbol_copy (symbol);
  self->is_new = is_new;
  return self;
}

/**
 * vouch_camera_code_free:
 * @self: (nullable) (transfer full): a code
 */
void
vouch_camera_code_free (VouchCameraCode *self)
{
  if (self == NULL)
    return;
  vouch_symbol_free (self->symbol);
  g_free (self);
}

static void
free_presence (gpointer data)
{
  Presence *presence = data;

  vouch_symbol_free (presence->symbol);
  g_free (presence);
}

/**
 * vouch_camera_news_new:
 *
 * Returns: (transfer full): news of a camera that has not seen anything yet
 */
VouchCameraNews *
vouch_camera_news_new (void)
{
  VouchCameraNews *self = g_new0 (VouchCameraNews, 1);

  self->present = g_ptr_array_new_with_free_func (free_presence);
  return self;
}

/**
 * vouch_camera_news_free:
 * @self: (nullable) (transfer full): news
 */
void
vouch_camera_news_free (VouchCameraNews *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->present);
  g_free (self);
}

static Presence *
find (VouchCameraNews *self, const VouchSymbol *symbol)
{
  for (guint i = 0; i < self->present->len; i++)
    {
      Presence *presence = g_ptr_array_index (self->present, i);

      if (vouch_symbol_says_the_same (presence->symbol, symbol))
        return presence;
    }
  return NULL;
}

static void
see (VouchCameraNews *self, const VouchSymbol *symbol)
{
  Presence *presence = find (self, symbol);

  if (presence == NULL)
    {
      presence = g_new0 (Presence, 1);
      g_ptr_array_add (self->present, presence);
    }
  g_clear_pointer (&presence->symbol, vouch_symbol_free);
  presence->symbol = vouch_symbol_copy (symbol);
  presence->missing = 0;
}

static void
grow_older (VouchCameraNews *self)
{
  for (guint i = 0; i < self->present->len; i++)
    {
      Presence *presence = g_ptr_array_index (self->present, i);

      presence->age++;
      presence->missing++;
    }
}

static void
forget_missing (VouchCameraNews *self)
{
  for (guint i = self->present->len; i > 0; i--)
    if (((const Presence *)g_ptr_array_index (self->present, i - 1))->missing >= VOUCH_CAMERA_NEWS_LEAVING)
      g_ptr_array_remove_index (self->present, i - 1);
}

static gboolean
has_settled (VouchCameraNews *self)
{
  for (guint i = 0; i < self->present->len; i++)
    {
      const Presence *presence = g_ptr_array_index (self->present, i);

      if (!presence->is_told && presence->age >= VOUCH_CAMERA_NEWS_SETTLING)
        return TRUE;
    }
  return FALSE;
}

/* What is new, and what is still before the camera beside it. */
static GPtrArray *
tell (VouchCameraNews *self)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_camera_code_free);

  for (guint i = 0; i < self->present->len; i++)
    {
      Presence *presence = g_ptr_array_index (self->present, i);

      if (!presence->is_told || presence->missing <= VOUCH_CAMERA_NEWS_SETTLING)
        g_ptr_array_add (codes, vouch_camera_code_new (presence->symbol, !presence->is_told));
      presence->is_told = TRUE;
    }
  return codes;
}

/**
 * vouch_camera_news_take:
 * @self: news
 * @agreed: (element-type VouchSymbol): what may be believed of the frame that was looked at now; of a frame that was
 * lost nothing must be told
 *
 * Returns: (transfer full) (nullable) (element-type VouchCameraCode): the codes in the picture, at least one of them
 * new; %NULL if there is nothing new, or nothing that has settled yet
 */
GPtrArray *
vouch_camera_news_take (VouchCameraNews *self, GPtrArray *agreed)
{
  g_return_val_if_fail (self != NULL && agreed != NULL, NULL);

  grow_older (self);
  for (guint i = 0; i < agreed->len; i++)
    see (self, g_ptr_array_index (agreed, i));
  forget_missing (self);
  return has_settled (self) ? tell (self) : NULL;
}
