/* Bar codes from a scanner's own manual. A scanner that understands one obeys and sends nothing; another make's, or one
 * that is not being set up, types it like any other. It must not become a lot number, and the person should know. */
#include "vouch-setup-code.h"

#include <string.h>

/* Makes whose codes begin in a way that no number of goods does. */
static const char *const beginnings[] = {
  "@FACDEF", "@SETUP", "@MENU_OPTO",        /* Newland, Opticon */
  "%%",      "$%",     "$+",         "$P,", /* Netum and its like; Datalogic */
  "{N",      "{S",     "<FNC3>",            /* written out */
};

/* Honeywell's: a command of six characters, perhaps with a value, and a full stop or an exclamation mark at its end. */
static const char *const commands[] = {
  "ALLENA", "BEPLVL", "BEPBIP", "BEPRPT", "DEFALT", "DEFOVR", "KBDCTY", "KBDCAS",
  "MNUCDP", "MNUCDS", "PAPHHF", "PAPPST", "PREBK2", "PROGMD", "RESET_", "REVINF",
  "SUFBK2", "SUFCA2", "TERMID", "TRGMOD", "TRGSTO", "VSUFCR", "VSUFTB",
};

static gboolean
is_menu_command (const char *text)
{
  gsize length = strlen (text);

  if (length < 7 || (text[length - 1] != '.' && text[length - 1] != '!'))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_has_prefix (text, commands[i]))
      return TRUE;
  return FALSE;
}

/**
 * vouch_setup_code_is_one:
 * @text: what was scanned
 *
 * Returns: whether it sets up a scanner
 */
gboolean
vouch_setup_code_is_one (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (text, beginnings[i]))
      return TRUE;
  return is_menu_command (text);
}
