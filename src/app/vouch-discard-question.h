#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Called when somebody agrees that what was changed is lost. */
typedef void (*VouchDiscardAgreed) (GtkWindow *window);

/* A slip of the finger loses nothing: asks before a window with changes is closed. */
void vouch_discard_question_ask (GtkWindow *window, const char *body, VouchDiscardAgreed agreed);

G_END_DECLS
