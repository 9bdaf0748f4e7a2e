#pragma once

#include "vouch-symbol.h"

G_BEGIN_DECLS

/* Looks after the first at which what came with a code is still taken for one sight with it. */
#define VOUCH_CAMERA_NEWS_SETTLING 2
/* Looks without a code after which it has left the picture: a hand shakes, and light flickers. */
#define VOUCH_CAMERA_NEWS_LEAVING 10

/**
 * VouchCameraCode:
 * @symbol: (owned): a code in the picture
 * @is_new: it was not there before; another one was told of already and is still there
 */
typedef struct
{
  VouchSymbol *symbol;
  gboolean is_new;
} VouchCameraCode;

VouchCameraCode *vouch_camera_code_new (const VouchSymbol *symbol, gboolean is_new) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_code_free (VouchCameraCode *self);

/**
 * VouchCameraNews:
 *
 * Says once of each code that it came, however long it is held before the camera. One that left the picture and comes
 * back is a new one. Codes that come together are told together, so that somebody can choose.
 */
typedef struct _VouchCameraNews VouchCameraNews;

VouchCameraNews *vouch_camera_news_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_news_free (VouchCameraNews *self);
GPtrArray *vouch_camera_news_take (VouchCameraNews *self, GPtrArray *agreed) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCameraNews, vouch_camera_news_free)

G_END_DECLS
