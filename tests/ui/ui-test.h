#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "vouch-app-resources.h"
#include "vouch-desk-state.h"

/* Starts GTK, libadwaita and GTest, and makes the templates and their look known. */
static inline void
ui_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_resources_register (vouch_app_get_resource ());
  gtk_css_provider_load_from_resource (style, "/app/vouch/Station/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Lets everything happen that is due now. */
static inline void
ui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
ui_test_stop_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* Runs the loop until the flag is set; a test that waits for ten seconds has failed. */
static inline void
ui_test_wait (const gboolean *flag)
{
  gboolean is_late = FALSE;
  guint id = g_timeout_add_once (10000, ui_test_stop_cb, &is_late);

  while (!*flag && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_late);
  g_source_remove (id);
}

/* The first descendant of a type, depth first. */
static inline GtkWidget *
ui_test_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first label that says so and is in sight, or NULL. */
static inline GtkWidget *
ui_test_find_text (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A state as the desk makes it, with what most stages have. */
static inline VouchDeskState *
ui_test_state (VouchStage stage)
{
  VouchDeskState *state = vouch_desk_state_new ();

  state->stage = stage;
  state->act = 1 + (guint)stage;
  state->prompt = g_strdup_printf ("prompt %d", (int)stage);
  if (state->typed == NULL)
    state->typed = g_strdup ("");
  if (stage >= VOUCH_STAGE_HOME)
    state->inspector = g_strdup ("Li Wei");
  if (stage >= VOUCH_STAGE_GOODS)
    {
      state->delivery = g_strdup ("PO-1");
      state->receipt_id = 7;
    }
  return state;
}
