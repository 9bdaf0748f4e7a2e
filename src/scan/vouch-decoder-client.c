#include "vouch-decoder-client.h"

#include <glib/gi18n-lib.h>

#include "vouch-config.h"
#include "vouch-decoder-child.h"
#include "vouch-decoder-question.h"
#include "vouch-error.h"

struct _VouchDecoder
{
  GMutex mutex;
  char *program;
  VouchCodeKinds kinds;
  VouchDecoderChild *child; /* NULL until something is to be read, and after it was lost */
  VouchDecoderCounts counts;
};

/* A program that runs from the build folder wants the decoder that was built with it. */
static char *
find_program (void)
{
  const char *wanted = g_getenv ("VOUCH_DECODER");
  g_autofree char *self = NULL;

  if (wanted != NULL && *wanted != '\0')
    return g_strdup (wanted);
  self = g_file_read_link ("/proc/self/exe", NULL);
  if (self != NULL && g_str_has_prefix (self, VOUCH_BUILD_ROOT "/"))
    return g_build_filename (VOUCH_BUILD_ROOT, "src", "decoder", "vouch-decoder", NULL);
  return g_build_filename (VOUCH_LIBEXECDIR, "vouch-decoder", NULL);
}

/**
 * vouch_decoder_new:
 * @program: (nullable): the path of the decoder program; %NULL takes $VOUCH_DECODER, else the one that belongs to this
 *   build or installation
 *
 * The program is started with the first picture.
 *
 * Returns: (transfer full): a client
 */
VouchDecoder *
vouch_decoder_new (const char *program)
{
  VouchDecoder *self = g_new0 (VouchDecoder, 1);

  g_mutex_init (&self->mutex);
  self->kinds = VOUCH_CODE_KINDS_USUAL;
  self->program = program != NULL ? g_strdup (program) : find_program ();
  return self;
}

/**
 * vouch_decoder_free:
 * @self: (nullable) (transfer full): a client that no thread uses any more
 */
void
vouch_decoder_free (VouchDecoder *self)
{
  if (self == NULL)
    return;
  vouch_decoder_child_free (self->child);
  vouch_decoder_counts_clear (&self->counts);
  g_mutex_clear (&self->mutex);
  g_free (self->program);
  g_free (self);
}

/**
 * vouch_decoder_set_kinds:
 * @self: a client
 * @kinds: what pictures and frames are searched for from now on; %VOUCH_CODE_KINDS_USUAL until this is called
 */
void
vouch_decoder_set_kinds (VouchDecoder *self, VouchCodeKinds kinds)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->kinds = kinds & VOUCH_CODE_KINDS_ALL;
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_decoder_get_kinds:
 * @self: a client
 *
 * Returns: what pictures and frames are searched for
 */
VouchCodeKinds
vouch_decoder_get_kinds (VouchDecoder *self)
{
  VouchCodeKinds kinds;

  g_mutex_lock (&self->mutex);
  kinds = self->kinds;
  g_mutex_unlock (&self->mutex);
  return kinds;
}

/* Whatever the program was at is lost, and the next picture gets a new one. */
static void
drop_child (VouchDecoder *self)
{
  g_clear_pointer (&self->child, vouch_decoder_child_free);
  self->counts.restarts++;
}

static void
give_up_slow_picture (VouchDecoder *self, GError **error)
{
  drop_child (self);
  self->counts.hangs++;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("The picture took too long to read and was given up; take a smaller one"));
}

/* A program that ended while it had nothing to do lost no picture: start another one and ask that. */
static gboolean
ensure_child (VouchDecoder *self, GError **error)
{
  if (self->child != NULL && vouch_decoder_child_has_ended (self->child))
    drop_child (self);
  if (self->child == NULL)
    {
      self->child = vouch_decoder_child_new (self->program, error);
      vouch_decoder_counts_clear (&self->counts);
      if (self->child != NULL)
        self->counts.libraries = g_strdup (vouch_decoder_child_get_libraries (self->child));
    }
  return self->child != NULL;
}

static gboolean
ask_locked (VouchDecoder *self, const VouchDecoderQuestion *question, GBytes *payload, GError **error)
{
  g_autoptr (GBytes) answer = NULL;
  VouchDecoderVerdict verdict = VOUCH_DECODER_NO_ANSWER;
  VouchDecoderEnd end;

  if (!ensure_child (self, error))
    return FALSE;
  end = vouch_decoder_child_ask (self->child, question->numbers, payload, question->limit_ms, &answer);
  if (end == VOUCH_DECODER_HUNG)
    {
      self->counts.lost++;
      give_up_slow_picture (self, error);
      return FALSE;
    }
  if (end == VOUCH_DECODER_ANSWERED)
    verdict = vouch_decoder_question_read_answer (question, answer);
  if (verdict == VOUCH_DECODER_NO_ANSWER)
    {
      self->counts.lost++;
      drop_child (self);
    }
  else
    self->counts.read++;
  if (verdict != VOUCH_DECODER_READ)
    vouch_decoder_verdict_refuse (verdict, error);
  return verdict == VOUCH_DECODER_READ;
}

/**
 * vouch_decoder_ask:
 * @self: a client
 * @question: what is asked
 * @payload: the picture
 * @error: INVALID where the picture cannot be read or made the program fail, STORAGE where it cannot be started
 *
 * Has the program read a picture, or waits until it has read those of other threads.
 *
 * Returns: whether the question's result was set
 */
gboolean
vouch_decoder_ask (VouchDecoder *self, const VouchDecoderQuestion *question, GBytes *payload, GError **error)
{
  gboolean good;

  g_mutex_lock (&self->mutex);
  good = ask_locked (self, question, payload, error);
  g_mutex_unlock (&self->mutex);
  return good;
}

/**
 * vouch_decoder_photo_clear:
 * @self: a photograph
 */
void
vouch_decoder_photo_clear (VouchDecoderPhoto *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

/**
 * vouch_decoder_get_counts:
 * @self: a client
 * @counts: (out caller-allocates): what became of its work so far
 */
void
vouch_decoder_get_counts (VouchDecoder *self, VouchDecoderCounts *counts)
{
  g_return_if_fail (self != NULL && counts != NULL);

  g_mutex_lock (&self->mutex);
  *counts = self->counts;
  counts->libraries = g_strdup (self->counts.libraries);
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_decoder_counts_clear:
 * @self: counts
 */
void
vouch_decoder_counts_clear (VouchDecoderCounts *self)
{
  g_clear_pointer (&self->libraries, g_free);
}

/**
 * vouch_decoder_get_restarts:
 * @self: a client
 *
 * Returns: how often the program was lost, for diagnostics
 */
guint
vouch_decoder_get_restarts (VouchDecoder *self)
{
  guint restarts;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  restarts = self->counts.restarts;
  g_mutex_unlock (&self->mutex);
  return restarts;
}

/**
 * vouch_decoder_get_hangs:
 * @self: a client
 *
 * Returns: how many of the restarts were because it did not answer in time
 */
guint
vouch_decoder_get_hangs (VouchDecoder *self)
{
  guint hangs;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  hangs = self->counts.hangs;
  g_mutex_unlock (&self->mutex);
  return hangs;
}

/**
 * vouch_decoder_get_program:
 * @self: a client
 *
 * Returns: (transfer none): the path of the program, for diagnostics
 */
const char *
vouch_decoder_get_program (VouchDecoder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->program;
}

/**
 * vouch_decoder_dup_pid:
 * @self: a client
 *
 * Returns: (transfer full) (nullable): the process id of the running program, for diagnostics; %NULL if none runs
 */
char *
vouch_decoder_dup_pid (VouchDecoder *self)
{
  char *pid;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  pid = self->child != NULL ? g_strdup (vouch_decoder_child_get_pid (self->child)) : NULL;
  g_mutex_unlock (&self->mutex);
  return pid;
}
