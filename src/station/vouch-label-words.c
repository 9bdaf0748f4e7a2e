#include "vouch-label-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * vouch_words_of_element:
 * @kind: a kind of object on a label
 *
 * Returns: (transfer none): what it is called
 */
const char *
vouch_words_of_element (VouchElementKind kind)
{
  switch (kind)
    {
    case VOUCH_ELEMENT_TEXT:
      return C_ ("on a label", "Text");
    case VOUCH_ELEMENT_CODE:
      return C_ ("on a label", "Code");
    case VOUCH_ELEMENT_BOX:
      return C_ ("on a label", "Box");
    case VOUCH_ELEMENT_MARK:
      return C_ ("on a label", "Mark");
    case VOUCH_ELEMENT_LINE:
      return C_ ("on a label", "Line");
    case VOUCH_ELEMENT_IMAGE:
      return C_ ("on a label", "Picture");
    }
  g_assert_not_reached ();
}

/**
 * vouch_words_dup_element:
 * @element: an object on a label
 *
 * Returns: (transfer full): what it is called in a list of them: its kind and what it says
 */
char *
vouch_words_dup_element (const VouchLabelElement *element)
{
  const char *kind = vouch_words_of_element (element->kind);
  gboolean says = element->kind != VOUCH_ELEMENT_IMAGE && element->text != NULL && *element->text != '\0';

  if (element->kind == VOUCH_ELEMENT_CODE && says)
    return g_strdup_printf ("%s: %s", vouch_symbology_get_title (element->symbology), element->text);
  return says ? g_strdup_printf ("%s: %s", kind, element->text) : g_strdup (kind);
}

static const char *
choose_side (int choice, const char *start, const char *end)
{
  return choice == VOUCH_ALIGN_START ? start : choice == VOUCH_ALIGN_MIDDLE ? C_ ("on a label", "Middle") : end;
}

static const char *
get_use (VouchCodeUse use)
{
  switch (use)
    {
    case VOUCH_CODE_USE_MATRIX:
      return _ ("Matrix symbol on goods");
    case VOUCH_CODE_USE_LOGISTIC:
      return _ ("Carton or pallet");
    case VOUCH_CODE_USE_INTERNAL:
      return _ ("Only for this house");
    case VOUCH_CODE_USE_CARD:
      return _ ("Card that is scanned often");
    }
  g_assert_not_reached ();
}

/**
 * vouch_words_of_member_choice:
 * @member: one that is a choice
 * @choice: one of its values
 *
 * Returns: (transfer none): what that value is called
 */
const char *
vouch_words_of_member_choice (const VouchLabelMember *member, int choice)
{
  if (strcmp (member->name, "symbology") == 0)
    return vouch_symbology_get_title ((VouchSymbology)choice);
  if (strcmp (member->name, "use") == 0)
    return get_use ((VouchCodeUse)choice);
  if (strcmp (member->name, "valign") == 0)
    return choose_side (choice, C_ ("on a label", "Top"), C_ ("on a label", "Bottom"));
  return choose_side (choice, C_ ("on a label", "Left"), C_ ("on a label", "Right"));
}
