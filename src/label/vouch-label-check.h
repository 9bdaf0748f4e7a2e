#pragma once

#include <glib.h>

#include "vouch-label-template.h"

G_BEGIN_DECLS

gboolean vouch_label_template_check (const VouchLabelTemplate *self, GError **error);
gboolean
vouch_label_template_check_element (const VouchLabelTemplate *self, const VouchLabelElement *element, GError **error);

G_END_DECLS
