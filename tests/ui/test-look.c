/* The window in every size, with text of both sizes, with and without gloves, on every page of a day's work: nothing
 * that can be pressed lies outside the window, on something else, or is too small for a finger; nothing that is said is
 * cut; and every colour can be told from what is behind it. */
#include "look-station.h"
#include "ui-test.h"
#include "vouch-em.h"
#include "vouch-fact.h"
#include "vouch-navigation-button.h"
#include "vouch-navigation.h"
#include "vouch-result-panel.h"
#include "vouch-state-line.h"

#define FINGER 44
#define GLOVE 72
#define GLOVE_GAP 16

static LookStation station;

/* One walk through the window. */
typedef struct
{
  GtkWidget *window;
  const char *where;
  int least;            /* for what is pressed */
  int least_gap;        /* between two of them */
  gboolean is_covered;  /* a good result lies over the page for a moment */
  GPtrArray *pressable; /* GtkWidget */
  guint n_faults;
} Walk;

static char *
describe (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (G_OBJECT_TYPE_NAME (widget));

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (at), "Vouch"))
      g_string_append_printf (text, " in %s", G_OBJECT_TYPE_NAME (at));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tell (Walk *walk, GtkWidget *widget, const char *fault)
{
  g_autofree char *what = describe (widget);
  g_autofree char *said = NULL;

  if (GTK_IS_BUTTON (widget))
    {
      GtkWidget *label = ui_test_find (widget, GTK_TYPE_LABEL);

      said = g_strdup (label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : "");
    }
  walk->n_faults++;
  g_printerr ("# %s: %s: %s %s\n", walk->where, fault, what, said != NULL ? said : "");
}

static void
get_bounds (Walk *walk, GtkWidget *widget, graphene_rect_t *bounds)
{
  if (!gtk_widget_compute_bounds (widget, walk->window, bounds))
    graphene_rect_init (bounds, 0, 0, 0, 0);
}

static gboolean
lies_in (const graphene_rect_t *inner, const graphene_rect_t *outer)
{
  graphene_rect_t room;

  graphene_rect_inset_r (outer, -1, -1, &room);
  return graphene_rect_contains_rect (&room, inner);
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
}

/* What can be scrolled to is reached, but nobody scrolls sideways. */
static void
check_place (Walk *walk, GtkWidget *widget)
{
  GtkWidget *scroller = find_scroller (widget);
  graphene_rect_t bounds, room;

  get_bounds (walk, widget, &bounds);
  get_bounds (walk, scroller != NULL ? scroller : walk->window, &room);
  if (scroller != NULL)
    {
      room.origin.y = bounds.origin.y;
      room.size.height = bounds.size.height;
    }
  if (!lies_in (&bounds, &room))
    tell (walk, widget, "outside");
}

/* What is seen of it. */
static void
get_sight (Walk *walk, GtkWidget *widget, graphene_rect_t *bounds)
{
  get_bounds (walk, widget, bounds);
  for (GtkWidget *at = find_scroller (widget); at != NULL; at = find_scroller (gtk_widget_get_parent (at)))
    {
      graphene_rect_t room;

      get_bounds (walk, at, &room);
      if (!graphene_rect_intersection (bounds, &room, bounds))
        graphene_rect_init (bounds, 0, 0, 0, 0);
    }
}

/* The parts of an entry or a spin button are pressed beside each other, and a title bar is the desktop's. */
static gboolean
is_part (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL || GTK_IS_TEXT (widget) ||
         gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL ||
         (gtk_widget_get_parent (widget) != NULL && GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)));
}

static gboolean
is_pressable (GtkWidget *widget)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget)) &&
         !is_part (widget);
}

static void
check_size (Walk *walk, GtkWidget *widget)
{
  int margins = gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
  graphene_rect_t bounds;

  if (GTK_IS_SWITCH (widget) || GTK_IS_EDITABLE (widget))
    return; /* their rows are pressed */
  get_bounds (walk, widget, &bounds);
  if (bounds.size.height + (float)margins < (float)walk->least || bounds.size.width < (float)walk->least)
    {
      g_autofree char *fault = g_strdup_printf ("%.0f × %.0f", bounds.size.width, bounds.size.height);

      tell (walk, widget, fault);
    }
}

static void
check_pressable (Walk *walk, GtkWidget *widget)
{
  check_place (walk, widget);
  check_size (walk, widget);
  g_ptr_array_add (walk->pressable, widget);
}

/* In the state line there is an order in which names are shortened; their figures never are. What an empty field hints
 * at is its name as well. */
static gboolean
may_be_shortened (GtkWidget *label)
{
  GtkWidget *fact = gtk_widget_get_ancestor (label, VOUCH_TYPE_FACT);

  if (gtk_widget_get_ancestor (label, GTK_TYPE_TEXT) != NULL)
    return TRUE;
  return fact != NULL && vouch_fact_get_rank (VOUCH_FACT (fact)) > 0 &&
         gtk_widget_get_ancestor (fact, VOUCH_TYPE_STATE_LINE) != NULL;
}

static gboolean
is_on_panel (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, VOUCH_TYPE_RESULT_PANEL) != NULL;
}

static gboolean
is_seen (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_opacity (widget) <= 0)
      return FALSE;
  return TRUE;
}

/* A result that lies over the page hides lines of text, never halves of them. */
static void
check_cover (Walk *walk, GtkWidget *widget)
{
  graphene_rect_t bounds, cover;
  float edge;

  if (!walk->is_covered || is_on_panel (widget) || !is_seen (widget))
    return;
  get_bounds (walk, widget, &bounds);
  get_bounds (walk, ui_test_find (walk->window, VOUCH_TYPE_RESULT_PANEL), &cover);
  edge = cover.origin.y + cover.size.height;
  if (graphene_rect_intersection (&bounds, &cover, NULL) && bounds.origin.y < edge - 1 &&
      bounds.origin.y + bounds.size.height > edge + 1)
    tell (walk, widget, "half covered");
}

static void
check_label (Walk *walk, GtkWidget *widget)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  int width, height;

  if (*gtk_label_get_text (GTK_LABEL (widget)) == '\0')
    return;
  check_place (walk, widget);
  check_cover (walk, widget);
  if (pango_layout_is_ellipsized (layout) && !may_be_shortened (widget))
    tell (walk, widget, "shortened");
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    tell (walk, widget, "cut");
}

static void
visit (Walk *walk, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget) || GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (is_pressable (widget))
    check_pressable (walk, widget);
  if (GTK_IS_LABEL (widget))
    check_label (walk, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visit (walk, child);
}

/* Segments of one switch are chosen among, and the wrong one does no harm. */
static gboolean
is_segment (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL && gtk_widget_has_css_class (parent, "linked");
}

static float
measure_gap (const graphene_rect_t *first, const graphene_rect_t *second)
{
  float across = MAX (first->origin.x, second->origin.x) -
                 MIN (first->origin.x + first->size.width, second->origin.x + second->size.width);
  float down = MAX (first->origin.y, second->origin.y) -
               MIN (first->origin.y + first->size.height, second->origin.y + second->size.height);

  return MAX (across, down);
}

/* A glove that misses one target must not hit the next. */
static void
check_gap (Walk *walk, GtkWidget *one, GtkWidget *other, const graphene_rect_t *first, const graphene_rect_t *second)
{
  float gap = measure_gap (first, second);

  if (!GTK_IS_BUTTON (one) || !GTK_IS_BUTTON (other) || (is_segment (one) && is_segment (other)) ||
      find_scroller (one) != find_scroller (other) || first->size.width <= 0 || second->size.width <= 0)
    return;
  if (gap > 0 && gap < (float)walk->least_gap)
    {
      g_autofree char *fault = g_strdup_printf ("only %.0f from another", gap);

      tell (walk, one, fault);
    }
}

static void
check_pair (Walk *walk, GtkWidget *one, GtkWidget *other)
{
  graphene_rect_t first, second, common;

  if (gtk_widget_is_ancestor (one, other) || gtk_widget_is_ancestor (other, one) ||
      (walk->is_covered && is_on_panel (one) != is_on_panel (other)))
    return;
  get_sight (walk, one, &first);
  get_sight (walk, other, &second);
  if (graphene_rect_intersection (&first, &second, &common) && common.size.width > 1 && common.size.height > 1)
    tell (walk, one, "overlaps another");
  check_gap (walk, one, other, &first, &second);
}

static void
check_overlaps (Walk *walk)
{
  for (guint i = 0; i < walk->pressable->len; i++)
    for (guint k = i + 1; k < walk->pressable->len; k++)
      check_pair (walk, g_ptr_array_index (walk->pressable, i), g_ptr_array_index (walk->pressable, k));
}

/* A name of which hardly a letter is left says nothing; figures are whole anyway. */
static gboolean
is_gone (VouchFact *fact, const graphene_rect_t *bounds)
{
  int least, wanted, height;

  vouch_fact_measure_form (fact, TRUE, &least, &wanted, &height);
  return vouch_fact_get_rank (fact) > 0 && bounds->size.width < (float)MIN (wanted, 2 * height);
}

/* Whatever happens to the room, each fact that there is can be read. */
static void
check_facts (Walk *walk)
{
  GtkWidget *line = ui_test_find (walk->window, VOUCH_TYPE_STATE_LINE);

  for (GtkWidget *fact = gtk_widget_get_first_child (line); fact != NULL; fact = gtk_widget_get_next_sibling (fact))
    if (*vouch_fact_get_value (VOUCH_FACT (fact)) != '\0')
      {
        graphene_rect_t bounds, room;

        get_bounds (walk, fact, &bounds);
        get_bounds (walk, line, &room);
        if (!gtk_widget_get_mapped (fact) || !lies_in (&bounds, &room) || is_gone (VOUCH_FACT (fact), &bounds))
          tell (walk, fact, vouch_fact_get_value (VOUCH_FACT (fact)));
      }
}

static guint
walk_window (const LookScene *scene, const char *where, const Look *look)
{
  g_autoptr (GPtrArray) pressable = g_ptr_array_new ();
  Walk walk = { .window = GTK_WIDGET (station.window),
                .where = where,
                .least = look->is_gloved ? GLOVE : FINGER,
                .least_gap = look->is_gloved ? GLOVE_GAP : 0,
                .is_covered = scene->state->feedback == VOUCH_FEEDBACK_OK && !scene->is_over,
                .pressable = pressable };

  visit (&walk, walk.window);
  check_overlaps (&walk);
  check_facts (&walk);
  return walk.n_faults;
}

/* Backwards for every other scene, because another size of type is a new layout of everything. */
static guint
walk_sizes (const LookScene *scene, const Look *look, gboolean is_backwards)
{
  static const struct
  {
    int width, height;
  } sizes[] = { { 1024, 600 }, { 1366, 768 }, { 768, 1366 }, { 1920, 1080 } };
  guint n_faults = 0;

  for (gsize n = 0; n < G_N_ELEMENTS (sizes); n++)
    {
      gsize i = is_backwards ? G_N_ELEMENTS (sizes) - 1 - n : n;
      g_autofree char *where = g_strdup_printf ("%s, %d×%d, text %.1f%s", scene->name, sizes[i].width, sizes[i].height,
                                                look->scale, look->is_gloved ? ", gloves" : "");

      if (!look_station_lay_out (&station, sizes[i].width, sizes[i].height))
        {
          g_printerr ("# %s: the window is larger than that\n", where);
          n_faults++;
        }
      n_faults += walk_window (scene, where, look);
    }
  return n_faults;
}

static void
test_every_scene_fits (gconstpointer data)
{
  const Look *look = data;
  guint n_faults = 0;

  look_station_wear (&station, look);
  for (guint i = 0; i < station.scenes->len; i++)
    {
      const LookScene *scene = g_ptr_array_index (station.scenes, i);

      look_station_show (&station, scene);
      n_faults += walk_sizes (scene, look, i % 2 == 1);
    }
  look_station_wear (&station, &(Look){ .scale = 1 });
  if (n_faults > 0)
    g_test_fail_printf ("%u faults, told above", n_faults);
}

static int
measure_type (double scale, int width, int height)
{
  look_station_wear (&station, &(Look){ .scale = scale });
  look_station_lay_out (&station, width, height);
  return vouch_em_measure (GTK_WIDGET (station.window));
}

/* A large screen hangs further away. Who asks for large type never gets smaller type by it. */
static void
test_type_grows_with_the_room (void)
{
  int plain, spacious, large;

  look_station_show (&station, g_ptr_array_index (station.scenes, 0));
  plain = measure_type (1, 1024, 600);
  spacious = measure_type (1, 1920, 1080);
  large = measure_type (2, 1920, 1080);
  g_assert_cmpint (measure_type (1, 1366, 768), ==, plain);
  g_assert_cmpint (measure_type (1, 1600, 900), >, plain);
  g_assert_cmpint (spacious * 10, >=, plain * 15);
  g_assert_cmpint (measure_type (1.25, 1920, 1080), >=, spacious);
  g_assert_cmpint (measure_type (2, 1024, 600), ==, large);
  g_assert_cmpint (large, >, spacious);
  look_station_wear (&station, &(Look){ .scale = 1 });
}

static void
test_speaks_the_language_it_is_given (void)
{
  gboolean is_chinese = g_str_equal (g_getenv ("LANGUAGE"), "zh_CN");

  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "Scan your badge"), ==, is_chinese ? "扫工牌" : "Scan your badge");
}

int
main (int argc, char *argv[])
{
  static const Look looks[] = {
    { .scale = 1 }, { .scale = 2 }, { .scale = 1, .is_gloved = TRUE }, { .scale = 2, .is_gloved = TRUE }
  };
  int status;

  look_station_use_language ();
  ui_test_init (&argc, &argv);
  g_test_add_func ("/look/speaks-the-language-it-is-given", test_speaks_the_language_it_is_given);
  g_test_add_data_func ("/look/every-scene-fits/text-1.0", &looks[0], test_every_scene_fits);
  g_test_add_data_func ("/look/every-scene-fits/text-2.0", &looks[1], test_every_scene_fits);
  g_test_add_data_func ("/look/every-scene-fits/gloves-text-1.0", &looks[2], test_every_scene_fits);
  g_test_add_data_func ("/look/every-scene-fits/gloves-text-2.0", &looks[3], test_every_scene_fits);
  g_test_add_func ("/look/type-grows-with-the-room", test_type_grows_with_the_room);
  look_station_open (&station);
  status = g_test_run ();
  look_station_close (&station);
  return status;
}
