#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A template that is to be kept; of one that is there it becomes the next version. */
typedef struct
{
  char *name;
  char *content; /* see vouch-label-template(5) */
  gint64 seen;   /* the version that it was made of; 0 if that does not matter; -1 if there must be none of that name */
} VouchTemplateRequest;

VOUCH_DECLARE_RECORD (VouchTemplateRequest, vouch_template_request)

/* A template by its name. */
typedef struct
{
  char *name;
} VouchTemplateNameRequest;

VOUCH_DECLARE_RECORD (VouchTemplateNameRequest, vouch_template_name_request)

/* Answer VouchDone, with the template's name. */
extern const VouchUseCase vouch_template_save;
extern const VouchUseCase vouch_template_remove;

G_END_DECLS
