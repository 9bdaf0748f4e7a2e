/* Draws the dialogs of plans, of certificates, of records and of label templates in every look and size, for people to
 * look at.
 *
 * usage: look-dialogs FOLDER [--size=WIDTHxHEIGHT…] … (see the options below)
 */
#include <stdlib.h>

#include "desk-fixture.h"
#include "goods.h"
#include "look-station.h"
#include "ui-test.h"
#include "vouch-certificate-dialog.h"
#include "vouch-oc-view.h"
#include "vouch-plan-dialog.h"
#include "vouch-plan-sign-dialog.h"
#include "vouch-record-dialog.h"
#include "vouch-template-canvas.h"
#include "vouch-template-dialog.h"
#include "window-picture.h"

static char **sizes, **scales, **themes, **names;
static gboolean is_gloved;

static const GOptionEntry options[] = {
  { "size", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sizes, "of the window", "WIDTHxHEIGHT" },
  { "scale", 0, 0, G_OPTION_ARG_STRING_ARRAY, &scales, "of the text", "FACTOR" },
  { "theme", 0, 0, G_OPTION_ARG_STRING_ARRAY, &themes, "light or dark", "THEME" },
  { "gloves", 0, 0, G_OPTION_ARG_NONE, &is_gloved, "large targets", NULL },
  { "scene", 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, "one of them only", "NAME" },
  { NULL },
};

static const char *const all_sizes[] = { "1024x600", "1280x800", "1366x768", NULL };
static const char *const all_scales[] = { "1.0", "1.5", NULL };
static const char *const all_themes[] = { "light", "dark", NULL };

static VouchPlanDialog *
open_plan (DeskFixture *fixture, const char *sku, gint64 version)
{
  VouchPlanDialog *dialog =
      vouch_plan_dialog_new (NULL, fixture->desk, goods_find_product (&fixture->base, sku), version);
  gboolean is_computed = FALSE;
  gulong id;

  while (vouch_plan_dialog_get_file (dialog) == NULL)
    g_main_context_iteration (NULL, TRUE);
  id = g_signal_connect_swapped (ui_test_find (GTK_WIDGET (dialog), VOUCH_TYPE_OC_VIEW), "computed",
                                 G_CALLBACK (ui_test_stop_cb), &is_computed);
  ui_test_wait (&is_computed);
  g_signal_handler_disconnect (ui_test_find (GTK_WIDGET (dialog), VOUCH_TYPE_OC_VIEW), id);
  return dialog;
}

static GtkWindow *
make_classes (DeskFixture *fixture)
{
  return GTK_WINDOW (open_plan (fixture, "TOWEL-3474", 0));
}

static GtkWindow *
make_double (DeskFixture *fixture)
{
  return GTK_WINDOW (open_plan (fixture, "VITC-100", 0));
}

/* A plan of double samples by a standard that has only single ones here. */
static GtkWindow *
make_faults (DeskFixture *fixture)
{
  VouchPlanDialog *dialog = open_plan (fixture, "CUP-350", 0);
  VouchPlanEditor *editor = vouch_plan_dialog_get_editor (dialog);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (vouch_plan_editor_find (editor, "type")), 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (vouch_plan_editor_find (editor, "scope")), 2);
  return GTK_WINDOW (dialog);
}

static GtkWindow *
make_signature (DeskFixture *fixture)
{
  g_autoptr (VouchPlanChanged) changed = NULL;
  g_autoptr (VouchPlanDraftRequest) request = NULL;
  g_autoptr (VouchPlanContent) plan = NULL;
  g_autoptr (GError) error = NULL;
  VouchPlanDialog *dialog = open_plan (fixture, "CUP-350", 0);
  VouchPlanSignDialog *signing;
  VouchSamplingRule *rule;

  plan = vouch_plan_content_copy (vouch_plan_dialog_get_file (dialog)->plan);
  gtk_window_destroy (GTK_WINDOW (dialog));
  rule = g_ptr_array_index (plan->rules, 0);
  g_free (rule->aql);
  rule->aql = g_strdup ("1.5");
  plan->plan->decider_not_inspector = TRUE;
  request = vouch_plan_draft_request_of (plan, 1, "two complaints in May");
  changed = goods_run (&fixture->base, &vouch_plan_draft, INSPECTOR, request, &error);
  g_assert_no_error (error);
  dialog = open_plan (fixture, "CUP-350", changed->version);
  signing = vouch_plan_sign_dialog_new (NULL, vouch_plan_dialog_get_file (dialog), FALSE);
  gtk_window_destroy (GTK_WINDOW (dialog));
  return GTK_WINDOW (signing);
}

static VouchTemplateDialog *
open_template (DeskFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load (name, &error);

  g_assert_no_error (error);
  return vouch_template_dialog_new (NULL, fixture->desk, template, TRUE);
}

/* Until the label is drawn and read back. */
static GtkWindow *
wait_for_trial (VouchTemplateDialog *dialog, const char *needle)
{
  /* The dialog itself is not shown yet. */
  desk_fixture_wait_for_text (adw_window_get_content (ADW_WINDOW (dialog)), needle);
  return GTK_WINDOW (dialog);
}

static GtkWindow *
make_certificate (DeskFixture *fixture)
{
  g_autoptr (VouchLotFile) file = goods_load (&fixture->base, goods_tea_counted (&fixture->base));
  VouchCertificateDialog *dialog = vouch_certificate_dialog_new (NULL, fixture->desk, file->lot);

  vouch_certificate_dialog_take_file (dialog, "/media/scanner/COA-2026-1178.pdf");
  return GTK_WINDOW (dialog);
}

static GtkWindow *
make_record (DeskFixture *fixture)
{
  VouchRecordDialog *dialog = vouch_record_dialog_new (NULL, fixture->desk);
  g_autofree char *path = NULL;

  goods_tea_released (&fixture->base);
  path = goods_write_publication (&fixture->base, "lot.json");
  gtk_window_present (GTK_WINDOW (dialog));
  vouch_record_dialog_take_record (dialog, path);
  desk_fixture_wait_for_text (GTK_WIDGET (dialog), g_dgettext ("vouch", "Signed as it stands"));
  return GTK_WINDOW (dialog);
}

static GtkWindow *
make_template (DeskFixture *fixture)
{
  g_autoptr (GString) needle =
      g_string_new (g_dgettext ("vouch", "%u dots an inch: everything fits, every code was read back"));

  g_string_prepend (needle, "✓ ");
  g_string_replace (needle, "%u", "203", 1);
  return wait_for_trial (open_template (fixture, "unit-60x40"), needle->str);
}

static GtkWindow *
make_template_text (DeskFixture *fixture)
{
  VouchTemplateDialog *dialog = VOUCH_TEMPLATE_DIALOG (make_template (fixture));

  vouch_label_draft_choose (vouch_template_dialog_get_draft (dialog), 2);
  return GTK_WINDOW (dialog);
}

/* A field that nobody knows, and a code that has no room. */
static GtkWindow *
make_template_faults (DeskFixture *fixture)
{
  VouchTemplateDialog *dialog = VOUCH_TEMPLATE_DIALOG (make_template (fixture));
  VouchLabelDraft *draft = vouch_template_dialog_get_draft (dialog);

  vouch_label_draft_add (draft, VOUCH_ELEMENT_TEXT);
  vouch_label_draft_set_member (draft, vouch_label_member_find ("text"), "{colour}", NULL);
  return GTK_WINDOW (dialog);
}

static const struct
{
  const char *name;
  GtkWindow *(*make) (DeskFixture *fixture);
} scenes[] = {
  { "plan", make_classes },
  { "plan-double", make_double },
  { "plan-faults", make_faults },
  { "plan-signature", make_signature },
  { "certificate", make_certificate },
  { "record", make_record },
  { "template", make_template },
  { "template-text", make_template_text },
  { "template-faults", make_template_faults },
};

static const char *const *
choose (char **given, const char *const *all)
{
  return given != NULL ? (const char *const *)given : all;
}

static void
draw_sizes (LookWindow *window, const char *folder, const char *scene, const char *look)
{
  for (const char *const *at = choose (sizes, all_sizes); *at != NULL; at++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s-%s.png", *at, look, scene);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int width = 0, height = 0;

      if (sscanf (*at, "%dx%d", &width, &height) != 2)
        g_error ("not a size: %s", *at);
      if (!look_window_lay_out (window, width, height))
        g_print ("too large: %s\n", name);
      window_picture_write (GTK_WIDGET (window->window), path);
    }
}

static void
draw_scene (LookWindow *window, const char *folder, const char *name)
{
  for (const char *const *scale = choose (scales, all_scales); *scale != NULL; scale++)
    for (const char *const *theme = choose (themes, all_themes); *theme != NULL; theme++)
      {
        Look look = { .scale = g_ascii_strtod (*scale, NULL),
                      .is_gloved = is_gloved,
                      .is_dark = g_str_has_prefix (*theme, "dark") };
        g_autofree char *looks = g_strdup_printf ("%s-%s", *scale, *theme);

        look_window_wear (window, &look);
        draw_sizes (window, folder, name, looks);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  DeskFixture fixture = { 0 };

  look_station_use_language ();
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    g_error ("%s", error != NULL ? error->message : "a folder is needed");
  ui_test_init (&argc, &argv);
  g_mkdir_with_parents (argv[1], 0777);
  desk_fixture_set_up (&fixture, NULL);
  desk_fixture_sign_in (&fixture, QA_LEAD, QA_LEAD_PIN);
  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      LookWindow wearing;
      GtkWindow *window;

      if (names != NULL && !g_strv_contains ((const char *const *)names, scenes[i].name))
        continue;
      window = scenes[i].make (&fixture);
      gtk_window_set_decorated (window, FALSE);
      look_window_open (&wearing, window);
      draw_scene (&wearing, argv[1], scenes[i].name);
      look_window_close (&wearing);
      gtk_window_destroy (window);
    }
  desk_fixture_tear_down (&fixture, NULL);
  return 0;
}
