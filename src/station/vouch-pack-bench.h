#pragma once

#include "vouch-pack-work.h"

G_BEGIN_DECLS

/**
 * VouchPackBench:
 * @pack: (nullable) (owned): the carton or pallet that is being worked at
 * @last: (nullable) (owned): the code of what was put in last
 * @pending: (nullable) (owned): the code of what is being put in
 * @asks_break: whether the next answer says that @pack is to be broken
 *
 * Where somebody stands who packs by scanning alone.
 */
typedef struct
{
  VouchPacked *pack;
  char *last;
  char *pending;
  gboolean asks_break;
} VouchPackBench;

/**
 * VouchPackNext:
 * @VOUCH_PACK_NEXT_NOT_MINE: the scan is nothing that is packed with
 * @VOUCH_PACK_NEXT_RUN: a use case is to be run
 * @VOUCH_PACK_NEXT_SHOW: a pack is to be looked at: vouch_pack_bench_read()
 * @VOUCH_PACK_NEXT_SAY: there is only something to say
 *
 * What a scan leads to.
 */
typedef enum
{
  VOUCH_PACK_NEXT_NOT_MINE,
  VOUCH_PACK_NEXT_RUN,
  VOUCH_PACK_NEXT_SHOW,
  VOUCH_PACK_NEXT_SAY,
} VouchPackNext;

/**
 * VouchPackStep:
 * @use_case: to be run
 * @request: (owned): for @use_case, or the SSCC to be looked at as a #VouchEndPackRequest
 * @message: (nullable): what is to be said
 *
 * The step itself.
 */
typedef struct
{
  const VouchUseCase *use_case;
  gpointer request;
  const char *message;
} VouchPackStep;

VouchPackNext vouch_pack_bench_take (VouchPackBench *self, const char *prefix, const char *text, VouchPackStep *step);
void vouch_pack_bench_take_packed (VouchPackBench *self, VouchPacked *packed);
gpointer vouch_pack_bench_read (VouchConn *conn, gpointer request, GError **error);
const char *vouch_pack_bench_describe_next (const VouchPackBench *self);
void vouch_pack_bench_clear (VouchPackBench *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchPackBench, vouch_pack_bench_clear)

G_END_DECLS
