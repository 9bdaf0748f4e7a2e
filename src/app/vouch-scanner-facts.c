#include "vouch-scanner-facts.h"

#include "vouch-shape.h"

static VouchMark
mark_of (VouchScannerMark mark)
{
  static const VouchMark marks[] = {
    [VOUCH_SCANNER_MARK_GOOD] = VOUCH_MARK_PASS,
    [VOUCH_SCANNER_MARK_REPAIRED] = VOUCH_MARK_PASS,
    [VOUCH_SCANNER_MARK_ADVICE] = VOUCH_MARK_WARNING,
  };

  return marks[mark];
}

static GtkWidget *
make_row (const VouchScannerFact *fact)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (fact->text);
  VouchShape *shape = g_object_new (VOUCH_TYPE_SHAPE, "size", 22, "valign", GTK_ALIGN_START, NULL);

  vouch_shape_set_mark (shape, mark_of (fact->mark));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (shape));
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

/**
 * vouch_scanner_facts_fill:
 * @box: where the facts go, below each other
 * @profile: what is known of a scanner
 *
 * Each fact is a sentence with a sign that says whether there is something to do.
 */
void
vouch_scanner_facts_fill (GtkBox *box, const VouchScannerProfile *profile)
{
  g_autoptr (GPtrArray) facts = vouch_scanner_words_list_facts (profile);

  for (guint i = 0; i < facts->len; i++)
    gtk_box_append (box, make_row (g_ptr_array_index (facts, i)));
}
