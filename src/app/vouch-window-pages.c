/* Which page of the window is shown, and what it reads. */
#include "vouch-delivery-list.h"
#include "vouch-lot-list.h"
#include "vouch-page.h"
#include "vouch-stage-page.h"
#include "vouch-window-private.h"

/* Customers' cases are for those who answer them, and for auditors, who see them without contact and photograph. */
static gboolean
may_see_cases (VouchWindow *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && (vouch_actor_may (actor, VOUCH_PERMISSION_CASES) ||
                           (vouch_actor_get_roles (actor) & VOUCH_ROLES_OF (VOUCH_ROLE_AUDITOR)) != 0);
}

/* Nobody who is not signed in sees more than the sheet of bar codes. */
static gboolean
is_for (VouchWindow *self, const char *name, const VouchDeskState *state)
{
  gboolean is_new = state->stage == VOUCH_STAGE_FIRST_START;

  if (g_str_equal (name, "service"))
    return !is_new && state->inspector != NULL && may_see_cases (self);

  if (g_str_equal (name, "first-run"))
    return is_new;
  if (g_str_equal (name, "samples"))
    return !is_new;
  return g_str_equal (name, "sign-in") ? !is_new && state->inspector == NULL : state->inspector != NULL;
}

static void
list_pages (VouchWindow *self, const VouchDeskState *state)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (adw_view_stack_get_pages (self->pages));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      adw_view_stack_page_set_visible (page, is_for (self, adw_view_stack_page_get_name (page), state));
    }
}

/* The lists that pages show and the window reads. */
void
vouch_window_make_lists (VouchWindow *self)
{
  self->review_lots = vouch_lot_list_new_for_review ();
  self->deliveries = vouch_delivery_list_new ();
  g_signal_connect_object (self->review_lots, "failed", G_CALLBACK (vouch_window_refuse_act), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deliveries, "failed", G_CALLBACK (vouch_window_refuse_act), self, G_CONNECT_SWAPPED);
  vouch_review_page_set_lots (self->review, self->review_lots);
  vouch_receive_page_set_deliveries (self->receive, self->deliveries);
}

/* Gives every page that reads for itself the desk that there is now. */
void
vouch_window_lend_desk (VouchWindow *self)
{
  vouch_paged_model_set_desk (self->review_lots, self->desk);
  vouch_paged_model_set_desk (self->deliveries, self->desk);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (VOUCH_IS_PAGE (child))
      vouch_page_set_desk (VOUCH_PAGE (child), self->desk);
}

static gboolean
may (VouchWindow *self, VouchPermission permission)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, permission);
}

/* Who decides and does not receive begins with what waits for a decision. */
static const char *
choose_page (VouchWindow *self, const VouchDeskState *state)
{
  if (state->stage == VOUCH_STAGE_HOME && may (self, VOUCH_PERMISSION_DECIDE) && !may (self, VOUCH_PERMISSION_RECEIVE))
    return "review";
  return vouch_stage_get_page (state->stage);
}

/* A scan at home of a label or a customer's code brings up the lot that it belongs to. */
static void
follow_lot (VouchWindow *self, const VouchDeskState *state)
{
  if (state->opened_act == 0 || state->opened_act == self->opened_act)
    return;
  self->opened_act = state->opened_act;
  vouch_lot_pane_show_lot (vouch_review_page_get_pane (self->review), state->lot_id);
  vouch_lot_pane_show_lot (vouch_search_page_get_pane (self->search), state->lot_id);
  vouch_window_show_page (self, state->lot_waits ? "review" : "search");
}

/* Labels that are many are printed where they can be followed. */
static void
follow_print (VouchWindow *self, const VouchDeskState *state)
{
  if (state->print_act == 0 || state->print_act == self->print_act)
    return;
  self->print_act = state->print_act;
  vouch_labels_page_print_lot (self->labels, state->lot_id, state->print_batch);
  vouch_window_show_page (self, "labels");
}

/* A scan at home of goods brings up what is known of them. */
static void
follow_search (VouchWindow *self, const VouchDeskState *state)
{
  if (state->search == NULL || self->searched_act == state->act)
    return;
  self->searched_act = state->act;
  vouch_search_page_set_text (self->search, state->search);
  vouch_window_show_page (self, "search");
}

static gboolean
is_page_for (VouchWindow *self, const char *const *names)
{
  const char *page = vouch_window_get_page (self);

  return page != NULL && g_strv_contains (names, page);
}

/* Whether the answers have a place on this page: where work is done, and at home for a question that a scan brought up
 * there, which is no reason to turn the page. */
static gboolean
has_place_for_answers (VouchWindow *self, const VouchDeskState *state)
{
  static const char *const at_work[] = { "receive", "inspect", NULL };
  static const char *const at_home[] = { "queue", NULL };

  return is_page_for (self, at_work) ||
         ((state->stage == VOUCH_STAGE_NEW_DELIVERY || state->is_asked) && is_page_for (self, at_home));
}

static gboolean
asks_out_of_sight (VouchWindow *self, VouchStage before, const VouchDeskState *state)
{
  gboolean is_new = (state->stage == VOUCH_STAGE_NEW_DELIVERY && before != state->stage) ||
                    (state->is_asked && state->act != self->asked_act);

  self->asked_act = state->is_asked ? state->act : 0;
  return is_new && !has_place_for_answers (self, state);
}

static void
let_decide (VouchWindow *self, VouchLotPane *pane)
{
  vouch_lot_pane_set_may_decide (pane, may (self, VOUCH_PERMISSION_DECIDE));
  vouch_lot_pane_set_may_attach (pane, may (self, VOUCH_PERMISSION_ATTACH));
}

/* The page follows the work; a page that was chosen by hand stays as long as the work stays where it is. */
void
vouch_window_follow_stage (VouchWindow *self, const VouchDeskState *state)
{
  VouchStage before = self->stage;
  gboolean has_moved = !g_str_equal (vouch_stage_get_page (before), vouch_stage_get_page (state->stage));
  gboolean has_come_home =
      state->stage == VOUCH_STAGE_HOME && before != VOUCH_STAGE_HOME && before != VOUCH_STAGE_NEW_DELIVERY;

  if (vouch_first_run_page_is_under_way (self->first_run))
    return;
  self->stage = state->stage;
  list_pages (self, state);
  let_decide (self, vouch_review_page_get_pane (self->review));
  let_decide (self, vouch_search_page_get_pane (self->search));
  if (state->stage == VOUCH_STAGE_HOME && before != VOUCH_STAGE_NEW_DELIVERY)
    vouch_window_read_deliveries (self);
  if (has_moved || has_come_home || asks_out_of_sight (self, before, state) ||
      adw_view_stack_get_visible_child_name (self->pages) == NULL)
    vouch_window_show_page (self, choose_page (self, state));
  follow_lot (self, state);
  follow_print (self, state);
  follow_search (self, state);
}

/**
 * vouch_window_show_page:
 * @self: a window
 * @name: of the page, as in the window's template: "receive", "inspect", "review", …
 *
 * Shows a page; one that is not for whoever is signed in is not shown.
 */
void
vouch_window_show_page (VouchWindow *self, const char *name)
{
  GtkWidget *child;

  g_return_if_fail (VOUCH_IS_WINDOW (self));

  child = adw_view_stack_get_child_by_name (self->pages, name);
  if (child != NULL && adw_view_stack_page_get_visible (adw_view_stack_get_page (self->pages, child)))
    adw_view_stack_set_visible_child (self->pages, child);
}

/**
 * vouch_window_get_page:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the name of the page that is shown
 */
const char *
vouch_window_get_page (VouchWindow *self)
{
  g_return_val_if_fail (VOUCH_IS_WINDOW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->pages);
}

/* A good result goes by itself, and so lies over the work that waits below; whatever stays has room of its own. Who
 * comes to the station has nothing to read there but the prompt. */
static VouchThirdShare
choose_share (VouchWindow *self)
{
  VouchFeedback feedback = vouch_result_panel_get_feedback (self->panel);

  if (feedback == VOUCH_FEEDBACK_OK)
    return VOUCH_THIRD_OVER;
  if (feedback != VOUCH_FEEDBACK_NONE || self->state->stage == VOUCH_STAGE_SIGN_IN ||
      self->state->stage == VOUCH_STAGE_PIN)
    return VOUCH_THIRD_FULL;
  return VOUCH_THIRD_STRIP;
}

/* The pages that are read rather than worked on have the whole height, but a result is shown everywhere. */
void
vouch_window_arrange (VouchWindow *self)
{
  static const char *const with_prompt[] = { "sign-in", "queue", "receive", "inspect", NULL };
  gboolean has_result = vouch_result_panel_get_feedback (self->panel) != VOUCH_FEEDBACK_NONE;

  if (!has_result && !is_page_for (self, with_prompt) && gtk_widget_has_focus (GTK_WIDGET (self->panel)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  vouch_third_set_share (self->third, choose_share (self));
  vouch_veil_set_covered (self->veil, choose_share (self) == VOUCH_THIRD_OVER);
  gtk_widget_set_visible (GTK_WIDGET (self->panel), has_result || is_page_for (self, with_prompt));
  gtk_widget_set_visible (GTK_WIDGET (self->answers), self->has_answers && has_place_for_answers (self, self->state));
  vouch_window_arrange_camera (self);
  gtk_widget_set_visible (self->keypad, is_page_for (self, with_prompt) &&
                                            !vouch_camera_view_is_choosing (self->camera) &&
                                            !vouch_desk_state_has_numbered_answers (self->state) &&
                                            vouch_desk_state_offers (self->state, VOUCH_COMMAND_DIGIT));
}

/* Reads what a page shows when it comes up, and puts the focus where no text is typed. */
void
vouch_window_page_changed (VouchWindow *self)
{
  const char *page = vouch_window_get_page (self);

  vouch_window_arrange (self);
  if (self->desk == NULL || page == NULL)
    return;
  if (g_str_equal (page, "review"))
    vouch_window_read_lots (self);
  else if (g_str_equal (page, "samples"))
    vouch_window_read_samples (self);
  if (VOUCH_IS_PAGE (adw_view_stack_get_visible_child (self->pages)))
    vouch_page_refresh (VOUCH_PAGE (adw_view_stack_get_visible_child (self->pages)));
  if (g_str_equal (page, "search"))
    vouch_search_page_start (self->search);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->panel)))
    gtk_widget_grab_focus (GTK_WIDGET (self->panel));
  else
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Reads the deliveries that wait. */
void
vouch_window_read_deliveries (VouchWindow *self)
{
  if (self->desk != NULL && self->state->inspector != NULL)
    vouch_paged_model_reload (self->deliveries);
}
