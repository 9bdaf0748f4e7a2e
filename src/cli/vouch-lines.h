#pragma once

#include "vouch-cli.h"

G_BEGIN_DECLS

/**
 * VouchLineFunc:
 * @cli: the run
 * @request: one object
 * @data: what was given to the caller
 * @error: why there is no answer
 *
 * Returns: (transfer full) (nullable): the answer to one request
 */
typedef VouchAnswer *(*VouchLineFunc) (VouchCli *cli, JsonObject *request, gpointer data, GError **error);

void vouch_lines_answer_one (VouchCli *cli, VouchLineFunc func, JsonObject *request, gpointer data);
void vouch_lines_answer_all (VouchCli *cli, VouchLineFunc func, gpointer data);
gboolean vouch_lines_read (char **line);

G_END_DECLS
