#include "vouch-label-draft-private.h"

#include "vouch-error.h"
#include "vouch-label-check.h"
#include "vouch-label-json.h"

/* More is not remembered by the person either. */
#define STEPS_MAX 200

/* The label as it was before a change. */
typedef struct
{
  VouchLabelTemplate *template;
  int chosen;
} Step;

struct _VouchLabelDraft
{
  GObject parent_instance;
  VouchLabelTemplate *template;
  int chosen;
  char *original; /* as it was at first */
  char *occasion; /* nullable: of the last change */
  GPtrArray *undo;
  GPtrArray *redo;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchLabelDraft, vouch_label_draft, G_TYPE_OBJECT)

static Step *
make_step (VouchLabelDraft *self)
{
  Step *step = g_new (Step, 1);

  step->template = vouch_label_template_copy (self->template);
  step->chosen = self->chosen;
  return step;
}

static void
free_step (gpointer data)
{
  Step *step = data;

  vouch_label_template_free (step->template);
  g_free (step);
}

static void
vouch_label_draft_finalize (GObject *object)
{
  VouchLabelDraft *self = VOUCH_LABEL_DRAFT (object);

  vouch_label_template_free (self->template);
  g_free (self->original);
  g_free (self->occasion);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  G_OBJECT_CLASS (vouch_label_draft_parent_class)->finalize (object);
}

static void
vouch_label_draft_class_init (VouchLabelDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_label_draft_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_LABEL_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_label_draft_init (VouchLabelDraft *self)
{
  self->chosen = VOUCH_LABEL_DRAFT_HEAD;
  self->undo = g_ptr_array_new_with_free_func (free_step);
  self->redo = g_ptr_array_new_with_free_func (free_step);
}

/*
 * vouch_label_draft_begin:
 * @self: a draft
 * @occasion: what is changed; the same as of the last change if both are one step for whoever undoes it
 *
 * What comes next, up to vouch_label_draft_end(), can be undone.
 */
void
vouch_label_draft_begin (VouchLabelDraft *self, const char *occasion)
{
  g_ptr_array_set_size (self->redo, 0);
  if (self->undo->len > 0 && g_strcmp0 (occasion, self->occasion) == 0)
    return;
  if (self->undo->len >= STEPS_MAX)
    g_ptr_array_remove_index (self->undo, 0);
  g_ptr_array_add (self->undo, make_step (self));
  g_free (self->occasion);
  self->occasion = g_strdup (occasion);
}

/*
 * vouch_label_draft_lend:
 * @self: a draft
 *
 * Returns: (transfer none): its template, to be changed between begin and end
 */
VouchLabelTemplate *
vouch_label_draft_lend (VouchLabelDraft *self)
{
  return self->template;
}

/*
 * vouch_label_draft_end:
 * @self: a draft
 * @chosen: which object is chosen now
 *
 * Tells whoever shows it.
 */
void
vouch_label_draft_end (VouchLabelDraft *self, int chosen)
{
  self->chosen = CLAMP (chosen, VOUCH_LABEL_DRAFT_HEAD, (int)self->template->elements->len - 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * vouch_label_draft_new:
 * @template: what it begins as
 *
 * Returns: (transfer full): a draft in which nothing is changed yet
 */
VouchLabelDraft *
vouch_label_draft_new (const VouchLabelTemplate *template)
{
  VouchLabelDraft *self = g_object_new (VOUCH_TYPE_LABEL_DRAFT, NULL);

  self->template = vouch_label_template_copy (template);
  /* Lines and columns are those of a text that this will not be. */
  for (guint i = 0; i < self->template->elements->len; i++)
    ((VouchLabelElement *)g_ptr_array_index (self->template->elements, i))->line = 0;
  self->original = vouch_label_json_write (self->template);
  return self;
}

/**
 * vouch_label_draft_get_template:
 * @self: a draft
 *
 * Returns: (transfer none): the label as it stands; may break rules
 */
const VouchLabelTemplate *
vouch_label_draft_get_template (VouchLabelDraft *self)
{
  g_return_val_if_fail (VOUCH_IS_LABEL_DRAFT (self), NULL);

  return self->template;
}

/**
 * vouch_label_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether it says something else than it did at first
 */
gboolean
vouch_label_draft_is_changed (VouchLabelDraft *self)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (VOUCH_IS_LABEL_DRAFT (self), FALSE);

  now = vouch_label_json_write (self->template);
  return !g_str_equal (now, self->original);
}

/**
 * vouch_label_draft_check:
 * @self: a draft
 * @error: INVALID, naming the property, if it breaks a rule
 *
 * Returns: whether labels can be made with it, if what they say fits
 */
gboolean
vouch_label_draft_check (VouchLabelDraft *self, GError **error)
{
  g_return_val_if_fail (VOUCH_IS_LABEL_DRAFT (self), FALSE);

  return vouch_label_template_check (self->template, error);
}

/**
 * vouch_label_draft_can_undo:
 * @self: a draft
 *
 * Returns: whether there is a change to be undone
 */
gboolean
vouch_label_draft_can_undo (VouchLabelDraft *self)
{
  g_return_val_if_fail (VOUCH_IS_LABEL_DRAFT (self), FALSE);

  return self->undo->len > 0;
}

/**
 * vouch_label_draft_can_redo:
 * @self: a draft
 *
 * Returns: whether a change was undone and nothing was changed since
 */
gboolean
vouch_label_draft_can_redo (VouchLabelDraft *self)
{
  g_return_val_if_fail (VOUCH_IS_LABEL_DRAFT (self), FALSE);

  return self->redo->len > 0;
}

static void
go (VouchLabelDraft *self, GPtrArray *from, GPtrArray *to)
{
  Step *step;

  if (from->len == 0)
    return;
  g_ptr_array_add (to, make_step (self));
  step = g_ptr_array_steal_index (from, from->len - 1);
  vouch_label_template_free (self->template);
  self->template = g_steal_pointer (&step->template);
  g_clear_pointer (&self->occasion, g_free);
  vouch_label_draft_end (self, step->chosen);
  free_step (step);
}

/**
 * vouch_label_draft_undo:
 * @self: a draft
 *
 * Takes the last change back, if there is one.
 */
void
vouch_label_draft_undo (VouchLabelDraft *self)
{
  g_return_if_fail (VOUCH_IS_LABEL_DRAFT (self));

  go (self, self->undo, self->redo);
}

/**
 * vouch_label_draft_redo:
 * @self: a draft
 *
 * Makes the last change that was taken back again.
 */
void
vouch_label_draft_redo (VouchLabelDraft *self)
{
  g_return_if_fail (VOUCH_IS_LABEL_DRAFT (self));

  go (self, self->redo, self->undo);
}

/**
 * vouch_label_draft_get_chosen:
 * @self: a draft
 *
 * Returns: which object is chosen, from 0; %VOUCH_LABEL_DRAFT_HEAD for the label itself
 */
int
vouch_label_draft_get_chosen (VouchLabelDraft *self)
{
  g_return_val_if_fail (VOUCH_IS_LABEL_DRAFT (self), VOUCH_LABEL_DRAFT_HEAD);

  return self->chosen;
}

/**
 * vouch_label_draft_choose:
 * @self: a draft
 * @object: one of its objects, from 0; %VOUCH_LABEL_DRAFT_HEAD for the label itself
 *
 * What is changed from now on is this one.
 */
void
vouch_label_draft_choose (VouchLabelDraft *self, int object)
{
  g_return_if_fail (VOUCH_IS_LABEL_DRAFT (self));

  if (object == self->chosen)
    return;
  g_clear_pointer (&self->occasion, g_free);
  vouch_label_draft_end (self, object);
}
