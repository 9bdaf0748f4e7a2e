-- The house's own label templates. A version never changes, so that what was printed by it can be seen again.
CREATE TABLE "template_version" (
  id INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "content" TEXT NOT NULL,
  "is_active" INTEGER NOT NULL CHECK ("is_active" IN (0, 1)),
  "changed_by" INTEGER NOT NULL REFERENCES "user" (id),
  "changed_at" INTEGER NOT NULL,
  UNIQUE (name, version)
) STRICT;
CREATE UNIQUE INDEX template_version_active ON template_version (name) WHERE is_active = 1;
CREATE TRIGGER template_version_is_fixed BEFORE UPDATE ON template_version
WHEN (new.name, new.version, new.content) IS NOT (old.name, old.version, old.content)
BEGIN SELECT raise (ABORT, 'a version of a label template never changes'); END;
CREATE TRIGGER template_version_no_delete BEFORE DELETE ON template_version
BEGIN SELECT raise (ABORT, 'a version of a label template never goes'); END;

-- Whether a template was printed with before: the first labels after a change are all read back.
CREATE INDEX print_job_by_template ON print_job (template);
