#pragma once

#include "vouch-certificate.h"

G_BEGIN_DECLS

const char *vouch_words_of_certificate (VouchCertificateKind kind);

G_END_DECLS
