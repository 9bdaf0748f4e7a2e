#include "ui-test.h"

#include "vouch-history-section.h"
#include "vouch-late-page.h"

static gboolean was_mapped;
static guint n_made;

static void
mapped_cb (void)
{
  was_mapped = TRUE;
}

static void
made_cb (VouchLatePage *late, GtkWidget *page)
{
  g_assert_true (VOUCH_IS_HISTORY_SECTION (page));
  g_assert_true (vouch_late_page_get_page (late) == page);
  n_made++;
}

static void
show (GtkWidget *stack, GtkWidget *page)
{
  gulong handler = g_signal_connect (page, "map", G_CALLBACK (mapped_cb), NULL);

  was_mapped = FALSE;
  gtk_stack_set_visible_child (GTK_STACK (stack), page);
  ui_test_wait (&was_mapped);
  g_signal_handler_disconnect (page, handler);
}

static void
test_a_page_is_made_once_and_when_it_comes_up (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *other = gtk_label_new ("other");
  GtkWidget *late = g_object_new (VOUCH_TYPE_LATE_PAGE, "page-type", VOUCH_TYPE_HISTORY_SECTION, NULL);
  GtkWidget *made;

  g_signal_connect (late, "made", G_CALLBACK (made_cb), NULL);
  g_signal_connect (other, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_stack_add_child (GTK_STACK (stack), other);
  gtk_stack_add_child (GTK_STACK (stack), late);
  gtk_window_set_child (GTK_WINDOW (window), stack);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (&was_mapped);
  g_assert_null (vouch_late_page_get_page (VOUCH_LATE_PAGE (late)));

  show (stack, late);
  made = vouch_late_page_get_page (VOUCH_LATE_PAGE (late));
  g_assert_nonnull (made);
  show (stack, other);
  show (stack, late);
  g_assert_true (vouch_late_page_get_page (VOUCH_LATE_PAGE (late)) == made);
  g_assert_cmpuint (n_made, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/late-page/a-page-is-made-once-and-when-it-comes-up",
                   test_a_page_is_made_once_and_when_it_comes_up);
  return g_test_run ();
}
