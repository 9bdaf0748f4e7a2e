/* The label templates of a station: those that are built in, and those that the house made. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-file.h"
#include "vouch-label-json.h"
#include "vouch-label-picture.h"
#include "vouch-label-verb.h"
#include "vouch-length.h"
#include "vouch-list.h"
#include "vouch-record-json.h"
#include "vouch-template-shelf.h"
#include "vouch-template-work.h"

static char *
say_entry (gconstpointer data)
{
  const VouchTemplateEntry *entry = data;
  g_autofree char *built_in =
      entry->is_built_in ? g_strdup (_ ("built in")) : g_strdup_printf (_ ("version %d"), (int)entry->version);
  g_autofree char *width = vouch_length_to_string (entry->width_um);
  g_autofree char *height = vouch_length_to_string (entry->height_um);

  return g_strdup_printf ("%-20s  %5s × %5s mm  %s  %s %s", entry->name, width, height, built_in,
                          entry->title != NULL ? entry->title : "", entry->title_en != NULL ? entry->title_en : "");
}

static gpointer
read_entries (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_template_list (conn, error);
}

static gpointer
read_template (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_template_load (conn, data, error);
}

static const char *
take_name (VouchCli *cli)
{
  const char *name = vouch_arguments_take (vouch_cli_get_arguments (cli), "name");

  if (name == NULL)
    vouch_cli_fail_usage (cli, _ ("Say which template: --name NAME"));
  return name;
}

/**
 * vouch_label_template_of_file:
 * @path: a file in JSON
 * @error: NOT_FOUND if it cannot be read; INVALID with the place of what is wrong in it
 *
 * Returns: (transfer full) (nullable): the template
 */
VouchLabelTemplate *
vouch_label_template_of_file (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *json = NULL;
  g_autoptr (GError) why = NULL;
  gsize length;

  json = vouch_label_file_load (path, &length, &why);
  if (json != NULL)
    return vouch_label_json_read (name, json, (gssize)length, error);
  vouch_set_field_error (error, "template_file", (VouchErrorCode)why->code, "%s", why->message);
  return NULL;
}

/**
 * vouch_label_template_of_name:
 * @cli: the run
 * @name: a template, built in or of the house
 * @error: NOT_FOUND if there is none of that name
 *
 * What is built in is there without any station, and what the house made is read beside whoever owns the station.
 *
 * Returns: (transfer full) (nullable): the template
 */
VouchLabelTemplate *
vouch_label_template_of_name (VouchCli *cli, const char *name, GError **error)
{
  VouchStation *station;

  if (vouch_template_is_built_in (name))
    return vouch_label_template_load (name, error);
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, error);
  return station != NULL ? vouch_station_read (station, read_template, (gpointer)name, error) : NULL;
}

/* The template itself goes to standard output, ready to be kept as a file. */
static void
show (VouchCli *cli, const char *file)
{
  const char *name = take_name (cli);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  g_autofree char *content = NULL;
  JsonObject *object;

  if (name == NULL || !vouch_cli_check_taken (cli))
    return;
  template = vouch_label_template_of_name (cli, name, &error);
  content = template != NULL ? vouch_label_json_write (template) : NULL;
  if (content == NULL || (file != NULL && !g_file_set_contents (file, content, -1, &error)))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "name", name);
  json_object_set_int_member (object, "version", template->version);
  if (file != NULL)
    json_object_set_string_member (object, "file", file);
  else
    json_object_set_string_member (object, "content", content);
  answer = vouch_answer_new (object, file != NULL ? g_strdup_printf (_ ("Written: %s"), file)
                                                  : g_strdup (g_strchomp (content)));
  vouch_cli_tell (cli, answer);
}

static void
export_file (VouchCli *cli)
{
  const char *file = vouch_arguments_take (vouch_cli_get_arguments (cli), "file");

  if (file == NULL)
    vouch_cli_fail_usage (cli, _ ("Say where the template goes: --file FILE.json"));
  else
    show (cli, file);
}

/* Which version is in force now; 0 for none. */
static int
read_version (VouchStation *station, const char *name)
{
  g_autoptr (VouchLabelTemplate) template = vouch_station_read (station, read_template, (gpointer)name, NULL);

  return template != NULL ? template->version : 0;
}

static void
tell_done (VouchCli *cli, const VouchUseCase *use_case, gconstpointer request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  VouchActor *actor;
  VouchStation *station = vouch_cli_open_as (cli, &actor, &error);
  JsonObject *object;
  int version;

  if (station != NULL)
    done = vouch_use_case_run (use_case, station, actor, NULL, request, &error);
  if (done == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  version = read_version (station, done->number);
  object = vouch_record_to_json (&vouch_done_type, done, vouch_cli_get_offset (cli));
  json_object_set_int_member (object, "version", version);
  answer = vouch_answer_new (object, version > 0 ? g_strdup_printf (_ ("%s, version %d"), done->number, version)
                                                 : g_strdup (done->number));
  vouch_cli_tell (cli, answer);
}

/* --seen VERSION: nobody changed it meanwhile; --new: there is none of that name. */
static gboolean
take_seen (VouchCli *cli, gint64 *seen)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *version = vouch_arguments_take (arguments, "seen");
  gboolean is_new = vouch_arguments_take_flag (arguments, "new");
  guint64 number = 0;

  *seen = is_new ? -1 : 0;
  if (version == NULL)
    return TRUE;
  if (is_new || !g_ascii_string_to_unsigned (version, 10, 1, G_MAXINT, &number, NULL))
    {
      vouch_cli_fail_usage (cli, _ ("Say --new, or --seen with the number of the version that the file was made of"));
      return FALSE;
    }
  *seen = (gint64)number;
  return TRUE;
}

static void
import_file (VouchCli *cli)
{
  const char *file = vouch_arguments_take (vouch_cli_get_arguments (cli), "file");
  const char *name = take_name (cli);
  VouchTemplateRequest request = { .name = (char *)name };
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) why = NULL;
  gsize length;

  if (name == NULL || !take_seen (cli, &request.seen))
    return;
  if (file == NULL)
    {
      vouch_cli_fail_usage (cli, _ ("Say which file: --file FILE.json"));
      return;
    }
  content = vouch_label_file_load (file, &length, &why);
  if (content == NULL)
    vouch_set_field_error (&error, "file", (VouchErrorCode)why->code, "%s", why->message);
  else if (strlen (content) < length) /* what follows a NUL would be lost on the way */
    vouch_label_template_free (vouch_label_json_read (name, content, (gssize)length, &error));
  if (error != NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  request.content = content;
  if (vouch_cli_check_taken (cli))
    tell_done (cli, &vouch_template_save, &request);
}

static void
remove_name (VouchCli *cli)
{
  VouchTemplateNameRequest request = { .name = (char *)take_name (cli) };

  if (request.name != NULL && vouch_cli_check_taken (cli))
    tell_done (cli, &vouch_template_remove, &request);
}

/* A picture as templates carry it, to be put into one by hand. */
static void
show_picture (VouchCli *cli)
{
  const char *file = vouch_arguments_take (vouch_cli_get_arguments (cli), "file");
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (VouchLabelPicture) picture = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  if (file == NULL)
    {
      vouch_cli_fail_usage (cli, _ ("Say which picture: --file FILE.png or FILE.jpg"));
      return;
    }
  if (!vouch_cli_check_taken (cli))
    return;
  picture = vouch_label_picture_read (decoder, file, &error);
  if (picture == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "image", picture->dots);
  json_object_set_int_member (object, "columns", picture->columns);
  answer = vouch_answer_new (object,
                             g_strdup_printf ("\"image\": \"%s\", \"columns\": %d", picture->dots, picture->columns));
  vouch_cli_tell (cli, answer);
}

void
vouch_label_run_template (VouchCli *cli, const VouchVerb *verb)
{
  const char *word = vouch_arguments_take_word (vouch_cli_get_arguments (cli));

  if (g_strcmp0 (word, "list") == 0)
    vouch_list_read (cli, &vouch_template_entry_type, read_entries, NULL, say_entry);
  else if (g_strcmp0 (word, "show") == 0)
    show (cli, NULL);
  else if (g_strcmp0 (word, "export") == 0)
    export_file (cli);
  else if (g_strcmp0 (word, "import") == 0)
    import_file (cli);
  else if (g_strcmp0 (word, "remove") == 0)
    remove_name (cli);
  else if (g_strcmp0 (word, "picture") == 0)
    show_picture (cli);
  else
    vouch_cli_fail_usage (cli, _ ("Say what to do with templates: list, show, export, import, remove or picture"));
}
