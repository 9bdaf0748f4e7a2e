#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_TEMPLATE_SECTION (vouch_template_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchTemplateSection, vouch_template_section, VOUCH, TEMPLATE_SECTION, AdwBin)

/**
 * VouchTemplateSection:
 *
 * The label templates: those that are built in and those of the house, one of them as it would be printed. Who may
 * makes new ones and takes files in.
 */

void vouch_template_section_choose (VouchTemplateSection *self, const char *name);
void vouch_template_section_import (VouchTemplateSection *self, GFile *file);

G_END_DECLS
