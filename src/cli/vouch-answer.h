#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * VouchAnswer:
 * @json: the answer for programs
 * @sentence: (nullable): the answer for people; nothing is printed where there is none
 *
 * What a command says to one request. Everything is owned.
 */
typedef struct
{
  JsonObject *json;
  char *sentence;
} VouchAnswer;

VouchAnswer *vouch_answer_new (JsonObject *json, char *sentence) G_GNUC_WARN_UNUSED_RESULT;
void vouch_answer_free (VouchAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchAnswer, vouch_answer_free)

G_END_DECLS
