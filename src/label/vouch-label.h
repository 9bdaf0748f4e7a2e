#pragma once

#include <glib.h>

#include "vouch-label-template.h"

G_BEGIN_DECLS

/* So many of the first labels are read back after a template changed. */
#define VOUCH_LABEL_FIRST_AFTER_CHANGE 10

/**
 * VouchExpectedCode:
 * @symbology: what it is printed as
 * @aim: the AIM identifier with which a reader should send it
 * @text: what a reader should send after it
 * @field: (nullable): the field that it was made of
 * @dots: where it is on the label, its quiet zone included, dots
 *
 * A symbol that must be read back from a label before the label may be used.
 */
typedef struct
{
  VouchSymbology symbology;
  const char *aim;
  const char *text;
  const char *field;
  VouchRect dots;
} VouchExpectedCode;

/**
 * VouchLabel:
 *
 * One label, laid out on the whole dots of a printer. To be used by one thread at a time.
 */
typedef struct _VouchLabel VouchLabel;

VouchLabel *vouch_label_new (const VouchLabelTemplate *template, GHashTable *fields, guint dpi,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_free (VouchLabel *self);
guint vouch_label_get_dpi (const VouchLabel *self);
int vouch_label_get_width (const VouchLabel *self);
int vouch_label_get_height (const VouchLabel *self);
guint vouch_label_get_n_codes (const VouchLabel *self);
const VouchExpectedCode *vouch_label_get_code (const VouchLabel *self, guint index);
gboolean vouch_label_render_grey (const VouchLabel *self, guint8 **pixels, guint *width, guint *height, guint *stride);

gboolean vouch_expected_code_matches (const VouchExpectedCode *self, const char *aim, const char *text, gsize length);
GArray *vouch_label_plan_readback (guint count, guint n_first) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabel, vouch_label_free)

G_END_DECLS
