#include "vouch-sheet-choice.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-sheet-picture.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"

struct _VouchSheetChoice
{
  AdwBin parent_instance;
  GtkDropDown *sheets;
  GtkWidget *place;
  VouchSheetPicture *picture;
  GtkLabel *words;
  GSettings *settings; /* nullable */
  GPtrArray *stocks;   /* VouchSheetStock, as they are listed after “one label a page” */
  char *printer;       /* nullable: whose sheet it is */
  char *usual;         /* nullable: the sheet of its settings */
  int width_um;        /* of the labels */
  int height_um;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (VouchSheetChoice, vouch_sheet_choice, ADW_TYPE_BIN)

static const VouchSheetStock *
get_stock (VouchSheetChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->sheets);

  return chosen >= 1 && chosen <= self->stocks->len ? g_ptr_array_index (self->stocks, chosen - 1) : NULL;
}

static void
show_words (VouchSheetChoice *self)
{
  g_autofree char *words = get_stock (self) != NULL ? vouch_sheet_picture_dup_words (self->picture) : NULL;

  gtk_label_set_label (self->words, words != NULL ? words : "");
}

static void
show_place (VouchSheetChoice *self)
{
  const VouchSheetStock *stock = get_stock (self);

  gtk_widget_set_visible (self->place, stock != NULL);
  if (stock == NULL || self->printer == NULL)
    return;
  vouch_sheet_picture_show (self->picture, stock,
                            vouch_sheet_settings_get_position (self->settings, self->printer, stock));
  show_words (self);
}

static void
chosen_cb (VouchSheetChoice *self)
{
  if (!self->is_filling)
    show_place (self);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_sheet_picture_step (VOUCH_SHEET_CHOICE (widget)->picture, -1);
}

static void
on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_sheet_picture_step (VOUCH_SHEET_CHOICE (widget)->picture, 1);
}

/* Those onto which the labels fit. */
static void
fill (VouchSheetChoice *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) all = vouch_sheet_settings_list (self->settings, NULL);
  guint selected = 0;

  gtk_string_list_append (lines, _ ("One label a page"));
  g_ptr_array_set_size (self->stocks, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const VouchSheetStock *stock = g_ptr_array_index (all, i);
      g_autofree char *line = vouch_sheet_stock_dup_words (stock);

      if (!vouch_sheet_stock_takes (stock, self->width_um, self->height_um, NULL))
        continue;
      g_ptr_array_add (self->stocks, vouch_record_copy (&vouch_sheet_stock_type, stock));
      gtk_string_list_append (lines, line);
      if (g_strcmp0 (stock->name, self->usual) == 0)
        selected = self->stocks->len;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (self->sheets, selected);
  self->is_filling = FALSE;
  show_place (self);
}

static void
vouch_sheet_choice_dispose (GObject *object)
{
  VouchSheetChoice *self = VOUCH_SHEET_CHOICE (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SHEET_CHOICE);
  G_OBJECT_CLASS (vouch_sheet_choice_parent_class)->dispose (object);
}

static void
vouch_sheet_choice_finalize (GObject *object)
{
  VouchSheetChoice *self = VOUCH_SHEET_CHOICE (object);

  g_ptr_array_unref (self->stocks);
  g_free (self->printer);
  g_free (self->usual);
  G_OBJECT_CLASS (vouch_sheet_choice_parent_class)->finalize (object);
}

static void
vouch_sheet_choice_class_init (VouchSheetChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_sheet_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_sheet_choice_finalize;
  gtk_widget_class_install_action (widget_class, "sheet.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "sheet.on", NULL, on_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-sheet-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSheetChoice, sheets);
  gtk_widget_class_bind_template_child (widget_class, VouchSheetChoice, place);
  gtk_widget_class_bind_template_child (widget_class, VouchSheetChoice, picture);
  gtk_widget_class_bind_template_child (widget_class, VouchSheetChoice, words);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_words);
}

static void
vouch_sheet_choice_init (VouchSheetChoice *self)
{
  g_type_ensure (VOUCH_TYPE_SHEET_PICTURE);
  self->stocks = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_sheet_stock_free);
  self->settings = vouch_station_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_set (GTK_WIDGET (self->sheets), _ ("Sheet of labels"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::sheet-stocks", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sheet-positions", G_CALLBACK (show_place), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vouch_sheet_choice_show:
 * @self: a choice
 * @printer: where labels go
 * @width_um: their width, micrometres
 * @height_um: their height
 *
 * Begins anew with the sheet of the printer's settings when it is another printer, or are other labels.
 */
void
vouch_sheet_choice_show (VouchSheetChoice *self, const VouchPrinterProfile *printer, int width_um, int height_um)
{
  g_return_if_fail (VOUCH_IS_SHEET_CHOICE (self) && printer != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), vouch_printer_profile_prints_pages (printer));
  if (g_strcmp0 (self->printer, printer->name) == 0 && g_strcmp0 (self->usual, printer->sheet) == 0 &&
      self->width_um == width_um && self->height_um == height_um)
    return;
  g_free (self->printer);
  self->printer = g_strdup (printer->name);
  g_free (self->usual);
  self->usual = g_strdup (printer->sheet);
  self->width_um = width_um;
  self->height_um = height_um;
  fill (self);
}

/**
 * vouch_sheet_choice_get_sheet:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the sheet's name; "" where a label is a page; %NULL where there is no choice
 */
const char *
vouch_sheet_choice_get_sheet (VouchSheetChoice *self)
{
  g_return_val_if_fail (VOUCH_IS_SHEET_CHOICE (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;
  return get_stock (self) != NULL ? get_stock (self)->name : "";
}

/**
 * vouch_sheet_choice_get_position:
 * @self: a choice
 *
 * Returns: the first free label of the sheet; 0 where there is no sheet
 */
gint64
vouch_sheet_choice_get_position (VouchSheetChoice *self)
{
  g_return_val_if_fail (VOUCH_IS_SHEET_CHOICE (self), 0);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || get_stock (self) == NULL)
    return 0;
  return vouch_sheet_picture_get_position (self->picture);
}
