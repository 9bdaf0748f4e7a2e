/* Packing by scanning alone: what each scan means, from where the packer stands. */
#include "vouch-pack-bench.h"

#include <glib/gi18n-lib.h>

#include "vouch-command.h"
#include "vouch-gs1-sscc.h"

#define NEW_CARTON 1 /* the answers' numbers */
#define NEW_PALLET 2

void
vouch_pack_bench_clear (VouchPackBench *self)
{
  g_clear_pointer (&self->pack, vouch_packed_free);
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->pending, g_free);
  self->asks_break = FALSE;
}

static gboolean
is_open (const VouchPackBench *self)
{
  return self->pack != NULL && self->pack->state == VOUCH_PACK_STATE_OPEN;
}

static VouchPackNext
say (VouchPackStep *step, const char *message)
{
  step->message = message;
  return VOUCH_PACK_NEXT_SAY;
}

static VouchPackNext
open_pack (VouchPackBench *self, VouchPackKind kind, VouchPackStep *step)
{
  VouchOpenPackRequest *request;

  if (is_open (self))
    return say (step, _ ("One is open already; close it first"));
  request = vouch_open_pack_request_new ();
  request->kind = kind;
  step->use_case = &vouch_pack_open;
  step->request = request;
  return VOUCH_PACK_NEXT_RUN;
}

static VouchPackNext
end_pack (VouchPackBench *self, const VouchUseCase *use_case, VouchPackStep *step)
{
  VouchEndPackRequest *request = vouch_end_pack_request_new ();

  request->pack_id = self->pack->pack_id;
  step->use_case = use_case;
  step->request = request;
  return VOUCH_PACK_NEXT_RUN;
}

static VouchPackNext
move (VouchPackBench *self, const VouchUseCase *use_case, const char *code, VouchPackStep *step)
{
  VouchPackRequest *request = vouch_pack_request_new ();

  request->pack_id = self->pack->pack_id;
  request->code = g_strdup (code);
  step->use_case = use_case;
  step->request = request;
  return VOUCH_PACK_NEXT_RUN;
}

static VouchPackNext
undo (VouchPackBench *self, VouchPackStep *step)
{
  g_autofree char *last = g_steal_pointer (&self->last);

  if (!is_open (self) || last == NULL)
    return say (step, _ ("There is nothing to take out"));
  return move (self, &vouch_pack_take_out, last, step);
}

static VouchPackNext
ask_break (VouchPackBench *self, VouchPackStep *step)
{
  if (self->pack == NULL || self->pack->state == VOUCH_PACK_STATE_BROKEN ||
      self->pack->state == VOUCH_PACK_STATE_RECALLED)
    return say (step, _ ("Scan the SSCC of what is to be broken"));
  self->asks_break = TRUE;
  return say (step, _ ("Break it? What is in it is free again, and its number is never used again. Scan OK or No."));
}

static VouchPackNext
take_command (VouchPackBench *self, VouchCommand command, int argument, VouchPackStep *step)
{
  gboolean was_asked = self->asks_break;

  self->asks_break = FALSE;
  if (command == VOUCH_COMMAND_OK && was_asked)
    return end_pack (self, &vouch_pack_break, step);
  if (command == VOUCH_COMMAND_NO && was_asked)
    return say (step, _ ("It stays as it is"));
  if (command == VOUCH_COMMAND_OK)
    return is_open (self) ? end_pack (self, &vouch_pack_close, step) : say (step, _ ("Nothing is open"));
  if (command == VOUCH_COMMAND_UNDO)
    return undo (self, step);
  if (command == VOUCH_COMMAND_VOID)
    return ask_break (self, step);
  if (command == VOUCH_COMMAND_DIGIT && argument == NEW_CARTON)
    return open_pack (self, VOUCH_PACK_KIND_CARTON, step);
  if (command == VOUCH_COMMAND_DIGIT && argument == NEW_PALLET)
    return open_pack (self, VOUCH_PACK_KIND_PALLET, step);
  return VOUCH_PACK_NEXT_NOT_MINE;
}

static VouchPackNext
show (const char *sscc, VouchPackStep *step)
{
  VouchEndPackRequest *request = vouch_end_pack_request_new ();

  request->sscc = g_strdup (sscc);
  step->request = request;
  return VOUCH_PACK_NEXT_SHOW;
}

/**
 * vouch_pack_bench_take:
 * @self: where the packer stands
 * @prefix: what command codes begin with here
 * @text: what was scanned
 * @step: (out): what is to be done
 *
 * A label's address and an SSCC go into what is open; with nothing open an SSCC shows its carton or pallet. Commands:
 * 1 opens a carton, 2 a pallet, OK closes, undo takes the last one out, void breaks after an OK.
 *
 * Returns: what the scan leads to
 */
VouchPackNext
vouch_pack_bench_take (VouchPackBench *self, const char *prefix, const char *text, VouchPackStep *step)
{
  char sscc[VOUCH_GS1_SSCC_SIZE];
  int argument = 0;
  VouchCommand command = vouch_command_parse (text, prefix, &argument);
  gboolean is_sscc = vouch_gs1_sscc_read (text, sscc);

  *step = (VouchPackStep){ 0 };
  if (command != VOUCH_COMMAND_NONE)
    return take_command (self, command, argument, step);
  if (!is_sscc && strstr (text, "://") == NULL)
    return VOUCH_PACK_NEXT_NOT_MINE;
  self->asks_break = FALSE;
  if (!is_open (self))
    return is_sscc ? show (sscc, step) : say (step, _ ("Open a carton first"));
  g_free (self->pending);
  self->pending = g_strdup (text);
  return move (self, &vouch_pack_add, text, step);
}

/**
 * vouch_pack_bench_take_packed:
 * @self: where the packer stands
 * @packed: (transfer full) (nullable): how the pack stands after the step; %NULL where the step was refused
 */
void
vouch_pack_bench_take_packed (VouchPackBench *self, VouchPacked *packed)
{
  g_autofree char *pending = g_steal_pointer (&self->pending);

  if (packed == NULL)
    return;
  if (self->pack == NULL || self->pack->pack_id != packed->pack_id)
    g_clear_pointer (&self->last, g_free);
  if (pending != NULL)
    {
      g_free (self->last);
      self->last = g_steal_pointer (&pending);
    }
  g_clear_pointer (&self->pack, vouch_packed_free);
  self->pack = packed;
}

/**
 * vouch_pack_bench_read:
 * @conn: a connection
 * @request: the step's
 * @error: NOT_FOUND if there is no such pack
 *
 * Returns: (transfer full) (nullable): a #VouchPacked: how the pack stands
 */
gpointer
vouch_pack_bench_read (VouchConn *conn, gpointer request, GError **error)
{
  const VouchEndPackRequest *wanted = request;
  g_autoptr (VouchPack) pack = vouch_pack_load_by (conn, wanted->pack_id, wanted->sscc, error);
  g_autoptr (VouchPacked) packed = vouch_packed_new ();

  return pack != NULL && vouch_pack_tell (conn, pack, packed, error) ? g_steal_pointer (&packed) : NULL;
}

/**
 * vouch_pack_bench_describe_next:
 * @self: where the packer stands
 *
 * Returns: (transfer none): what to scan next, in the user's language
 */
const char *
vouch_pack_bench_describe_next (const VouchPackBench *self)
{
  if (!is_open (self))
    return _ ("Open a carton or a pallet, or scan the SSCC of one");
  return self->pack->kind == VOUCH_PACK_KIND_CARTON ? _ ("Scan the labels of the units that go in")
                                                    : _ ("Scan the SSCCs of the cartons that go on it");
}
