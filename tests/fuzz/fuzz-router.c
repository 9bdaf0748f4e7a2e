/* Any texts as codes, and any text as a pattern. The first line of the input is a pattern, the others are codes, read
 * one after the other as the codes of one label. What is told of a code can be shown, and what is merged stays. */
#include <string.h>

#include "vouch-code-form.h"
#include "vouch-label-read.h"
#include "vouch-scan-explain.h"

#define TODAY 20261122

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_pattern (const char *pattern, const char *code)
{
  gsize place = G_MAXSIZE;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCodeForm) form = vouch_code_form_new (pattern, &place, &error);
  g_autofree char *part = NULL;

  if (form == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (place, <=, strlen (pattern));
    }
  else if (vouch_code_form_fits (form, code, &part))
    {
      g_assert_cmpuint (strlen (code), >=, VOUCH_CODE_FORM_MIN_LENGTH);
      g_assert_nonnull (strstr (code, part));
    }
}

static void
check_hibc (const VouchHibc *hibc)
{
  g_assert_true (hibc->expiry == VOUCH_DATE_NONE || vouch_date_is_valid (hibc->expiry));
  g_assert_true (hibc->produced == VOUCH_DATE_NONE || vouch_date_is_valid (hibc->produced));
  g_assert_cmpint (hibc->quantity, >=, 0);
}

/* What a label said before it says afterwards; a second time the same code says nothing new. */
static void
check_merge (VouchLabelRead *label, const VouchScanMeaning *meaning)
{
  g_auto (VouchLabelRead) before = { 0 }, now = { 0 };
  VouchLabelFact disputed;

  if (meaning->kind == VOUCH_SCAN_KIND_HIBC)
    vouch_label_read_from_hibc (&now, &meaning->hibc);
  else if (meaning->reading == NULL || !vouch_label_read_from_elements (&now, meaning->reading, TODAY, NULL))
    return;
  vouch_label_read_copy (&before, label);
  disputed = vouch_label_read_merge (label, &now);
  g_assert_true (vouch_label_read_covers (label, &before));
  g_assert_cmpint (vouch_label_read_covers (label, &now), ==, disputed == VOUCH_LABEL_FACT_NONE);
  if (disputed == VOUCH_LABEL_FACT_NONE)
    return;
  vouch_label_read_take (&now, label, disputed);
  g_assert_cmpint (vouch_label_read_merge (label, &now), !=, disputed);
}

static void
route (const char *code, VouchLabelRead *label)
{
  VouchScanRules rules = { "XC", TRUE };
  g_autoptr (VouchScan) scan = vouch_scan_new (code, -1, VOUCH_SCAN_WEDGE, 1, NULL);
  g_auto (VouchScanMeaning) meaning = { 0 };
  g_autoptr (VouchScanExplanation) explanation = NULL;

  if (scan == NULL)
    return;
  vouch_scan_route_form (scan, &rules, &meaning);
  explanation = vouch_scan_explain (&meaning, TODAY);
  g_assert_nonnull (explanation->what);
  g_assert_true (g_utf8_validate (explanation->text, -1, NULL));
  g_assert_true ((meaning.kind == VOUCH_SCAN_KIND_BROKEN || meaning.kind == VOUCH_SCAN_KIND_REFUSED) ==
                 (meaning.message != NULL));
  g_assert_true (meaning.kind != VOUCH_SCAN_KIND_ELEMENTS || vouch_gs1_reading_is_valid (meaning.reading));
  check_hibc (&meaning.hibc);
  check_merge (label, &meaning);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 6);
  g_auto (VouchLabelRead) label = { 0 };

  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      check_pattern (lines[0], lines[i]);
      route (lines[i], &label);
    }
  return 0;
}
