#include "vouch-first-run-page.h"

#include <glib/gi18n-lib.h>

struct _VouchFirstRunPage
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkEditable *code;
  GtkEditable *badge;
  GtkEditable *name;
  GtkEditable *pin;
  GtkWidget *create;
  GtkLabel *message;
};

enum
{
  ADMINISTRATOR,
  SAMPLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchFirstRunPage, vouch_first_run_page, ADW_TYPE_BIN)

static gboolean
is_filled (GtkEditable *editable)
{
  return *gtk_editable_get_text (editable) != '\0';
}

static gboolean
is_badge (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;
  return *text != '\0';
}

static gboolean
has_focus (GtkEditable *editable)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (editable)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
changed_cb (VouchFirstRunPage *self)
{
  gtk_widget_set_sensitive (self->create, is_filled (self->code) && is_filled (self->badge) && is_filled (self->name) &&
                                              is_filled (self->pin));
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
}

static void
create_cb (VouchFirstRunPage *self)
{
  g_signal_emit (self, signals[ADMINISTRATOR], 0);
}

static void
sample_cb (VouchFirstRunPage *self)
{
  g_signal_emit (self, signals[SAMPLE], 0);
}

static void
vouch_first_run_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_FIRST_RUN_PAGE);
  G_OBJECT_CLASS (vouch_first_run_page_parent_class)->dispose (object);
}

static void
vouch_first_run_page_class_init (VouchFirstRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_first_run_page_dispose;
  signals[ADMINISTRATOR] =
      g_signal_new ("administrator", VOUCH_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAMPLE] =
      g_signal_new ("sample", VOUCH_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-first-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, group);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, code);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, badge);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, name);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, pin);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, create);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
}

static void
vouch_first_run_page_init (VouchFirstRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_first_run_page_set_code_path:
 * @self: a page
 * @path: the file with the one-time code
 */
void
vouch_first_run_page_set_code_path (VouchFirstRunPage *self, const char *path)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self));

  text = g_markup_printf_escaped (_ ("The one-time code is in the file %s of this machine."), path);
  adw_preferences_group_set_description (self->group, text);
}

/**
 * vouch_first_run_page_refuse:
 * @self: a page
 * @message: why the form was refused
 */
void
vouch_first_run_page_refuse (VouchFirstRunPage *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self));

  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

/**
 * vouch_first_run_page_take_scan:
 * @self: a page
 * @text: what was scanned
 *
 * Takes the new administrator's badge. What cannot be one is refused, and so is a second badge, unless its field was
 * chosen for it.
 */
void
vouch_first_run_page_take_scan (VouchFirstRunPage *self, const char *text)
{
  g_return_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self));

  if (!is_badge (text))
    vouch_first_run_page_refuse (self, _ ("This is no badge: badges have letters, digits and hyphens only"));
  else if (is_filled (self->badge) && !has_focus (self->badge))
    vouch_first_run_page_refuse (self, _ ("There is a badge already; choose its field to scan another one"));
  else
    gtk_editable_set_text (self->badge, text);
}

/**
 * vouch_first_run_page_dup_request:
 * @self: a page
 *
 * Returns: (transfer full): what the form says
 */
VouchFirstUserRequest *
vouch_first_run_page_dup_request (VouchFirstRunPage *self)
{
  VouchFirstUserRequest *request;

  g_return_val_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self), NULL);

  request = vouch_first_user_request_new ();
  request->code = g_strstrip (g_strdup (gtk_editable_get_text (self->code)));
  request->badge = g_strstrip (g_strdup (gtk_editable_get_text (self->badge)));
  request->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  request->pin = g_strdup (gtk_editable_get_text (self->pin));
  return request;
}
