#include "vouch-discard-question.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"

static void
answer_cb (AdwMessageDialog *question, const char *response, VouchDiscardAgreed agreed)
{
  if (g_str_equal (response, "discard"))
    agreed (g_object_get_data (G_OBJECT (question), "window"));
}

/**
 * vouch_discard_question_ask:
 * @window: the window that somebody wants to close
 * @body: what is not saved yet
 * @agreed: called with @window if it may be lost
 */
void
vouch_discard_question_ask (GtkWindow *window, const char *body, VouchDiscardAgreed agreed)
{
  GtkWidget *question;

  g_return_if_fail (GTK_IS_WINDOW (window));

  question = adw_message_dialog_new (window, _ ("Discard the Changes?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "back", _ ("Go On Editing"), "discard",
                                    _ ("Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  vouch_accessible_name_answers (ADW_MESSAGE_DIALOG (question));
  /* GTK looks at the window before which the question stood when it takes the question down. */
  g_object_set_data_full (G_OBJECT (question), "window", g_object_ref (window), g_object_unref);
  g_signal_connect (question, "response", G_CALLBACK (answer_cb), agreed);
  gtk_window_present (GTK_WINDOW (question));
}
