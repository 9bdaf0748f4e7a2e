#pragma once

#include "vouch-lines.h"
#include "vouch-verb.h"

G_BEGIN_DECLS

/**
 * VouchRequestFunc:
 * @cli: the run
 * @request: a request of the type that was given to vouch_run_requests()
 * @key: (nullable): the idempotency key
 * @data: what was given to vouch_run_requests()
 * @error: why there is no answer
 *
 * Returns: (transfer full) (nullable): the answer to one request
 */
typedef VouchAnswer *(*VouchRequestFunc) (VouchCli *cli, gconstpointer request, const char *key, gpointer data,
                                          GError **error);

void vouch_run_case (VouchCli *cli, const VouchVerb *verb);
void vouch_run_requests (VouchCli *cli, const VouchRecordType *type, const char *secrets, VouchRequestFunc func,
                         gpointer data);
void
vouch_run_acts (VouchCli *cli, const VouchRecordType *type, const char *secrets, VouchRequestFunc func, gpointer data);

G_END_DECLS
