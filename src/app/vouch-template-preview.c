#include "vouch-template-preview.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-label-trial.h"
#include "vouch-template-canvas.h"
#include "vouch-wrap-layout.h"

struct _VouchTemplatePreview
{
  AdwBin parent_instance;
  VouchTemplateCanvas *canvas;
  GtkDropDown *language;
  GtkDropDown *resolution;
  GtkEditable *lot;
  GtkWidget *lines;
  VouchLabelDraft *draft; /* nullable */
  VouchDesk *desk;        /* nullable */
  GCancellable *cancellable;
  gboolean is_trying;
  gboolean is_outdated; /* meanwhile */
};

G_DEFINE_FINAL_TYPE (VouchTemplatePreview, vouch_template_preview, ADW_TYPE_BIN)

/* In the order of the choice; both languages first. */
static const char *const languages[] = { NULL, "zh", "en" };

/* What is tried, on the reading thread. */
typedef struct
{
  VouchStation *station;
  VouchLabelTemplate *template;
  const char *language;
  char *lot; /* nullable */
  guint dpi;
} Query;

static void
free_query (gpointer data)
{
  Query *query = data;

  vouch_label_template_free (query->template);
  g_free (query->lot);
  g_free (query);
}

static gpointer
try_label (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (GHashTable) fields =
      vouch_label_trial_read_fields (conn, query->station, query->template, query->lot, query->language, error);

  return fields != NULL
             ? vouch_label_trial_new (vouch_station_get_decoder (query->station), query->template, fields, query->dpi)
             : NULL;
}

static guint
get_dpi (VouchTemplatePreview *self)
{
  gsize n_dpi;
  const guint *dpi = vouch_label_trial_list_dpi (&n_dpi);

  return dpi[MIN (gtk_drop_down_get_selected (self->resolution), n_dpi - 1)];
}

static void
add_line (VouchTemplatePreview *self, const char *words, gboolean is_good)
{
  GtkWidget *line = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  if (!is_good)
    gtk_widget_add_css_class (line, "attention");
  gtk_box_append (GTK_BOX (self->lines), line);
}

static void
show_trial (VouchTemplatePreview *self, VouchLabelTrial *trial, const char *fault)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), line);
  if (trial == NULL)
    {
      add_line (self, fault, FALSE);
      return;
    }
  vouch_template_canvas_take_label (self->canvas, g_steal_pointer (&trial->label));
  for (guint i = 0; i < trial->lines->len; i++)
    {
      const VouchLabelTrialLine *found = g_ptr_array_index (trial->lines, i);
      g_autofree char *words = g_strdup_printf ("%s %s", found->is_good ? "✓" : "✗", found->words);

      add_line (self, words, found->is_good);
    }
}

static void refresh (VouchTemplatePreview *self);

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplatePreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTrial) trial = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  self->is_trying = FALSE;
  if (self->desk == NULL)
    return;
  show_trial (self, trial, error != NULL ? error->message : NULL);
  if (self->is_outdated)
    refresh (self);
}

/* One at a time: whoever types sees the last state as soon as there is time for it. */
static void
refresh (VouchTemplatePreview *self)
{
  Query *query;

  if (self->desk == NULL)
    return;
  self->is_outdated = self->is_trying;
  if (self->is_trying)
    return;
  self->is_trying = TRUE;
  query = g_new0 (Query, 1);
  query->station = vouch_desk_get_station (self->desk);
  query->template = vouch_label_template_copy (vouch_label_draft_get_template (self->draft));
  query->language = languages[MIN (gtk_drop_down_get_selected (self->language), G_N_ELEMENTS (languages) - 1)];
  query->dpi = get_dpi (self);
  if (*gtk_editable_get_text (self->lot) != '\0')
    query->lot = g_strstrip (g_strdup (gtk_editable_get_text (self->lot)));
  vouch_desk_read_async (self->desk, try_label, query, free_query, (GDestroyNotify)vouch_label_trial_free,
                         self->cancellable, tried_cb, g_object_ref (self));
}

static void
vouch_template_preview_dispose (GObject *object)
{
  VouchTemplatePreview *self = VOUCH_TEMPLATE_PREVIEW (object);

  vouch_template_preview_stop (self);
  g_clear_object (&self->draft);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TEMPLATE_PREVIEW);
  G_OBJECT_CLASS (vouch_template_preview_parent_class)->dispose (object);
}

static void
vouch_template_preview_class_init (VouchTemplatePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-template-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTemplatePreview, canvas);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplatePreview, language);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplatePreview, resolution);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplatePreview, lot);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplatePreview, lines);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
fill_resolutions (VouchTemplatePreview *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  gsize n_dpi;
  const guint *dpi = vouch_label_trial_list_dpi (&n_dpi);

  for (gsize i = 0; i < n_dpi; i++)
    {
      /* Translators: dots an inch. */
      g_autofree char *text = g_strdup_printf (_ ("%u dpi"), dpi[i]);

      gtk_string_list_append (words, text);
    }
  gtk_drop_down_set_model (self->resolution, G_LIST_MODEL (words));
  g_object_unref (words);
}

static void
vouch_template_preview_init (VouchTemplatePreview *self)
{
  self->cancellable = g_cancellable_new ();
  g_type_ensure (VOUCH_TYPE_TEMPLATE_CANVAS);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  vouch_accessible_name_set (GTK_WIDGET (self->language), _ ("Language of the label"));
  vouch_accessible_name_set (GTK_WIDGET (self->resolution), _ ("Dots of the printer"));
  fill_resolutions (self);
}

/**
 * vouch_template_preview_show:
 * @self: a preview
 * @draft: what it shows
 * @desk: where lots are read and codes are decoded
 *
 * From now on the preview follows the draft. To be called once.
 */
void
vouch_template_preview_show (VouchTemplatePreview *self, VouchLabelDraft *draft, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_PREVIEW (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  self->desk = g_object_ref (desk);
  vouch_template_canvas_show (self->canvas, draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * vouch_template_preview_stop:
 * @self: a preview
 *
 * What is tried at the moment is not waited for any more.
 */
void
vouch_template_preview_stop (VouchTemplatePreview *self)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_PREVIEW (self));

  g_clear_object (&self->desk);
  g_cancellable_cancel (self->cancellable);
}
