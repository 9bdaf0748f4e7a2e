#include "vouch-standing-list.h"

#include <glib/gi18n-lib.h>

#include "vouch-shape.h"
#include "vouch-wrap-layout.h"

#define SHAPE_SIZE 22

/**
 * VouchStandingList:
 *
 * How the lot stands by the plan of each class of defects: a line a class, with the stage, what is inspected of it and
 * what was found. It is not there where one sample and one plan say all, because the state line does.
 */
struct _VouchStandingList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchStandingList, vouch_standing_list, GTK_TYPE_BOX)

static VouchMark
mark_of (VouchVerdict verdict)
{
  switch (verdict)
    {
    case VOUCH_VERDICT_ACCEPT:
      return VOUCH_MARK_PASS;
    case VOUCH_VERDICT_REJECT:
      return VOUCH_MARK_FAIL;
    case VOUCH_VERDICT_OPEN:
    default:
      return VOUCH_MARK_OPEN;
    }
}

static void
add_text (GtkWidget *row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, row);
}

static char *
dup_found (const VouchDeskStanding *standing)
{
  if (standing->figures != NULL)
    return g_strdup (standing->figures);
  if (standing->re == 0)
    /* Translators: measured units outside the limits; the readings are judged together. */
    return g_strdup_printf (_ ("%d outside the limits"), (int)standing->found);
  if (standing->ac < 0)
    return g_strdup_printf (_ ("%d found (no acceptance yet, Re %d)"), (int)standing->found, (int)standing->re);
  return g_strdup_printf (_ ("%d found (Ac %d, Re %d)"), (int)standing->found, (int)standing->ac, (int)standing->re);
}

static GtkWidget *
make_row (const VouchDeskStanding *standing)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *shape = g_object_new (VOUCH_TYPE_SHAPE, "size", SHAPE_SIZE, NULL);
  g_autofree char *stage = g_strdup_printf (_ ("stage %d of %d"), (int)standing->stage, (int)standing->n_stages);
  /* Translators: units inspected for a class of defects, of those that its plan asks for. */
  g_autofree char *done = g_strdup_printf (_ ("%d of %d units"), (int)standing->inspected, (int)standing->wanted);
  g_autofree char *found = dup_found (standing);

  gtk_widget_set_layout_manager (row, g_object_new (VOUCH_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_add_css_class (row, "standing");
  vouch_shape_set_mark (VOUCH_SHAPE (shape), mark_of (standing->verdict));
  gtk_widget_set_parent (shape, row);
  add_text (row, standing->name, "heading");
  if (standing->n_stages > 1)
    add_text (row, stage, "standing-stage");
  add_text (row, done, "standing-units");
  add_text (row, found, standing->found > 0 ? "attention" : "standing-found");
  return row;
}

static void
clear (VouchStandingList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

static void
vouch_standing_list_class_init (VouchStandingListClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "standinglist");
}

static void
vouch_standing_list_init (VouchStandingList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How the lot stands by its plans"), -1);
}

static gboolean
says_more (const VouchDeskState *state)
{
  const VouchDeskStanding *only = state->classes->len == 1 ? g_ptr_array_index (state->classes, 0) : NULL;

  return state->classes->len > 1 || (only != NULL && (only->n_stages > 1 || only->re == 0));
}

/**
 * vouch_standing_list_set_state:
 * @self: a list
 * @state: what the stand shows
 */
void
vouch_standing_list_set_state (VouchStandingList *self, const VouchDeskState *state)
{
  gboolean is_shown = says_more (state);

  g_return_if_fail (VOUCH_IS_STANDING_LIST (self));

  clear (self);
  for (guint i = 0; is_shown && i < state->classes->len; i++)
    gtk_box_append (GTK_BOX (self), make_row (g_ptr_array_index (state->classes, i)));
  if (is_shown && state->average != NULL)
    {
      GtkWidget *average = gtk_label_new (state->average);

      gtk_label_set_xalign (GTK_LABEL (average), 0);
      gtk_label_set_wrap (GTK_LABEL (average), TRUE);
      gtk_widget_add_css_class (average, "dim-label");
      gtk_box_append (GTK_BOX (self), average);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
}
