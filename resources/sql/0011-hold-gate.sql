-- Which rule of the station holds a lot, as a code that each reader sees in their own language. What people wrote, and what
-- earlier programs stored as a sentence, stays in hold_reason.
ALTER TABLE "lot" ADD COLUMN "hold_gate" TEXT NOT NULL DEFAULT 'none'
  CHECK ("hold_gate" IN ('none', 'count_corrected', 'expired', 'shelf_life'));
