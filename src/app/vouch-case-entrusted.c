#include "vouch-case-entrusted.h"

#include <glib/gi18n-lib.h>

#include "vouch-case-rows.h"
#include "vouch-case-sight.h"

struct _VouchCaseEntrusted
{
  AdwBin parent_instance;
  AdwActionRow *contact;
  GtkWidget *show_contact;
  AdwActionRow *photo;
  GtkWidget *show_photo;
  GtkPicture *picture;
  const VouchCaseView *view; /* lent; nullable */
  VouchDesk *desk;           /* lent; nullable */
};

G_DEFINE_FINAL_TYPE (VouchCaseEntrusted, vouch_case_entrusted, ADW_TYPE_BIN)

/* It is in sight no longer than somebody looks at it. */
static void
hide (VouchCaseEntrusted *self)
{
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  if (self->view == NULL)
    return;
  adw_action_row_set_subtitle (self->contact, self->view->ticket->contact != NULL ? _ ("Sealed; showing it is noted")
                                                                                  : _ ("The customer left none"));
  adw_action_row_set_subtitle (self->photo, vouch_case_rows_get_photo (self->view));
}

/* Who has turned to another case or page meanwhile does not see it. */
static gboolean
is_wanted (VouchCaseEntrusted *self, const char *number)
{
  return self->view != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         g_str_equal (self->view->ticket->number, number);
}

/* What is being opened, and for whom. */
typedef struct
{
  VouchCaseEntrusted *group;
  char *number;
} Wish;

static Wish *
make_wish (VouchCaseEntrusted *self)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->group = g_object_ref (self);
  wish->number = g_strdup (self->view->ticket->number);
  return wish;
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->group);
  g_free (wish->number);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
contact_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *contact = vouch_case_sight_read_contact_finish (result, &error);

  if (is_wanted (wish->group, wish->number))
    adw_action_row_set_subtitle (wish->group->contact, contact != NULL ? contact : error->message);
}

static void
show_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchCaseEntrusted *self = VOUCH_CASE_ENTRUSTED (widget);

  if (self->desk != NULL && self->view != NULL)
    vouch_case_sight_read_contact_async (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk,
                                         self->view->ticket->number, NULL, contact_read_cb, make_wish (self));
}

static void
photo_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = vouch_case_sight_read_photo_finish (result, &error);

  if (!is_wanted (wish->group, wish->number))
    return;
  adw_action_row_set_subtitle (wish->group->photo,
                               texture != NULL ? vouch_case_rows_get_photo (wish->group->view) : error->message);
  gtk_picture_set_paintable (wish->group->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (wish->group->picture), texture != NULL);
}

static void
show_photo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchCaseEntrusted *self = VOUCH_CASE_ENTRUSTED (widget);

  if (self->desk == NULL || self->view == NULL)
    return;
  adw_action_row_set_subtitle (self->photo, _ ("The decoder is drawing it…"));
  vouch_case_sight_read_photo_async (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk, self->view->ticket->number,
                                     NULL, photo_read_cb, make_wish (self));
}

static void
vouch_case_entrusted_unmap (GtkWidget *widget)
{
  hide (VOUCH_CASE_ENTRUSTED (widget));
  GTK_WIDGET_CLASS (vouch_case_entrusted_parent_class)->unmap (widget);
}

static void
vouch_case_entrusted_dispose (GObject *object)
{
  VouchCaseEntrusted *self = VOUCH_CASE_ENTRUSTED (object);

  self->desk = NULL;
  self->view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CASE_ENTRUSTED);
  G_OBJECT_CLASS (vouch_case_entrusted_parent_class)->dispose (object);
}

static void
vouch_case_entrusted_class_init (VouchCaseEntrustedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_case_entrusted_dispose;
  widget_class->unmap = vouch_case_entrusted_unmap;
  gtk_widget_class_install_action (widget_class, "entrusted.show-contact", NULL, show_contact_action);
  gtk_widget_class_install_action (widget_class, "entrusted.show-photo", NULL, show_photo_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-case-entrusted.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCaseEntrusted, contact);
  gtk_widget_class_bind_template_child (widget_class, VouchCaseEntrusted, show_contact);
  gtk_widget_class_bind_template_child (widget_class, VouchCaseEntrusted, photo);
  gtk_widget_class_bind_template_child (widget_class, VouchCaseEntrusted, show_photo);
  gtk_widget_class_bind_template_child (widget_class, VouchCaseEntrusted, picture);
}

static void
vouch_case_entrusted_init (VouchCaseEntrusted *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->contact), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->photo), FALSE);
}

/**
 * vouch_case_entrusted_set_case:
 * @self: what a customer entrusted
 * @view: (nullable): the case; lent until the next one
 * @desk: (nullable): the desk; lent
 * @may_see: whether whoever is signed in there may see it
 */
void
vouch_case_entrusted_set_case (VouchCaseEntrusted *self, const VouchCaseView *view, VouchDesk *desk, gboolean may_see)
{
  g_return_if_fail (VOUCH_IS_CASE_ENTRUSTED (self));

  self->view = view;
  self->desk = desk;
  gtk_widget_set_visible (self->show_contact, may_see && view != NULL && view->ticket->contact != NULL);
  gtk_widget_set_visible (self->show_photo, may_see && view != NULL && view->ticket->photo == VOUCH_TICKET_PHOTO_KEPT);
  hide (self);
}

/**
 * vouch_case_entrusted_renew:
 * @self: what a customer entrusted
 * @view: the same case, read anew; lent until the next one
 *
 * What is in sight stays.
 */
void
vouch_case_entrusted_renew (VouchCaseEntrusted *self, const VouchCaseView *view)
{
  g_return_if_fail (VOUCH_IS_CASE_ENTRUSTED (self));

  self->view = view;
}
