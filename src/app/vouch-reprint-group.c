#include "vouch-reprint-group.h"

#include "vouch-words.h"

struct _VouchReprintGroup
{
  AdwPreferencesGroup parent_instance;
  AdwComboRow *reason;
  GtkEditable *note;
  GtkWidget *again;
};

enum
{
  AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchReprintGroup, vouch_reprint_group, ADW_TYPE_PREFERENCES_GROUP)

static void
again_cb (VouchReprintGroup *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static VouchReprintReason
get_reason (VouchReprintGroup *self)
{
  return (VouchReprintReason)(adw_combo_row_get_selected (self->reason) + VOUCH_REPRINT_REASON_DAMAGED);
}

static void
vouch_reprint_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_REPRINT_GROUP);
  G_OBJECT_CLASS (vouch_reprint_group_parent_class)->dispose (object);
}

static void
vouch_reprint_group_class_init (VouchReprintGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_reprint_group_dispose;
  signals[AGAIN] =
      g_signal_new ("again", VOUCH_TYPE_REPRINT_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-reprint-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchReprintGroup, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchReprintGroup, note);
  gtk_widget_class_bind_template_child (widget_class, VouchReprintGroup, again);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
vouch_reprint_group_init (VouchReprintGroup *self)
{
  g_autoptr (GtkStringList) reasons = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = VOUCH_REPRINT_REASON_DAMAGED; i <= VOUCH_REPRINT_REASON_OTHER; i++)
    gtk_string_list_append (reasons, vouch_words_of_reprint ((VouchReprintReason)i));
  adw_combo_row_set_model (self->reason, G_LIST_MODEL (reasons));
}

/**
 * vouch_reprint_group_allow:
 * @self: a group
 * @may_print: whether the labels may be printed again now
 */
void
vouch_reprint_group_allow (VouchReprintGroup *self, gboolean may_print)
{
  g_return_if_fail (VOUCH_IS_REPRINT_GROUP (self));

  gtk_widget_set_sensitive (self->again, may_print);
}

/**
 * vouch_reprint_group_fill_order:
 * @self: a group
 * @order: gets the reason, and the words, which it only borrows until they are changed
 */
void
vouch_reprint_group_fill_order (VouchReprintGroup *self, VouchLabelOrder *order)
{
  g_return_if_fail (VOUCH_IS_REPRINT_GROUP (self));

  order->reason = get_reason (self);
  order->note = gtk_editable_get_text (self->note);
}

/**
 * vouch_reprint_group_dup_words:
 * @self: a group
 *
 * Returns: (transfer full): what was written, else the chosen reason in words
 */
char *
vouch_reprint_group_dup_words (VouchReprintGroup *self)
{
  const char *note;

  g_return_val_if_fail (VOUCH_IS_REPRINT_GROUP (self), NULL);

  note = gtk_editable_get_text (self->note);
  return g_strdup (*note != '\0' ? note : vouch_words_of_reprint (get_reason (self)));
}

/**
 * vouch_reprint_group_clear:
 * @self: a group
 *
 * The reason was used.
 */
void
vouch_reprint_group_clear (VouchReprintGroup *self)
{
  g_return_if_fail (VOUCH_IS_REPRINT_GROUP (self));

  gtk_editable_set_text (self->note, "");
}
