#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A pattern to be added, or what is changed of one: then what is not said stays. */
typedef struct
{
  char *name;
  char *new_name;   /* of one that is changed */
  char *kind;       /* "waybill" or "user"; of one that is added */
  char *meaning;    /* the carrier, or what such a code means */
  char *pattern;    /* see VouchCodeForm */
  char *check_rule; /* how the number checks itself: none, s10, ups, fedex, mod7 */
  char *opens;      /* what the code belongs to: delivery, product, lot, location, nothing */
  gint64 position;  /* the lowest is looked at first; 0 for the last */
} VouchPatternRequest;

VOUCH_DECLARE_RECORD (VouchPatternRequest, vouch_pattern_request)

/* A pattern by its name. */
typedef struct
{
  char *name;
} VouchPatternNameRequest;

VOUCH_DECLARE_RECORD (VouchPatternNameRequest, vouch_pattern_name_request)

/* The usual carriers' patterns; those that are there already stay as they are. */
typedef struct
{
  char *only; /* nullable: the one of this name */
} VouchPatternUsualRequest;

VOUCH_DECLARE_RECORD (VouchPatternUsualRequest, vouch_pattern_usual_request)

/* Answer VouchDone, with the pattern's name; of the usual ones with how many were added. */
extern const VouchUseCase vouch_pattern_add;
extern const VouchUseCase vouch_pattern_change;
extern const VouchUseCase vouch_pattern_retire;
extern const VouchUseCase vouch_pattern_restore;
extern const VouchUseCase vouch_pattern_add_usual;

gboolean vouch_pattern_insert_usual (VouchAct *act, const char *only, guint *n_added, GError **error);
GPtrArray *vouch_pattern_list_usual (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
