#pragma once

#include "vouch-pack.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

typedef struct
{
  VouchPackKind kind;
} VouchOpenPackRequest;

VOUCH_DECLARE_RECORD (VouchOpenPackRequest, vouch_open_pack_request)

/* A pack, and the code of what is put in or taken out. */
typedef struct
{
  gint64 pack_id;
  char *sscc; /* nullable: the pack, instead of @pack_id */
  char *code;
} VouchPackRequest;

VOUCH_DECLARE_RECORD (VouchPackRequest, vouch_pack_request)

typedef struct
{
  gint64 pack_id;
  char *sscc;   /* nullable: the pack, instead of @pack_id */
  char *reason; /* nullable, where none is asked for */
} VouchEndPackRequest;

VOUCH_DECLARE_RECORD (VouchEndPackRequest, vouch_end_pack_request)

/* How a pack stands after what was done to it. */
typedef struct
{
  gint64 pack_id;
  char *sscc;
  VouchPackKind kind;
  VouchPackState state;
  gint64 items;   /* units of a carton, cartons of a pallet */
  gint64 reached; /* of a pack that was called back: the units in it */
} VouchPacked;

VOUCH_DECLARE_RECORD (VouchPacked, vouch_packed)

/* An empty carton or pallet with a new SSCC. */
extern const VouchUseCase vouch_pack_open;
extern const VouchUseCase vouch_pack_add;
extern const VouchUseCase vouch_pack_take_out;
extern const VouchUseCase vouch_pack_close;
/* What is in it is free again; the SSCC is never used again. */
extern const VouchUseCase vouch_pack_break;
/* A carton or pallet is called back with all that is in it: the labels of its units are withdrawn. */
extern const VouchUseCase vouch_pack_recall;

VouchPack *
vouch_pack_load_by (VouchConn *conn, gint64 pack_id, const char *sscc, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_pack_tell (VouchConn *conn, const VouchPack *pack, VouchPacked *answer, GError **error);

G_END_DECLS
