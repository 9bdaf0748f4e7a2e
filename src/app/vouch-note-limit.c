/* A text that is typed or pasted into a form is kept up to 8 KiB, and the form says so before anything is lost. */
#include "vouch-note-limit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-text.h"

/* From here on it is counted for everybody to see. */
#define COUNT_FROM (VOUCH_TEXT_NOTE_MAX * 3 / 4)

/* How many bytes of a text fit, and no part of a character. */
static int
fit (const char *text, int length, gsize room)
{
  int fitting = (int)MIN ((gsize)length, room);

  while (fitting > 0 && fitting < length && ((guchar)text[fitting] & 0xc0) == 0x80)
    fitting--;
  return fitting;
}

static void
insert_text_cb (GtkEditable *editable, const char *text, int length, int *position, gpointer data)
{
  gsize held = strlen (gtk_editable_get_text (editable));
  gsize room = held < VOUCH_TEXT_NOTE_MAX ? VOUCH_TEXT_NOTE_MAX - held : 0;
  int whole = length < 0 ? (int)strlen (text) : length;
  int fitting = fit (text, whole, room);

  if (fitting == whole)
    return;
  g_signal_stop_emission_by_name (editable, "insert-text");
  if (fitting > 0)
    gtk_editable_insert_text (editable, text, fitting, position);
}

static void
changed_cb (GtkEditable *editable, GtkLabel *count)
{
  gsize held = strlen (gtk_editable_get_text (editable));
  g_autofree char *text = NULL;

  /* Translators: how long a text is, and how long it may be at most */
  text = g_strdup_printf (_ ("%d of %d bytes"), (int)held, VOUCH_TEXT_NOTE_MAX);
  gtk_label_set_label (count, text);
  gtk_widget_set_visible (GTK_WIDGET (count), held >= COUNT_FROM);
}

/**
 * vouch_note_limit_attach:
 * @row: an entry for a note or a reason
 *
 * What does not fit is not taken in, and once the text is long the row counts.
 */
void
vouch_note_limit_attach (AdwEntryRow *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));
  GtkWidget *count = gtk_label_new (NULL);

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_visible (count, FALSE);
  adw_entry_row_add_suffix (row, count);
  g_signal_connect (text, "insert-text", G_CALLBACK (insert_text_cb), NULL);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), count, 0);
}
