#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VouchDemoPage:
 * @status: of the answer
 * @body: of the answer
 *
 * What a customer's phone got.
 */
typedef struct
{
  int status;
  char *body;
} VouchDemoPage;

VouchDemoPage *vouch_demo_page_get (const char *address, const char *path, const char *language, const char *agent,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchDemoPage *vouch_demo_page_post (const char *address, const char *path, const char *form,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_demo_page_free (VouchDemoPage *self);
char *vouch_demo_page_dup_form (const VouchDemoPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchDemoPage, vouch_demo_page_free)

G_END_DECLS
