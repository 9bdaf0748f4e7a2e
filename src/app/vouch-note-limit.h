#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void vouch_note_limit_attach (AdwEntryRow *row);

G_END_DECLS
