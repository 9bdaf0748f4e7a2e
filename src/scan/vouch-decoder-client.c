#include "vouch-decoder-client.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-config.h"
#include "vouch-decoder-answer.h"
#include "vouch-decoder-child.h"
#include "vouch-error.h"

#define MAX_MEGAPIXELS 40
#define MAX_FILE_MIB 64

/* How long to look, and when the program must be hanging. */
#define STILL_BUDGET_MS 1500
#define STILL_LIMIT_MS 5000
#define GREY_BUDGET_MS 600
#define FRAME_LIMIT_MS 2000

enum
{
  KIND_PICTURE = 1,
  KIND_GREY = 2,
  KIND_REENCODE = 3,
  KIND_PIXELS = 4,
  KIND_FRAME = 5,
};

/* What is asked, and how the answer is read into @result. */
typedef struct
{
  guint32 numbers[5]; /* kind, width, height, budget in milliseconds, and what to look for */
  guint limit_ms;
  gpointer result;
} Question;

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

static VouchCodeKinds
get_kinds (VouchDecoder *self)
{
  VouchCodeKinds kinds;

  g_mutex_lock (&self->mutex);
  kinds = self->kinds;
  g_mutex_unlock (&self->mutex);
  return kinds;
}

static void
refuse (VouchDecoderVerdict verdict, GError **error)
{
  switch (verdict)
    {
    case VOUCH_DECODER_FOREIGN:
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The picture is neither PNG nor JPEG; save it as one of these"));
      break;
    case VOUCH_DECODER_TOO_LARGE:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("The picture has more than %d megapixels; take a smaller one"), MAX_MEGAPIXELS);
      break;
    case VOUCH_DECODER_DAMAGED:
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The picture is not readable: it is damaged or cut off; take it again"));
      break;
    case VOUCH_DECODER_READ:
    case VOUCH_DECODER_NO_ANSWER:
    default:
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The picture made the decoder fail and was given up; take another one"));
      break;
    }
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

static VouchDecoderVerdict
read_answer (const Question *question, GBytes *answer)
{
  if (question->numbers[0] != KIND_REENCODE && question->numbers[0] != KIND_PIXELS)
    return vouch_decoder_answer_read (answer, question->result);
  return vouch_decoder_answer_read_photo (answer, question->numbers[1], question->numbers[0] == KIND_PIXELS,
                                          question->result);
}

static gboolean
ask_locked (VouchDecoder *self, const Question *question, GBytes *payload, GError **error)
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
    verdict = read_answer (question, answer);
  if (verdict == VOUCH_DECODER_NO_ANSWER)
    {
      self->counts.lost++;
      drop_child (self);
    }
  else
    self->counts.read++;
  if (verdict != VOUCH_DECODER_READ)
    refuse (verdict, error);
  return verdict == VOUCH_DECODER_READ;
}

static gboolean
ask (VouchDecoder *self, const Question *question, GBytes *payload, GError **error)
{
  gboolean good;

  g_mutex_lock (&self->mutex);
  good = ask_locked (self, question, payload, error);
  g_mutex_unlock (&self->mutex);
  return good;
}

static gboolean
check_file_size (GBytes *file, GError **error)
{
  if (g_bytes_get_size (file) <= (gsize)MAX_FILE_MIB << 20)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The picture file is larger than %d MiB"), MAX_FILE_MIB);
  return FALSE;
}

/**
 * vouch_decoder_read_picture:
 * @self: a client
 * @file: the bytes of a PNG or JPEG file
 * @error: return location
 *
 * Looks for symbols in a still picture, with several tries if the first finds nothing sure. Blocks for up to five
 * seconds. Fails with %VOUCH_ERROR_INVALID if the file is no picture, too large, damaged, or makes the decoder fail,
 * and with %VOUCH_ERROR_STORAGE if the decoder cannot be started.
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_picture (VouchDecoder *self, GBytes *file, GError **error)
{
  GPtrArray *symbols = NULL;
  Question question = { { KIND_PICTURE, 0, 0, STILL_BUDGET_MS }, STILL_LIMIT_MS, &symbols };

  g_return_val_if_fail (self != NULL && file != NULL, NULL);

  question.numbers[4] = get_kinds (self);
  if (!check_file_size (file, error) || !ask (self, &question, file, error))
    return NULL;
  return symbols;
}

static GBytes *
pack_rows (const guint8 *pixels, guint width, guint height, guint stride)
{
  guint8 *packed = g_malloc ((gsize)width * height);

  for (guint y = 0; y < height; y++)
    memcpy (packed + (gsize)y * width, pixels + (gsize)y * stride, width);
  return g_bytes_new_take (packed, (gsize)width * height);
}

static GPtrArray *
read_rows (VouchDecoder *self, Question *question, const guint8 *pixels, guint stride, GError **error)
{
  guint width = question->numbers[1], height = question->numbers[2];
  g_autoptr (GBytes) packed = NULL;
  GPtrArray *symbols = NULL;

  g_return_val_if_fail (self != NULL && pixels != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0 && stride >= width, NULL);

  if ((guint64)width * height > MAX_MEGAPIXELS * G_GUINT64_CONSTANT (1000000))
    {
      refuse (VOUCH_DECODER_TOO_LARGE, error);
      return NULL;
    }
  packed = pack_rows (pixels, width, height, stride);
  question->result = &symbols;
  return ask (self, question, packed, error) ? symbols : NULL;
}

/**
 * vouch_decoder_read_grey:
 * @self: a client
 * @pixels: rows of grey pixels, 0 is black
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row, at least @width
 * @error: return location
 *
 * Looks for symbols in the only picture of something, such as a rendered label: with several tries if the first finds
 * nothing sure, and for all usual symbologies, whichever are switched off. Blocks for up to two seconds. Fails like
 * vouch_decoder_read_picture().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_grey (VouchDecoder *self, const guint8 *pixels, guint width, guint height, guint stride,
                         GError **error)
{
  Question question = { { KIND_GREY, width, height, GREY_BUDGET_MS, VOUCH_CODE_KINDS_USUAL }, FRAME_LIMIT_MS, NULL };

  return read_rows (self, &question, pixels, stride, error);
}

/**
 * vouch_decoder_read_frame:
 * @self: a client
 * @pixels: rows of grey pixels, 0 is black
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row, at least @width
 * @error: return location
 *
 * Looks for symbols in one of a camera's many frames: as it is, and in one further way that changes from frame to
 * frame, so that ten frames a second can be read. What one frame does not show the next ones may. Blocks for up to two
 * seconds. Fails like vouch_decoder_read_picture().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_frame (VouchDecoder *self, const guint8 *pixels, guint width, guint height, guint stride,
                          GError **error)
{
  Question question = { { KIND_FRAME, width, height, 0, 0 }, FRAME_LIMIT_MS, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  question.numbers[4] = get_kinds (self);
  return read_rows (self, &question, pixels, stride, error);
}

/**
 * vouch_decoder_read_drawn:
 * @self: a client
 * @kinds: what to look for, whatever is switched off
 * @pixels: rows of grey pixels, 0 is black
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from row to row, at least @width
 * @error: return location
 *
 * Looks for a symbol that we have drawn ourselves, and so is sharp and straight: only for that, and only as
 * vouch_decoder_read_frame() does. Blocks for up to two seconds. Fails like vouch_decoder_read_picture().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): the symbols found, perhaps none
 */
GPtrArray *
vouch_decoder_read_drawn (VouchDecoder *self, VouchCodeKinds kinds, const guint8 *pixels, guint width, guint height,
                          guint stride, GError **error)
{
  Question question = { { KIND_FRAME, width, height, 0, kinds }, FRAME_LIMIT_MS, NULL };

  return read_rows (self, &question, pixels, stride, error);
}

static gboolean
ask_photo (VouchDecoder *self, guint32 kind, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error)
{
  Question question = { { kind, longest, 0, STILL_BUDGET_MS, 0 }, STILL_LIMIT_MS, photo };

  g_return_val_if_fail (self != NULL && file != NULL && photo != NULL, FALSE);
  g_return_val_if_fail (longest > 0 && longest <= VOUCH_DECODER_PHOTO_MAX, FALSE);

  return check_file_size (file, error) && ask (self, &question, file, error);
}

/**
 * vouch_decoder_reencode:
 * @self: a client
 * @file: the bytes of a PNG or JPEG file
 * @longest: how long the longer side may be, up to %VOUCH_DECODER_PHOTO_MAX pixels
 * @photo: (out caller-allocates): a JPEG with the same picture, upright, and nothing else of the file
 * @error: return location
 *
 * Draws a photograph anew, so that what is kept is a picture and no more than that. Blocks for up to five seconds.
 * Fails like vouch_decoder_read_picture().
 *
 * Returns: whether there is one
 */
gboolean
vouch_decoder_reencode (VouchDecoder *self, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error)
{
  return ask_photo (self, KIND_REENCODE, file, longest, photo, error);
}

/**
 * vouch_decoder_read_pixels:
 * @self: a client
 * @file: the bytes of a PNG or JPEG file
 * @longest: how long the longer side may be, up to %VOUCH_DECODER_PHOTO_MAX pixels
 * @photo: (out caller-allocates): its pixels in rows of red, green and blue
 * @error: return location
 *
 * Reads a picture to be shown, without decoding anything in this process. Blocks and fails like
 * vouch_decoder_reencode().
 *
 * Returns: whether there is one
 */
gboolean
vouch_decoder_read_pixels (VouchDecoder *self, GBytes *file, guint longest, VouchDecoderPhoto *photo, GError **error)
{
  return ask_photo (self, KIND_PIXELS, file, longest, photo, error);
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
