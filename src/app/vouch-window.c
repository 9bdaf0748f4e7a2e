#include "vouch-window.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-desk-actions.h"
#include "vouch-error.h"
#include "vouch-help-window.h"
#include "vouch-keypad.h"
#include "vouch-late-page.h"
#include "vouch-row-box.h"
#include "vouch-scanner-dialog.h"
#include "vouch-shell.h"
#include "vouch-shortcuts.h"
#include "vouch-shown-page.h"
#include "vouch-sign-in-page.h"
#include "vouch-spinner.h"
#include "vouch-stage-page.h"
#include "vouch-station-settings.h"
#include "vouch-window-private.h"

enum
{
  RETRY,
  POPULATED,
  LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_PAGE = 1,
} VouchWindowProperty;

static GParamSpec *props[PROP_PAGE + 1];

G_DEFINE_FINAL_TYPE (VouchWindow, vouch_window, ADW_TYPE_APPLICATION_WINDOW)

static void
showing_cb (VouchWindow *self, guint feedback)
{
  vouch_window_arrange (self);
  if (self->tones != NULL)
    vouch_tones_play (self->tones, (VouchFeedback)feedback);
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (VOUCH_WINDOW (widget)->root, "opening");
  g_signal_emit (widget, signals[RETRY], 0);
}

static void
delivery_chosen_cb (VouchWindow *self, const char *number)
{
  vouch_window_answer (self, number);
  gtk_widget_grab_focus (GTK_WIDGET (self->panel));
}

static void
desk_changed_cb (VouchWindow *self)
{
  g_autoptr (VouchDeskState) state = vouch_desk_get_state (self->desk);

  vouch_window_show_state (self, state);
}

static void
page_changed_cb (VouchWindow *self)
{
  vouch_window_page_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

/* As an action's state, too, the name has to be a text at any time. */
static const char *
get_page_name (VouchWindow *self)
{
  const char *name = self->pages != NULL ? vouch_window_get_page (self) : NULL;

  return name != NULL ? name : "";
}

static void
vouch_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((VouchWindowProperty)prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, get_page_name (VOUCH_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((VouchWindowProperty)prop_id)
    {
    case PROP_PAGE:
      vouch_window_show_page (VOUCH_WINDOW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Escape goes back from what lies uppermost. */
static gboolean
leave_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return vouch_window_answer_choice (VOUCH_WINDOW (widget), VOUCH_COMMAND_BACK, 0) ||
         gtk_widget_activate_action (widget, "desk.back", NULL);
}

static gboolean
paste_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return gtk_widget_activate_action (widget, "win.paste-picture", NULL);
}

static void
vouch_window_dispose (GObject *object)
{
  VouchWindow *self = VOUCH_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->slow_picture_id, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  self->desk = NULL;
  g_clear_object (&self->review_lots);
  g_clear_object (&self->deliveries);
  g_clear_object (&self->typed);
  g_clear_object (&self->repeats);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_WINDOW);
  G_OBJECT_CLASS (vouch_window_parent_class)->dispose (object);
}

static void
vouch_window_finalize (GObject *object)
{
  VouchWindow *self = VOUCH_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->state, vouch_desk_state_unref);
  G_OBJECT_CLASS (vouch_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, header);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, root);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, condition);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, scanners);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, state_line);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, third);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, veil);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, inspect);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, keypad);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, camera);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, queue);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, first_run);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, receive);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, review);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, search);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, labels);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, samples);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, settings_page);
  gtk_widget_class_bind_template_child (widget_class, VouchWindow, problems);
}

static void
vouch_window_class_init (VouchWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vouch_window_get_property;
  object_class->set_property = vouch_window_set_property;
  object_class->dispose = vouch_window_dispose;
  object_class->finalize = vouch_window_finalize;
  signals[RETRY] = g_signal_new ("retry", VOUCH_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOST] =
      g_signal_new ("lost", VOUCH_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[POPULATED] =
      g_signal_new ("populated", VOUCH_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, vouch_shortcuts_show);
  gtk_widget_class_install_action (widget_class, "win.save-scanner-sheet", NULL, vouch_window_save_scanner_sheet);
  gtk_widget_class_install_action (widget_class, "win.problems", NULL, vouch_window_show_problems);
  gtk_widget_class_install_action (widget_class, "win.acknowledge-restored", NULL, vouch_window_acknowledge_restored);
  gtk_widget_class_install_action (widget_class, "win.paste-picture", NULL, vouch_window_paste_picture);
  gtk_widget_class_install_action (widget_class, "win.open-picture", NULL, vouch_window_open_picture);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
  /* After text fields, which paste texts. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_acknowledged);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_answer);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_take_codes);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_match_codes);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_close_camera);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_welcome_camera);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_arrange);
  gtk_widget_class_bind_template_callback (widget_class, showing_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_open_file);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_refuse_act);
  gtk_widget_class_bind_template_callback (widget_class, delivery_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_finish_first_run);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_load_sample);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_save_samples);
  gtk_widget_class_bind_template_callback (widget_class, vouch_window_save_card);
}

static void
vouch_window_init (VouchWindow *self)
{
  g_type_ensure (VOUCH_TYPE_KEYPAD);
  g_type_ensure (VOUCH_TYPE_SIGN_IN_PAGE);
  g_type_ensure (VOUCH_TYPE_SPINNER);
  g_type_ensure (VOUCH_TYPE_THIRD);
  g_type_ensure (VOUCH_TYPE_ACTION_BAR);
  g_type_ensure (VOUCH_TYPE_CAMERA_VIEW);
  g_type_ensure (VOUCH_TYPE_CONDITION_BAR);
  g_type_ensure (VOUCH_TYPE_FIRST_RUN_PAGE);
  g_type_ensure (VOUCH_TYPE_INSPECT_PAGE);
  g_type_ensure (VOUCH_TYPE_RECEIVE_PAGE);
  g_type_ensure (VOUCH_TYPE_RESULT_PANEL);
  g_type_ensure (VOUCH_TYPE_QUEUE_PAGE);
  g_type_ensure (VOUCH_TYPE_REVIEW_PAGE);
  g_type_ensure (VOUCH_TYPE_SEARCH_PAGE);
  g_type_ensure (VOUCH_TYPE_LATE_PAGE);
  g_type_ensure (VOUCH_TYPE_PACKING_PAGE);
  g_type_ensure (VOUCH_TYPE_SERVICE_PAGE);
  g_type_ensure (VOUCH_TYPE_SAMPLES_PAGE);
  g_type_ensure (VOUCH_TYPE_LABELS_PAGE);
  g_type_ensure (VOUCH_TYPE_SETTINGS_PAGE);
  g_type_ensure (VOUCH_TYPE_ROW_BOX);
  g_type_ensure (VOUCH_TYPE_SHELL);
  g_type_ensure (VOUCH_TYPE_STATE_LINE);
  g_type_ensure (VOUCH_TYPE_VEIL);
  self->cancellable = g_cancellable_new ();
  self->state = vouch_desk_state_new ();
  self->actions = vouch_desk_actions_new (vouch_window_command, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "desk", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_shown_page_follow (GTK_WIDGET (self->root));
  vouch_shown_page_follow (GTK_WIDGET (self->pages));
  self->repeats = vouch_repeat_guard_new (GTK_WIDGET (self));
  vouch_accessible_name_set (self->menu_button, _ ("Main Menu"));
  vouch_window_adopt_pane (self, vouch_review_page_get_pane (self->review));
  vouch_window_adopt_pane (self, vouch_search_page_get_pane (self->search));
  vouch_window_set_settings (self, NULL);
  vouch_window_accept_pictures (self);
  vouch_window_make_lists (self);
}

/**
 * vouch_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that waits for its station
 */
VouchWindow *
vouch_window_new (GtkApplication *application)
{
  return g_object_new (VOUCH_TYPE_WINDOW, "application", application, NULL);
}

/**
 * vouch_window_set_settings:
 * @self: a window
 * @settings: (nullable): the station's own; %NULL for the defaults
 */
void
vouch_window_set_settings (VouchWindow *self, GSettings *settings)
{
  g_autofree char *prefix = vouch_station_settings_dup_prefix (settings);
  VouchWedgeSettings wedge = VOUCH_WEDGE_DEFAULTS;

  g_return_if_fail (VOUCH_IS_WINDOW (self));

  g_set_object (&self->settings, settings);
  vouch_settings_page_set_settings (self->settings_page, settings);
  vouch_camera_session_set_settings (vouch_camera_view_get_session (self->camera), settings);
  vouch_scanner_step_set_settings (vouch_first_run_page_get_scanner (self->first_run), settings, prefix);
  if (settings != NULL)
    wedge.gap_ms = g_settings_get_uint (settings, "scanner-gap-ms");
  vouch_window_set_scanner_gap (self, wedge.gap_ms);
  if (settings == NULL)
    return;
  g_settings_bind (settings, "result-seconds", self->panel, "seconds", G_SETTINGS_BIND_GET);
}

/**
 * vouch_window_set_scanner_gap:
 * @self: a window
 * @gap_ms: the longest pause between a scanner's keys: one that comes later was typed by a person
 */
void
vouch_window_set_scanner_gap (VouchWindow *self, guint gap_ms)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));

  g_clear_object (&self->typed);
  self->typed = vouch_typed_keys_new (GTK_WIDGET (self), gap_ms);
  g_signal_connect_object (self->typed, "key", G_CALLBACK (vouch_window_type_key), self, G_CONNECT_SWAPPED);
}

/**
 * vouch_window_get_header:
 * @self: a window
 *
 * Returns: (transfer none): its header bar
 */
AdwHeaderBar *
vouch_window_get_header (VouchWindow *self)
{
  g_return_val_if_fail (VOUCH_IS_WINDOW (self), NULL);

  return self->header;
}

/**
 * vouch_window_set_tones:
 * @self: a window
 * @tones: (nullable): what results sound like; outlives the window
 */
void
vouch_window_set_tones (VouchWindow *self, VouchTones *tones)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));

  self->tones = tones;
}

/**
 * vouch_window_set_desk:
 * @self: a window
 * @station: (nullable): the station; outlives the desk
 * @desk: (nullable): whose state is shown; it is told when the window must not use it any more by setting %NULL
 */
void
vouch_window_set_desk (VouchWindow *self, VouchStation *station, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  self->station = station;
  self->desk = desk;
  vouch_window_lend_desk (self);
  vouch_camera_view_dismiss (self->camera);
  vouch_camera_session_set_hub (vouch_camera_view_get_session (self->camera),
                                desk != NULL ? vouch_station_get_cameras (station) : NULL);
  if (desk == NULL)
    return;
  vouch_window_prepare_first_start (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  desk_changed_cb (self);
  gtk_stack_set_visible_child_name (self->root, "desk");
  gtk_widget_grab_focus (GTK_WIDGET (self->panel));
}

static const char *
choose_refusal_title (const GError *error)
{
  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_BUSY))
    return _ ("The station is in use");
  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    return _ ("The station’s data is gone");
  return _ ("The station cannot be opened");
}

/**
 * vouch_window_refuse:
 * @self: a window without a desk
 * @error: why the station cannot be opened, or not any longer: BUSY where another program holds it, NOT_FOUND where its
 *   file has gone
 */
void
vouch_window_refuse (VouchWindow *self, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VOUCH_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->refusal, choose_refusal_title (error));
  adw_status_page_set_description (self->refusal, text);
  vouch_condition_bar_set_condition (self->condition, VOUCH_CONDITION_SOUND, NULL);
  gtk_stack_set_visible_child_name (self->root, "refused");
}

/**
 * vouch_window_show_state:
 * @self: a window
 * @state: what the desk shows now
 */
void
vouch_window_show_state (VouchWindow *self, VouchDeskState *state)
{
  g_return_if_fail (VOUCH_IS_WINDOW (self));
  g_return_if_fail (state != NULL);

  vouch_window_follow_sound (self, state);
  vouch_window_follow_camera (self, state);
  vouch_window_count_problems (self, state);
  if (!g_str_equal (state->command_prefix, self->state->command_prefix))
    vouch_samples_page_clear (self->samples);
  vouch_desk_state_ref (state);
  vouch_desk_state_unref (self->state);
  self->state = state;
  vouch_desk_actions_update (self->actions, state);
  vouch_state_line_set_state (self->state_line, state);
  vouch_queue_page_set_state (self->queue, state);
  vouch_receive_page_set_state (self->receive, state);
  vouch_inspect_page_set_state (self->inspect, state);
  self->has_answers = vouch_action_bar_set_state (self->answers, state);
  vouch_result_panel_set_state (self->panel, state);
  vouch_window_follow_condition (self, state);
  vouch_window_follow_stage (self, state);
  vouch_window_arrange (self);
  vouch_help_window_follow (GTK_WINDOW (self), state);
  vouch_scanner_dialog_follow (GTK_WINDOW (self), state, self->settings);
  if (state->condition == VOUCH_CONDITION_GONE)
    g_signal_emit (self, signals[LOST], 0, state->condition_message);
}

/* Whether what was asked of a desk comes too late: the window has another one by now, none, or is gone itself. */
gboolean
vouch_window_has_left (VouchWindow *self, gpointer desk)
{
  return self->desk == NULL || self->desk != desk || g_cancellable_is_cancelled (self->cancellable);
}

/* Opens a file that was made with whatever the desktop has for it. */
void
vouch_window_open_file (VouchWindow *self, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
open_toast_cb (AdwToast *toast, VouchWindow *self)
{
  vouch_window_open_file (self, g_object_get_data (G_OBJECT (toast), "path"));
}

/* Says that something was done, with a button that opens the file it made. */
void
vouch_window_tell (VouchWindow *self, const char *message, const char *path)
{
  AdwToast *toast = adw_toast_new (message);

  if (path != NULL)
    {
      g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
      adw_toast_set_button_label (toast, _ ("Open"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_toast_cb), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}
