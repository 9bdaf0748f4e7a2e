#pragma once

#include "vouch-label-element.h"

G_BEGIN_DECLS

#define VOUCH_LABEL_SIDE_MIN_MM 5
#define VOUCH_LABEL_SIDE_MAX_MM 420

/**
 * VouchMemberKind:
 * @VOUCH_MEMBER_TEXT: a text
 * @VOUCH_MEMBER_LENGTH: millimetres
 * @VOUCH_MEMBER_COUNT: a whole number
 * @VOUCH_MEMBER_FLAG: yes or no
 * @VOUCH_MEMBER_PLACE: left, top, width and height, millimetres
 * @VOUCH_MEMBER_CHOICE: one of vouch_label_member_list_choices()
 *
 * What a member's value is.
 */
typedef enum
{
  VOUCH_MEMBER_TEXT,
  VOUCH_MEMBER_LENGTH,
  VOUCH_MEMBER_COUNT,
  VOUCH_MEMBER_FLAG,
  VOUCH_MEMBER_PLACE,
  VOUCH_MEMBER_CHOICE,
} VouchMemberKind;

/**
 * VouchLabelMember:
 * @name: as templates write it
 * @title: what it is for people, not translated yet
 * @kind: what its value is
 * @of: of which elements, a bit each #VouchElementKind
 * @offset: where it lies in #VouchLabelElement
 * @decides: of the member that says what an element is: that kind, else -1
 * @choices: of a choice: which values it takes, by number; private
 *
 * One member of an element. Reading, writing, the description of the format and the editor follow from this table.
 */
typedef struct
{
  const char *name;
  const char *title;
  VouchMemberKind kind;
  guint of;
  gsize offset;
  int decides;
  const char *(*get_choice) (int value);
} VouchLabelMember;

const VouchLabelMember *vouch_label_member_list (gsize *n_members);
const VouchLabelMember *vouch_label_member_find (const char *name);
gboolean vouch_label_member_belongs (const VouchLabelMember *self, VouchElementKind kind);
gboolean vouch_label_member_is_default (const VouchLabelMember *self, const VouchLabelElement *element);
char *
vouch_label_member_dup_value (const VouchLabelMember *self, const VouchLabelElement *element) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_member_set_value (const VouchLabelMember *self, VouchLabelElement *element, const char *value,
                                       GError **error);
const char *vouch_label_element_kind_get_name (VouchElementKind self);
char *vouch_label_um_to_string (int um) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
