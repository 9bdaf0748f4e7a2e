#include "vouch-condition-bar.h"

struct _VouchConditionBar
{
  GtkBox parent_instance;
  GtkImage *icon;
  GtkLabel *message;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (VouchConditionBar, vouch_condition_bar, GTK_TYPE_BOX)

static void
vouch_condition_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CONDITION_BAR);
  G_OBJECT_CLASS (vouch_condition_bar_parent_class)->dispose (object);
}

static void
vouch_condition_bar_class_init (VouchConditionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_condition_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "condition");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-condition-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchConditionBar, icon);
  gtk_widget_class_bind_template_child (widget_class, VouchConditionBar, message);
  gtk_widget_class_bind_template_child (widget_class, VouchConditionBar, button);
}

static void
vouch_condition_bar_init (VouchConditionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->message, NULL, -1);
}

static void
show (VouchConditionBar *self, gboolean stops_work, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_image_set_from_icon_name (self->icon, stops_work ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), stops_work ? "warning" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self), stops_work ? "error" : "warning");
}

/**
 * vouch_condition_bar_set_condition:
 * @self: a bar
 * @condition: of the station
 * @message: (nullable): the condition in words
 */
void
vouch_condition_bar_set_condition (VouchConditionBar *self, VouchCondition condition, const char *message)
{
  g_return_if_fail (VOUCH_IS_CONDITION_BAR (self));

  show (self, condition >= VOUCH_CONDITION_NO_SPACE, message);
  gtk_widget_set_visible (GTK_WIDGET (self), condition != VOUCH_CONDITION_SOUND);
}

/**
 * vouch_condition_bar_set_action:
 * @self: a bar
 * @action: (nullable): the action that acknowledges what the bar says; %NULL where there is nothing to acknowledge
 */
void
vouch_condition_bar_set_action (VouchConditionBar *self, const char *action)
{
  g_return_if_fail (VOUCH_IS_CONDITION_BAR (self));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (self->button, action != NULL);
}

/**
 * vouch_condition_bar_warn:
 * @self: a bar
 * @message: (nullable): what does not work although the work goes on; %NULL if everything does
 */
void
vouch_condition_bar_warn (VouchConditionBar *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_CONDITION_BAR (self));

  show (self, FALSE, message);
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
}
