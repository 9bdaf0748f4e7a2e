#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchHtml:
 *
 * The one place that writes HTML. Text and attribute values are escaped here, always; the only thing that goes out as
 * it is are the program's own drawings and styles, which are compiled in.
 */
typedef struct _VouchHtml VouchHtml;

VouchHtml *vouch_html_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_html_free (VouchHtml *self);

void vouch_html_doctype (VouchHtml *self);
void vouch_html_open (VouchHtml *self, const char *element, ...) G_GNUC_NULL_TERMINATED;
void vouch_html_close (VouchHtml *self, const char *element);
void vouch_html_text (VouchHtml *self, const char *text);
void vouch_html_element (VouchHtml *self, const char *element, const char *text, ...) G_GNUC_NULL_TERMINATED;
void vouch_html_own (VouchHtml *self, const char *compiled_in);
GBytes *vouch_html_end (VouchHtml *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchHtml, vouch_html_free)

G_END_DECLS
