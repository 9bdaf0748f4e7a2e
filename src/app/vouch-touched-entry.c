#include "vouch-touched-entry.h"

#include <string.h>

struct _VouchTouchedEntry
{
  GtkWidget *entry; /* weak; nullable: it was no entry */
  char *text;
  int selection_start;
  int selection_end;
  GString *passed; /* the first characters, which went to whoever had the focus */
};

/**
 * vouch_touched_entry_new:
 *
 * Returns: (transfer full): one that remembers nothing
 */
VouchTouchedEntry *
vouch_touched_entry_new (void)
{
  VouchTouchedEntry *self = g_new0 (VouchTouchedEntry, 1);

  self->passed = g_string_new (NULL);
  return self;
}

/**
 * vouch_touched_entry_free:
 * @self: (nullable) (transfer full): what was remembered
 */
void
vouch_touched_entry_free (VouchTouchedEntry *self)
{
  if (self == NULL)
    return;
  vouch_touched_entry_forget (self);
  g_string_free (self->passed, TRUE);
  g_free (self);
}

/**
 * vouch_touched_entry_forget:
 * @self: what was remembered
 */
void
vouch_touched_entry_forget (VouchTouchedEntry *self)
{
  g_clear_weak_pointer (&self->entry);
  g_clear_pointer (&self->text, g_free);
}

/**
 * vouch_touched_entry_remember:
 * @self: what is remembered
 * @focus: (nullable): what gets the next character, perhaps the first one of a scan
 */
void
vouch_touched_entry_remember (VouchTouchedEntry *self, GtkWidget *focus)
{
  vouch_touched_entry_forget (self);
  g_string_truncate (self->passed, 0);
  if (focus == NULL || !GTK_IS_EDITABLE (focus))
    return;
  g_set_weak_pointer (&self->entry, focus);
  self->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &self->selection_start, &self->selection_end))
    return;
  self->selection_start = self->selection_end = gtk_editable_get_position (GTK_EDITABLE (focus));
}

/**
 * vouch_touched_entry_note:
 * @self: what is remembered
 * @character: which whoever has the focus gets; 0 for a key that types none
 */
void
vouch_touched_entry_note (VouchTouchedEntry *self, gunichar character)
{
  if (character != 0)
    g_string_append_unichar (self->passed, character);
}

/**
 * vouch_touched_entry_restore:
 * @self: what was remembered
 *
 * Puts the entry back as it was. Selecting resets the input method, which got the first characters and would begin a
 * word with them.
 */
void
vouch_touched_entry_restore (VouchTouchedEntry *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->entry);

  if (entry == NULL)
    return;
  if (!g_str_equal (gtk_editable_get_text (entry), self->text))
    gtk_editable_set_text (entry, self->text);
  gtk_editable_select_region (entry, self->selection_start, self->selection_end);
}

/**
 * vouch_touched_entry_close_opened:
 * @self: what was remembered
 * @focus: (nullable): what has the focus now
 *
 * A page's search opens with the first key that nobody else wants, and gets it. That was no search.
 */
void
vouch_touched_entry_close_opened (VouchTouchedEntry *self, GtkWidget *focus)
{
  g_autofree char *text = NULL;
  GtkWidget *search;

  if (focus == NULL || focus == self->entry || !GTK_IS_EDITABLE (focus))
    return;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  if (self->passed->len == 0 || !g_str_has_suffix (text, self->passed->str))
    return;
  text[strlen (text) - self->passed->len] = '\0';
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  search = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_BAR);
  if (search != NULL && *text == '\0')
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (search), FALSE);
}
