-- When a version was drafted and what for, and who took it out of use and why.
ALTER TABLE inspection_plan ADD COLUMN "drafted_at" INTEGER;
ALTER TABLE inspection_plan ADD COLUMN "note" TEXT;
ALTER TABLE inspection_plan ADD COLUMN "retired_by" INTEGER REFERENCES "user" (id);
ALTER TABLE inspection_plan ADD COLUMN "retired_at" INTEGER;
ALTER TABLE inspection_plan ADD COLUMN "retired_reason" TEXT;

-- What waits for approval.
CREATE INDEX inspection_plan_drafts ON inspection_plan (id) WHERE state = 'draft';

-- A version says what it said when it was drafted: whoever approves it has seen it, and so has whoever inspects by it.
CREATE TRIGGER inspection_plan_draw_is_fixed BEFORE UPDATE ON inspection_plan
WHEN old.state <> 'draft' AND (new.draw_by, new.drafted_at, new.note) IS NOT (old.draw_by, old.drafted_at, old.note)
BEGIN SELECT raise (ABORT, 'an approved plan version never changes'); END;
CREATE TRIGGER inspection_plan_stays_retired BEFORE UPDATE ON inspection_plan
WHEN old.state = 'retired' AND new.state <> 'retired' OR old.state = 'approved' AND new.state = 'draft'
BEGIN SELECT raise (ABORT, 'a plan version goes from draft to approved to retired'); END;
CREATE TRIGGER sampling_rule_no_update BEFORE UPDATE ON sampling_rule
BEGIN SELECT raise (ABORT, 'a plan version never changes'); END;
CREATE TRIGGER sampling_rule_no_delete BEFORE DELETE ON sampling_rule
BEGIN SELECT raise (ABORT, 'a plan version never changes'); END;
CREATE TRIGGER characteristic_no_update BEFORE UPDATE ON characteristic
BEGIN SELECT raise (ABORT, 'a plan version never changes'); END;
CREATE TRIGGER characteristic_no_delete BEFORE DELETE ON characteristic
BEGIN SELECT raise (ABORT, 'a plan version never changes'); END;
