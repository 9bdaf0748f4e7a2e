#include "vouch-template-version.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchTemplateVersion, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateVersion, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTemplateVersion, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateVersion, content, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTemplateVersion, is_active, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateVersion, changed_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTemplateVersion, changed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTemplateVersion, vouch_template_version, "template_version", fields)
