#pragma once

#include <pango/pango.h>

#include "vouch-code.h"
#include "vouch-label-draw.h"
#include "vouch-label-image.h"
#include "vouch-label-mark-private.h"
#include "vouch-label.h"

G_BEGIN_DECLS

/* An element with its fields filled in and its place found. What belongs to another kind is unset. Labels that say the
 * same share it. */
typedef struct
{
  VouchElementKind kind;
  VouchRect dots;
  char *field;
  gboolean white;
  PangoLayout *layout; /* a text */
  VouchAlign align;    /* of a text that is one line */
  VouchAlign valign;   /* of a text */
  VouchCode *code;     /* a code; dots include its quiet zone */
  int module;          /* of a code: dots a module */
  int thickness;       /* of a box */
  VouchLabelMark mark;
  VouchLabelImage *image;
} VouchLabelItem;

struct _VouchLabel
{
  guint dpi;
  int width;
  int height;
  GPtrArray *items; /* of VouchLabelItem, back to front */
  GArray *codes;    /* of VouchExpectedCode */
};

VouchLabelItem *vouch_label_item_new (const VouchLabelElement *element, guint dpi) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelItem *vouch_label_item_ref (VouchLabelItem *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_item_unref (VouchLabelItem *self);
gboolean vouch_label_item_place_code (VouchLabelItem *self, const VouchLabelElement *element, const char *text,
                                      guint dpi, GError **error);
VouchLabelItem *vouch_label_item_new_hri (const VouchLabelItem *code, const VouchLabelElement *element, guint dpi,
                                          PangoContext *context, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_item_place_image (VouchLabelItem *self, const VouchLabelElement *element, GError **error);
void vouch_label_item_draw (const VouchLabelItem *self, cairo_t *cr);
gboolean vouch_label_item_touches (const VouchLabelItem *self, const VouchRect *dots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelItem, vouch_label_item_unref)

G_END_DECLS
