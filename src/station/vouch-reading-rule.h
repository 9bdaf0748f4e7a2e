#pragma once

#include "vouch-characteristic.h"
#include "vouch-inspect-work.h"
#include "vouch-reading.h"

G_BEGIN_DECLS

/* What a characteristic asks of a reading: a value in its unit, a defect, a photo, a second person. */
gboolean vouch_reading_rule_fill (VouchAct *act, const VouchRecordRequest *request,
                                  const VouchCharacteristic *characteristic, VouchReading *reading, GError **error);
gboolean vouch_reading_rule_insert_photo (VouchAct *act, const VouchRecordRequest *request, const VouchReading *reading,
                                          GError **error);

G_END_DECLS
