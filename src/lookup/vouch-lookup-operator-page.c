#include "vouch-lookup-operator-page.h"

#include "vouch-lookup-html.h"
#include "vouch-lookup-page.h"

static const char *
say (const VouchLookupTexts *texts, const char *key)
{
  return vouch_lookup_texts_get (texts, key);
}

/**
 * vouch_lookup_operator_page_get_policy:
 *
 * Gets the content security policy of the operator's page: its style sheet, and nothing else.
 *
 * Returns: the policy, lent
 */
const char *
vouch_lookup_operator_page_get_policy (void)
{
  static gsize once;
  static char *policy;

  if (g_once_init_enter (&once))
    {
      g_autofree char *hash = vouch_lookup_page_hash_style ("operator.css");

      policy = g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; "
                                "frame-ancestors 'none'",
                                hash);
      g_once_init_leave (&once, 1);
    }
  return policy;
}

static void
write_head (VouchHtml *html, const VouchLookupTexts *texts)
{
  vouch_html_open (html, "head", NULL);
  vouch_html_open (html, "meta", "charset", "utf-8", NULL);
  vouch_html_open (html, "meta", "name", "viewport", "content", "width=device-width,initial-scale=1", NULL);
  vouch_html_open (html, "meta", "name", "color-scheme", "content", "light dark", NULL);
  vouch_html_element (html, "title", say (texts, "operator.title"), NULL);
  vouch_html_open (html, "style", NULL);
  vouch_html_own (html, vouch_lookup_page_get_style ("operator.css"));
  vouch_html_close (html, "style");
  vouch_html_close (html, "head");
}

static void
open_table (VouchHtml *html, const VouchLookupTexts *texts, const char *title, const char *const *columns)
{
  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (texts, title), NULL);
  vouch_html_open (html, "table", NULL);
  if (columns == NULL)
    return;
  vouch_html_open (html, "tr", NULL);
  for (gsize i = 0; columns[i] != NULL; i++)
    vouch_html_element (html, "th", say (texts, columns[i]), "scope", "col", NULL);
  vouch_html_close (html, "tr");
}

static void
close_table (VouchHtml *html)
{
  vouch_html_close (html, "table");
  vouch_html_close (html, "section");
}

static void
write_number (VouchHtml *html, gint64 number, gboolean is_bad)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  vouch_html_element (html, "td", text, "class", is_bad ? "bad" : "number", NULL);
}

static void
write_row (VouchHtml *html, const VouchLookupTexts *texts, const char *key, gint64 number, gboolean is_bad)
{
  vouch_html_open (html, "tr", NULL);
  vouch_html_element (html, "th", say (texts, key), "scope", "row", NULL);
  write_number (html, number, is_bad);
  vouch_html_close (html, "tr");
}

static void
write_queries (VouchHtml *html, const VouchLookupTexts *texts, const VouchLookupOperatorFacts *facts)
{
  static const char *const keys[VOUCH_LOOKUP_DEEDS] = {
    [VOUCH_LOOKUP_DEED_COUNTED] = "operator.counted",     [VOUCH_LOOKUP_DEED_REPEATED] = "operator.repeated",
    [VOUCH_LOOKUP_DEED_UNCOUNTED] = "operator.uncounted", [VOUCH_LOOKUP_DEED_UNKNOWN] = "operator.unknown",
    [VOUCH_LOOKUP_DEED_REPORTED] = "operator.reported",
  };

  open_table (html, texts, "operator.queries", NULL);
  for (guint i = 0; i < VOUCH_LOOKUP_DEEDS; i++)
    write_row (html, texts, keys[i], (gint64)vouch_lookup_tally_get (facts->tally, (VouchLookupDeed)i), FALSE);
  close_table (html);
}

static void
write_cases (VouchHtml *html, const VouchLookupTexts *texts, const VouchLookupStanding *standing)
{
  open_table (html, texts, "operator.cases", NULL);
  write_row (html, texts, "operator.cases.all", standing->cases, FALSE);
  write_row (html, texts, "operator.cases.waiting", standing->cases_waiting, FALSE);
  write_row (html, texts, "operator.cases.late", standing->cases_late, standing->cases_late > 0);
  close_table (html);
}

static void
write_chains (VouchHtml *html, const VouchLookupTexts *texts, const GArray *chains)
{
  static const char *const columns[] = { "operator.station", "operator.epoch",
                                         "operator.seq",     "operator.held",
                                         "operator.forks",   "operator.epoch_refused",
                                         "operator.state",   NULL };

  open_table (html, texts, "operator.publications", columns);
  for (guint i = 0; i < chains->len; i++)
    {
      const VouchLookupStandingChain *chain = &g_array_index (chains, VouchLookupStandingChain, i);

      vouch_html_open (html, "tr", NULL);
      write_number (html, chain->station, FALSE);
      write_number (html, chain->epoch, FALSE);
      write_number (html, chain->seq, FALSE);
      write_number (html, chain->held, chain->held > 0 && !chain->is_closed);
      write_number (html, chain->forks, chain->forks > 0);
      write_number (html, chain->refused, chain->refused > 0);
      vouch_html_element (html, "td", say (texts, chain->is_closed ? "operator.closed" : "operator.open"), NULL);
      vouch_html_close (html, "tr");
    }
  close_table (html);
}

static void
write_units (VouchHtml *html, const VouchLookupTexts *texts, const VouchLookupOperatorFacts *facts)
{
  static const char *const columns[] = { "lot", "operator.unit", "operator.key", "operator.asked", "operator.first",
                                         NULL };

  open_table (html, texts, "operator.suspicious", columns);
  for (guint i = 0; i < facts->units->len; i++)
    {
      const VouchLookupStandingUnit *unit = &g_array_index (facts->units, VouchLookupStandingUnit, i);
      g_autofree char *date =
          vouch_lookup_texts_date (texts, vouch_date_from_time (unit->first_at, facts->utc_offset_s));

      vouch_html_open (html, "tr", NULL);
      vouch_html_element (html, "td", unit->lot, NULL);
      write_number (html, unit->unit, FALSE);
      write_number (html, unit->key_version, FALSE);
      write_number (html, unit->queries, FALSE);
      vouch_html_element (html, "td", date, NULL);
      vouch_html_close (html, "tr");
    }
  close_table (html);
}

static void
write_limits (VouchHtml *html, const VouchLookupTexts *texts, const VouchLookupOperatorFacts *facts)
{
  static const char *const columns[] = { "operator.kind", "operator.per_minute", "operator.burst", "operator.refused",
                                         NULL };
  static const char *const keys[VOUCH_LOOKUP_LIMITS] = {
    [VOUCH_LOOKUP_LIMIT_HIT] = "operator.limit.hit",
    [VOUCH_LOOKUP_LIMIT_MISS] = "operator.limit.miss",
    [VOUCH_LOOKUP_LIMIT_MALFORMED] = "operator.limit.malformed",
    [VOUCH_LOOKUP_LIMIT_REPORT] = "operator.limit.report",
  };

  open_table (html, texts, "operator.limits", columns);
  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    {
      vouch_html_open (html, "tr", NULL);
      vouch_html_element (html, "th", say (texts, keys[i]), "scope", "row", NULL);
      write_number (html, facts->rates[i].per_minute, FALSE);
      write_number (html, facts->rates[i].burst, FALSE);
      write_number (html, (gint64)vouch_lookup_tally_get_limited (facts->tally, (VouchLookupLimit)i), FALSE);
      vouch_html_close (html, "tr");
    }
  close_table (html);
}

/**
 * vouch_lookup_operator_page:
 * @texts: in which language
 * @facts: what it says
 *
 * Makes the operator's page.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_operator_page (const VouchLookupTexts *texts, const VouchLookupOperatorFacts *facts)
{
  g_autoptr (VouchHtml) html = vouch_html_new ();
  g_autofree char *date =
      vouch_lookup_texts_date (texts, vouch_date_from_time (facts->started_at, facts->utc_offset_s));
  g_autofree char *lots = g_strdup_printf ("%" G_GINT64_FORMAT, facts->standing.lots);
  g_autofree char *intro =
      vouch_lookup_texts_fill (texts, "operator.intro", "version", VOUCH_VERSION, "date", date, "lots", lots, NULL);

  vouch_html_doctype (html);
  vouch_html_open (html, "html", "lang", say (texts, "lang"), NULL);
  write_head (html, texts);
  vouch_html_open (html, "body", NULL);
  vouch_html_open (html, "main", NULL);
  vouch_html_element (html, "h1", say (texts, "operator.title"), NULL);
  vouch_html_element (html, "p", intro, NULL);
  write_chains (html, texts, facts->chains);
  write_queries (html, texts, facts);
  write_units (html, texts, facts);
  write_cases (html, texts, &facts->standing);
  write_limits (html, texts, facts);
  vouch_html_close (html, "main");
  vouch_html_close (html, "body");
  vouch_html_close (html, "html");
  return vouch_html_end (html);
}
