#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SEVERITY_SECTION (vouch_severity_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchSeveritySection, vouch_severity_section, VOUCH, SEVERITY_SECTION, AdwBin)

/**
 * VouchSeveritySection:
 *
 * How strictly each product of each supplier is inspected: those first whose ledger is broken, then those discontinued.
 * Out of sight where nothing is. A line opens its ledger, and what a QA lead may declare about it.
 *
 * Properties: "title" (of the section: it says how many ledgers are broken), "pressing" (whether any is).
 *
 * Signals: "refused" (message); "done" (message): an act was signed.
 */

G_END_DECLS
