#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchSamplingType:
 * @VOUCH_SAMPLING_TYPE_SINGLE: one sample decides
 * @VOUCH_SAMPLING_TYPE_DOUBLE: a second sample decides where the first does not
 * @VOUCH_SAMPLING_TYPE_MULTIPLE: up to seven samples
 *
 * How many samples a plan may take.
 */
typedef enum
{
  VOUCH_SAMPLING_TYPE_SINGLE,
  VOUCH_SAMPLING_TYPE_DOUBLE,
  VOUCH_SAMPLING_TYPE_MULTIPLE,
} VouchSamplingType;

#define VOUCH_N_SAMPLING_TYPES (VOUCH_SAMPLING_TYPE_MULTIPLE + 1)

const char *vouch_sampling_type_get_id (VouchSamplingType type);
const char *vouch_sampling_type_get_label (VouchSamplingType type);
gboolean vouch_sampling_type_parse (const char *id, VouchSamplingType *type, GError **error);

G_END_DECLS
