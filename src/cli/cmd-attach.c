#include <glib/gi18n-lib.h>

#include "vouch-attachment-work.h"
#include "vouch-error.h"
#include "vouch-lot.h"
#include "vouch-picture-file.h"
#include "vouch-receipt-line.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"

/* What the photographs show: a record by its table and id, or a lot or line by the name that people know. */
typedef struct
{
  char *subject;
  gint64 id;
  gint64 lot_id;
  gint64 receipt_line_id;
  char *file;
} AttachLine;

static const VouchField fields[] = {
  VOUCH_FIELD (AttachLine, subject, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (AttachLine, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (AttachLine, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (AttachLine, receipt_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (AttachLine, file, TEXT, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType line_type = {
  .name = "attach", .size = sizeof (AttachLine), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

static gboolean
fill_subject (const AttachLine *line, VouchAttachRequest *request, GError **error)
{
  if (line->lot_id != 0)
    {
      request->subject = g_strdup (vouch_lot_type.name);
      request->subject_id = line->lot_id;
    }
  else if (line->receipt_line_id != 0)
    {
      request->subject = g_strdup (vouch_receipt_line_type.name);
      request->subject_id = line->receipt_line_id;
    }
  else
    {
      request->subject = g_strdup (line->subject);
      request->subject_id = line->id;
    }
  if (request->subject != NULL && request->subject_id != 0)
    return TRUE;
  vouch_set_field_error (error, "subject", VOUCH_ERROR_INVALID,
                         _ ("Say what the photo shows: --lot, --line, or --subject and --id"));
  return FALSE;
}

static VouchAnswer *
keep_file (VouchCli *cli, VouchAttachRequest *request, const char *file, const char *key, GError **error)
{
  g_autoptr (VouchAttached) attached = NULL;
  VouchActor *actor;
  VouchStation *station;
  VouchAnswer *answer;

  g_clear_pointer (&request->picture, g_bytes_unref);
  g_free (request->name);
  request->name = g_path_get_basename (file);
  request->picture = vouch_picture_file_load (file, error);
  station = request->picture != NULL ? vouch_cli_open_as (cli, &actor, error) : NULL;
  if (station == NULL)
    return NULL;
  attached = vouch_use_case_run (&vouch_attachment_add, station, actor, key, request, error);
  if (attached == NULL)
    return NULL;
  answer = vouch_answer_new (vouch_record_to_json (&vouch_attached_type, attached, vouch_cli_get_offset (cli)),
                             g_strdup_printf (_ ("Stored: %s"), file));
  json_object_set_string_member (answer->json, "file", file);
  return answer;
}

/* The answers to all files but the last are told at once. */
static VouchAnswer *
keep_files (VouchCli *cli, VouchAttachRequest *request, const GPtrArray *files, const char *key, GError **error)
{
  for (guint i = 0; i + 1 < files->len; i++)
    {
      g_autoptr (VouchAnswer) answer = keep_file (cli, request, g_ptr_array_index (files, i), key, error);

      if (answer == NULL)
        return NULL;
      vouch_cli_tell (cli, answer);
    }
  return keep_file (cli, request, g_ptr_array_index (files, files->len - 1), key, error);
}

static VouchAnswer *
attach (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const AttachLine *line = data;
  g_autoptr (GPtrArray) files = g_ptr_array_ref (user_data);
  g_autoptr (VouchAttachRequest) request = vouch_attach_request_new ();

  if (line->file != NULL)
    g_ptr_array_set_size (files, 0);
  if (line->file != NULL)
    g_ptr_array_add (files, line->file);
  if (!fill_subject (line, request, error))
    return NULL;
  if (files->len > 0 && (key == NULL || files->len == 1))
    return keep_files (cli, request, files, key, error);
  if (files->len == 0)
    vouch_set_field_error (error, "file", VOUCH_ERROR_INVALID, _ ("Name the photo: vouch attach --lot LOT FILE"));
  else
    vouch_set_field_error (error, "key", VOUCH_ERROR_INVALID, _ ("A key names one act; name one file with it"));
  return NULL;
}

static void
run (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  const char *file;

  while ((file = vouch_arguments_take_word (arguments)) != NULL)
    g_ptr_array_add (files, (gpointer)file);
  vouch_run_acts (cli, &line_type, NULL, attach, files);
}

const VouchVerb vouch_verbs_of_attach[] = {
  {
      .noun = "attach",
      .arguments = "(--lot LOT | --line DELIVERY/POSITION | --subject reading|receipt_line|lot --id ID) FILE…",
      .help = N_ ("keeps photos (PNG, JPEG) with a lot, a reading or a line of a delivery"),
      .run = run,
  },
  { NULL },
};
