#include "vouch-answer.h"

/**
 * vouch_answer_new:
 * @json: (transfer full): the answer for programs
 * @sentence: (transfer full) (nullable): the answer for people
 *
 * Returns: (transfer full): an answer
 */
VouchAnswer *
vouch_answer_new (JsonObject *json, char *sentence)
{
  VouchAnswer *self = g_new0 (VouchAnswer, 1);

  self->json = json;
  self->sentence = sentence;
  return self;
}

void
vouch_answer_free (VouchAnswer *self)
{
  if (self == NULL)
    return;
  json_object_unref (self->json);
  g_free (self->sentence);
  g_free (self);
}
