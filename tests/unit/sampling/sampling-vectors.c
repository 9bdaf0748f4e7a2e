/* Lines of tests/data, made by tests/support/sampling_reference.py, which shares no code with us. */
#include "sampling-vectors.h"

#include <math.h>

#include "test-csv.h"

/* Calls the function with each line but the first, which names the columns; gives how many there were. */
guint
sampling_vectors_run (const char *name, SamplingVectorFunc func)
{
  g_autoptr (GPtrArray) rows = test_csv_read (name);

  for (guint i = 0; i < rows->len; i++)
    func (rows->pdata[i]);
  return rows->len;
}

/* The tolerance is a part of what is expected. */
void
sampling_vectors_assert_near (double value, double expected, double tolerance, char **cells)
{
  g_autofree char *line = NULL;

  if (fabs (value - expected) <= tolerance * fabs (expected) + 1e-300)
    return;
  line = g_strjoinv (",", cells);
  g_error ("%.17g is not %.17g: %s", value, expected, line);
}

/* "n/ac/re n/ac/re" */
VouchSamplingStages
sampling_vectors_read_stages (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  VouchSamplingStages stages = { .n_stages = g_strv_length (parts) };

  for (guint i = 0; i < stages.n_stages; i++)
    {
      g_auto (GStrv) numbers = g_strsplit (parts[i], "/", -1);

      g_assert_cmpuint (g_strv_length (numbers), ==, 3);
      stages.stages[i] = (VouchSamplingStage){ .n = (guint32)g_ascii_strtoull (numbers[0], NULL, 10),
                                               .ac = (gint32)g_ascii_strtoll (numbers[1], NULL, 10),
                                               .re = (guint32)g_ascii_strtoull (numbers[2], NULL, 10) };
    }
  return stages;
}

VouchSamplingOc *
sampling_vectors_make_oc (const char *text, VouchSamplingModel model, gint64 lot_size)
{
  VouchSamplingStages stages = sampling_vectors_read_stages (text);
  g_autoptr (GError) error = NULL;
  VouchSamplingOc *oc = vouch_sampling_oc_new (&stages, model, lot_size, &error);

  g_assert_no_error (error);
  return oc;
}
