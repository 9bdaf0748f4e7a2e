-- The station's tables. Records have one column a field of their description in core; quantities are millionths of
-- the unit beside them, dates yyyymmdd, times Unix microseconds UTC.

-- A person with a badge. The PIN is kept as an Argon2id hash.
CREATE TABLE "user" (
  id INTEGER PRIMARY KEY,
  "badge" TEXT NOT NULL UNIQUE,
  "name" TEXT NOT NULL,
  "personal_salt" BLOB NOT NULL,
  "pin_hash" TEXT,
  "state" TEXT NOT NULL CHECK ("state" IN ('active', 'retired')),
  "created_at" INTEGER NOT NULL
) STRICT;

-- One role of one user.
CREATE TABLE "user_role" (
  id INTEGER PRIMARY KEY,
  "user_id" INTEGER NOT NULL REFERENCES "user" (id),
  "role" TEXT NOT NULL CHECK ("role" IN ('inspector', 'qa_lead', 'service', 'administrator', 'auditor')),
  UNIQUE (user_id, role)
) STRICT;

-- A firm we deal with.
CREATE TABLE "party" (
  id INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL UNIQUE,
  "name_en" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('supplier', 'carrier', 'lab', 'manufacturer', 'customer')),
  "state" TEXT NOT NULL CHECK ("state" IN ('candidate', 'approved', 'watch', 'suspended', 'removed')),
  "registration_number" TEXT,
  "address" TEXT,
  "phone" TEXT
) STRICT;

-- An article of the catalogue.
CREATE TABLE "product" (
  id INTEGER PRIMARY KEY,
  "sku" TEXT NOT NULL UNIQUE,
  "name_en" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "brand" TEXT,
  "class" TEXT NOT NULL CHECK ("class" IN ('general', 'food', 'drug', 'cosmetics', 'medical_device')),
  "spec" TEXT,
  "origin" TEXT,
  "maker_id" INTEGER REFERENCES "party" (id),
  "base_unit" TEXT NOT NULL,
  "shelf_life_days" INTEGER NOT NULL CHECK ("shelf_life_days" >= 0),
  "min_remaining_percent" INTEGER NOT NULL CHECK ("min_remaining_percent" >= 0),
  "lot_required" INTEGER NOT NULL CHECK ("lot_required" IN (0, 1)),
  "may_serialise" INTEGER NOT NULL CHECK ("may_serialise" IN (0, 1)),
  "storage_en" TEXT,
  "storage_zh" TEXT,
  "care_en" TEXT,
  "care_zh" TEXT
) STRICT;

-- A GTIN of a product and how many base units one trade item of it holds.
CREATE TABLE "product_gtin" (
  id INTEGER PRIMARY KEY,
  "product_id" INTEGER NOT NULL REFERENCES "product" (id),
  "gtin" TEXT NOT NULL UNIQUE,
  "numerator" INTEGER NOT NULL CHECK ("numerator" > 0),
  "denominator" INTEGER NOT NULL CHECK ("denominator" > 0)
) STRICT;

-- A defect with a number that a command code can name.
CREATE TABLE "defect_code" (
  id INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL UNIQUE,
  "class" TEXT NOT NULL CHECK ("class" IN ('critical', 'major', 'minor')),
  "area" TEXT NOT NULL CHECK ("area" IN ('appearance', 'spec', 'quantity', 'packaging', 'label', 'function', 'safety')),
  "name_en" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL
) STRICT;

-- What is checked on a product and how many units. An approved version never changes.
CREATE TABLE "inspection_plan" (
  id INTEGER PRIMARY KEY,
  "product_id" INTEGER NOT NULL REFERENCES "product" (id),
  "type" TEXT NOT NULL CHECK ("type" IN ('incoming', 'in_process', 'returned', 'stock_surveillance', 'after_repair')),
  "version" INTEGER NOT NULL CHECK ("version" > 0),
  "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'approved', 'retired')),
  "standard" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "aql" TEXT NOT NULL,
  "counts_nonconformities" INTEGER NOT NULL CHECK ("counts_nonconformities" IN (0, 1)),
  "decider_not_inspector" INTEGER NOT NULL CHECK ("decider_not_inspector" IN (0, 1)),
  "author_id" INTEGER NOT NULL REFERENCES "user" (id),
  "approver_id" INTEGER REFERENCES "user" (id),
  "approved_at" INTEGER,
  UNIQUE (product_id, type, version)
) STRICT;

-- One check of a plan.
CREATE TABLE "characteristic" (
  id INTEGER PRIMARY KEY,
  "plan_id" INTEGER NOT NULL REFERENCES "inspection_plan" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('variable', 'attribute', 'count', 'text', 'lab_test')),
  "name_en" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "method" TEXT,
  "unit" TEXT,
  "nominal" INTEGER NOT NULL,
  "lower" INTEGER NOT NULL,
  "upper" INTEGER NOT NULL,
  "has_lower" INTEGER NOT NULL CHECK ("has_lower" IN (0, 1)),
  "has_upper" INTEGER NOT NULL CHECK ("has_upper" IN (0, 1)),
  "defect_code_id" INTEGER REFERENCES "defect_code" (id),
  "required" INTEGER NOT NULL CHECK ("required" IN (0, 1)),
  UNIQUE (plan_id, position)
) STRICT;

-- A delivery we expect, or one that came unannounced.
CREATE TABLE "delivery" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "supplier_id" INTEGER NOT NULL REFERENCES "party" (id),
  "carrier_id" INTEGER REFERENCES "party" (id),
  "promised_at" INTEGER,
  "urgent" INTEGER NOT NULL CHECK ("urgent" IN (0, 1)),
  "state" TEXT NOT NULL CHECK ("state" IN ('expected', 'arrived', 'closed', 'cancelled'))
) STRICT;

CREATE INDEX delivery_open ON delivery (urgent DESC, promised_at, id) WHERE state IN ('expected', 'arrived');

-- One product of an expected delivery.
CREATE TABLE "delivery_line" (
  id INTEGER PRIMARY KEY,
  "delivery_id" INTEGER NOT NULL REFERENCES "delivery" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "product_id" INTEGER NOT NULL REFERENCES "product" (id),
  "ordered" INTEGER NOT NULL CHECK ("ordered" >= 0),
  "declared" INTEGER NOT NULL CHECK ("declared" >= 0),
  "unit" TEXT NOT NULL,
  UNIQUE (delivery_id, position)
) STRICT;

-- The goods of one delivery as they came in.
CREATE TABLE "receipt" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "delivery_id" INTEGER NOT NULL UNIQUE REFERENCES "delivery" (id),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'counted', 'inspecting', 'decided', 'closed', 'cancelled')),
  "arrived_at" INTEGER NOT NULL,
  "opened_by" INTEGER NOT NULL REFERENCES "user" (id),
  "closed_at" INTEGER
) STRICT;

-- What came of one product. Counts are sums over lot_count.
CREATE TABLE "receipt_line" (
  id INTEGER PRIMARY KEY,
  "receipt_id" INTEGER NOT NULL REFERENCES "receipt" (id),
  "delivery_line_id" INTEGER REFERENCES "delivery_line" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "product_id" INTEGER NOT NULL REFERENCES "product" (id),
  "declared" INTEGER NOT NULL CHECK ("declared" >= 0),
  "counted" INTEGER NOT NULL CHECK ("counted" >= 0),
  "damaged" INTEGER NOT NULL CHECK ("damaged" >= 0),
  "unit" TEXT NOT NULL,
  "is_closed" INTEGER NOT NULL CHECK ("is_closed" IN (0, 1)),
  UNIQUE (receipt_id, position), CHECK (damaged <= counted)
) STRICT;

-- Goods of one product and supplier's lot that came in one receipt. accepted + rejected + held + used = received, always.
CREATE TABLE "lot" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "product_id" INTEGER NOT NULL REFERENCES "product" (id),
  "supplier_id" INTEGER NOT NULL REFERENCES "party" (id),
  "receipt_line_id" INTEGER NOT NULL REFERENCES "receipt_line" (id),
  "supplier_lot" TEXT,
  "produced" INTEGER CHECK ("produced" BETWEEN 19000101 AND 99991231),
  "expiry" INTEGER CHECK ("expiry" BETWEEN 19000101 AND 99991231),
  "status" TEXT NOT NULL CHECK ("status" IN ('pending', 'quarantined', 'released', 'concession', 'rejected', 'recalled', 'expired', 'consumed')),
  "received" INTEGER NOT NULL CHECK ("received" >= 0),
  "accepted" INTEGER NOT NULL CHECK ("accepted" >= 0),
  "rejected" INTEGER NOT NULL CHECK ("rejected" >= 0),
  "held" INTEGER NOT NULL CHECK ("held" >= 0),
  "used" INTEGER NOT NULL CHECK ("used" >= 0),
  "unit" TEXT NOT NULL,
  "hold_reason" TEXT,
  CHECK (accepted + rejected + held + used = received)
) STRICT;
CREATE UNIQUE INDEX lot_by_line_and_supplier_lot ON lot (receipt_line_id, coalesce (supplier_lot, ''),
  CASE WHEN supplier_lot IS NULL THEN coalesce (produced, 0) ELSE 0 END);
CREATE INDEX lot_by_line ON lot (receipt_line_id, id);
CREATE INDEX lot_by_supplier_lot ON lot (product_id, supplier_lot, supplier_id, id);
CREATE INDEX lot_by_status ON lot (status, id);
CREATE INDEX lot_for_review ON lot (id) WHERE status IN ('quarantined', 'rejected') AND held > 0;

-- One counted quantity, as it was entered. A count is corrected by a counter-entry.
CREATE TABLE "lot_count" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "receipt_line_id" INTEGER NOT NULL REFERENCES "receipt_line" (id),
  "counted" INTEGER NOT NULL,
  "damaged" INTEGER NOT NULL,
  "unit" TEXT NOT NULL,
  "entered" INTEGER NOT NULL,
  "entered_unit" TEXT NOT NULL,
  "numerator" INTEGER NOT NULL CHECK ("numerator" > 0),
  "denominator" INTEGER NOT NULL CHECK ("denominator" > 0),
  "counted_by" INTEGER NOT NULL REFERENCES "user" (id),
  "counted_at" INTEGER NOT NULL,
  "undoes_id" INTEGER UNIQUE REFERENCES "lot_count" (id)
) STRICT;
CREATE INDEX lot_count_by_line ON lot_count (receipt_line_id, id);

-- How much of a lot is where, and in which status. Never negative.
CREATE TABLE "stock" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "status" TEXT NOT NULL CHECK ("status" IN ('pending', 'quarantined', 'released', 'concession', 'rejected', 'recalled', 'expired', 'consumed')),
  "location" TEXT NOT NULL CHECK ("location" IN ('receiving', 'quarantine', 'stock', 'reject', 'return')),
  "quantity" INTEGER NOT NULL CHECK ("quantity" >= 0),
  "unit" TEXT NOT NULL,
  UNIQUE (lot_id, status, location)
) STRICT;

-- An inspection lot. n, Ac and Re are frozen at the draw.
CREATE TABLE "inspection" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "plan_id" INTEGER NOT NULL REFERENCES "inspection_plan" (id),
  "standard" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "aql" TEXT NOT NULL,
  "severity" TEXT NOT NULL CHECK ("severity" IN ('normal', 'tightened', 'reduced', 'discontinued')),
  "letter" TEXT,
  "plan_letter" TEXT,
  "lot_size" INTEGER NOT NULL CHECK ("lot_size" > 0),
  "sample_size" INTEGER NOT NULL CHECK ("sample_size" > 0),
  "ac" INTEGER NOT NULL CHECK ("ac" >= 0),
  "re" INTEGER NOT NULL CHECK ("re" > 0),
  "full_inspection" INTEGER NOT NULL CHECK ("full_inspection" IN (0, 1)),
  "seed" BLOB NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('planned', 'drawing', 'in_progress', 'lab_pending', 'complete', 'decided', 'void')),
  "inspector_id" INTEGER REFERENCES "user" (id),
  "started_at" INTEGER,
  "completed_at" INTEGER,
  "inspected" INTEGER NOT NULL CHECK ("inspected" >= 0),
  "nonconforming" INTEGER NOT NULL CHECK ("nonconforming" >= 0),
  "verdict" TEXT NOT NULL CHECK ("verdict" IN ('open', 'accept', 'reject'))
) STRICT;
CREATE INDEX inspection_by_lot ON inspection (lot_id, id);
CREATE INDEX inspection_by_state ON inspection (state, id);

-- One unit that the draw chose.
CREATE TABLE "sample_unit" (
  id INTEGER PRIMARY KEY,
  "inspection_id" INTEGER NOT NULL REFERENCES "inspection" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "unit" INTEGER NOT NULL CHECK ("unit" > 0),
  UNIQUE (inspection_id, position), UNIQUE (inspection_id, unit)
) STRICT;

-- One check on one unit. Never changed; undone by a counter-entry.
CREATE TABLE "reading" (
  id INTEGER PRIMARY KEY,
  "inspection_id" INTEGER NOT NULL REFERENCES "inspection" (id),
  "position" INTEGER NOT NULL CHECK ("position" > 0),
  "characteristic_id" INTEGER NOT NULL REFERENCES "characteristic" (id),
  "result" TEXT NOT NULL CHECK ("result" IN ('pass', 'fail')),
  "has_value" INTEGER NOT NULL CHECK ("has_value" IN (0, 1)),
  "value" INTEGER NOT NULL,
  "unit" TEXT,
  "defect_code_id" INTEGER REFERENCES "defect_code" (id),
  "note" TEXT,
  "inspector_id" INTEGER NOT NULL REFERENCES "user" (id),
  "recorded_at" INTEGER NOT NULL,
  "undoes_id" INTEGER UNIQUE REFERENCES "reading" (id),
  "act_id" INTEGER NOT NULL REFERENCES "reading" (id)
) STRICT;
CREATE INDEX reading_by_inspection ON reading (inspection_id, id);

-- The signed decision on a lot; its quantities add up to the lot's.
CREATE TABLE "usage_decision" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "inspection_id" INTEGER REFERENCES "inspection" (id),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('accept', 'partial', 'concession', 'sort', 'rework', 'return', 'scrap', 'reinspect')),
  "accepted" INTEGER NOT NULL CHECK ("accepted" >= 0),
  "rejected" INTEGER NOT NULL CHECK ("rejected" >= 0),
  "held" INTEGER NOT NULL CHECK ("held" >= 0),
  "used" INTEGER NOT NULL CHECK ("used" >= 0),
  "unit" TEXT NOT NULL,
  "reason" TEXT,
  "decided_by" INTEGER NOT NULL REFERENCES "user" (id),
  "decided_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX usage_decision_by_lot ON usage_decision (lot_id, id);

-- A person's signature on the exact bytes of a record.
CREATE TABLE "signature" (
  id INTEGER PRIMARY KEY,
  "subject" TEXT NOT NULL,
  "subject_id" INTEGER NOT NULL,
  "record_hash" BLOB NOT NULL,
  "meaning" TEXT NOT NULL CHECK ("meaning" IN ('accepted_within_plan', 'rejection_confirmed', 'held', 'usage_decision')),
  "signer_id" INTEGER NOT NULL REFERENCES "user" (id),
  "signed_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX signature_by_subject ON signature (subject_id);

-- A non-conformance report; a rejection opens it by itself.
CREATE TABLE "ncr" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "inspection_id" INTEGER REFERENCES "inspection" (id),
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'contained', 'review', 'disposition', 'verify', 'closed')),
  "nonconforming" INTEGER NOT NULL CHECK ("nonconforming" >= 0),
  "summary" TEXT NOT NULL,
  "opened_by" INTEGER NOT NULL REFERENCES "user" (id),
  "opened_at" INTEGER NOT NULL,
  "usage_decision_id" INTEGER REFERENCES "usage_decision" (id)
) STRICT;
CREATE INDEX ncr_by_lot ON ncr (lot_id, id);

-- A range of unit numbers of a lot. The codes themselves are derived.
CREATE TABLE "code_batch" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "key_version" INTEGER NOT NULL CHECK ("key_version" > 0),
  "first_unit" INTEGER NOT NULL CHECK ("first_unit" >= 0),
  "units" INTEGER NOT NULL CHECK ("units" > 0),
  "gtin" TEXT,
  "host" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('reserved', 'printed', 'verified', 'active', 'voided')),
  "scanned_first" INTEGER NOT NULL CHECK ("scanned_first" IN (0, 1)),
  "scanned_last" INTEGER NOT NULL CHECK ("scanned_last" IN (0, 1)),
  "issued_by" INTEGER NOT NULL REFERENCES "user" (id),
  "issued_at" INTEGER NOT NULL,
  UNIQUE (lot_id, first_unit)
) STRICT;

-- Labels that were rendered, checked by reading them back, and given out.
CREATE TABLE "print_job" (
  id INTEGER PRIMARY KEY,
  "lot_id" INTEGER REFERENCES "lot" (id),
  "batch_id" INTEGER REFERENCES "code_batch" (id),
  "purpose" TEXT NOT NULL CHECK ("purpose" IN ('unit', 'lot', 'hold', 'reject', 'released', 'badge', 'sheet')),
  "template" TEXT NOT NULL,
  "labels" INTEGER NOT NULL CHECK ("labels" > 0),
  "read_back" INTEGER NOT NULL CHECK ("read_back" >= 0),
  "file" TEXT NOT NULL,
  "printed_by" INTEGER NOT NULL REFERENCES "user" (id),
  "printed_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX print_job_by_lot ON print_job (lot_id, id);

-- A signed publication on its way to the lookup service, in a gapless order per epoch.
CREATE TABLE "outbox" (
  id INTEGER PRIMARY KEY,
  "epoch" INTEGER NOT NULL CHECK ("epoch" > 0),
  "seq" INTEGER NOT NULL CHECK ("seq" > 0),
  "type" TEXT NOT NULL,
  "lot_id" INTEGER NOT NULL REFERENCES "lot" (id),
  "rev" INTEGER NOT NULL CHECK ("rev" > 0),
  "body_hash" BLOB NOT NULL,
  "line" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'sent')),
  "published_at" INTEGER NOT NULL,
  "sent_at" INTEGER,
  UNIQUE (epoch, seq)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (epoch, seq) WHERE state = 'waiting';
CREATE INDEX outbox_by_lot ON outbox (lot_id, id);

-- A customer's case. The contact is sealed to the service desk's key.
CREATE TABLE "ticket" (
  id INTEGER PRIMARY KEY,
  "number" TEXT NOT NULL UNIQUE,
  "case_id" INTEGER NOT NULL UNIQUE,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('consult', 'complaint', 'return', 'exchange', 'repair', 'logistics')),
  "state" TEXT NOT NULL CHECK ("state" IN ('received', 'review', 'processing', 'resolved', 'confirmed', 'closed', 'archived')),
  "lot_id" INTEGER REFERENCES "lot" (id),
  "inspection_id" INTEGER REFERENCES "inspection" (id),
  "code" TEXT,
  "unit" INTEGER NOT NULL CHECK ("unit" >= 0),
  "has_unit" INTEGER NOT NULL CHECK ("has_unit" IN (0, 1)),
  "problem" TEXT NOT NULL,
  "description" TEXT,
  "contact" BLOB,
  "received_at" INTEGER NOT NULL,
  "due_at" INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_by_lot ON ticket (lot_id, id);
CREATE INDEX ticket_open ON ticket (due_at) WHERE state NOT IN ('closed', 'archived');

-- A rule of the house as data, by name.
CREATE TABLE "policy" (
  id INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL UNIQUE,
  "value" TEXT,
  "changed_by" INTEGER REFERENCES "user" (id),
  "changed_at" INTEGER NOT NULL
) STRICT;

-- An act that was begun: what it is about and the key that makes it happen once.
CREATE TABLE "draft" (
  id INTEGER PRIMARY KEY,
  "user_id" INTEGER NOT NULL REFERENCES "user" (id),
  "use_case" TEXT NOT NULL,
  "subject_id" INTEGER NOT NULL,
  "idempotency_key" TEXT NOT NULL UNIQUE,
  "begun_at" INTEGER NOT NULL,
  "state" TEXT NOT NULL CHECK ("state" IN ('open', 'done'))
) STRICT;
CREATE INDEX draft_by_user ON draft (user_id, state, id);

-- One row for each act that was carried out, by the key made when the act began.
CREATE TABLE idempotency (
  key TEXT PRIMARY KEY,
  use_case TEXT NOT NULL,
  content_hash BLOB NOT NULL,
  answer BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- The audit chain: a gapless sequence, each row hashed with its predecessor's hash and the digest of the rows touched.
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  offset_s INTEGER NOT NULL,
  station INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  actor_id INTEGER,
  use_case TEXT NOT NULL,
  request BLOB NOT NULL,
  digest BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TABLE audit_row (
  seq INTEGER NOT NULL REFERENCES audit_entry (seq),
  position INTEGER NOT NULL,
  "table" TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_row_by_row ON audit_row ("table", row_id, seq);
CREATE TABLE audit_anchor (
  seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  hash BLOB NOT NULL,
  signature BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise (ABORT, 'audit_entry only grows'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise (ABORT, 'audit_entry only grows'); END;
CREATE TRIGGER audit_row_no_update BEFORE UPDATE ON audit_row
BEGIN SELECT raise (ABORT, 'audit_row only grows'); END;
CREATE TRIGGER audit_row_no_delete BEFORE DELETE ON audit_row
BEGIN SELECT raise (ABORT, 'audit_row only grows'); END;
CREATE TRIGGER audit_anchor_no_update BEFORE UPDATE ON audit_anchor
BEGIN SELECT raise (ABORT, 'audit_anchor only grows'); END;
CREATE TRIGGER audit_anchor_no_delete BEFORE DELETE ON audit_anchor
BEGIN SELECT raise (ABORT, 'audit_anchor only grows'); END;
CREATE TRIGGER idempotency_no_update BEFORE UPDATE ON idempotency
BEGIN SELECT raise (ABORT, 'idempotency only grows'); END;
CREATE TRIGGER idempotency_no_delete BEFORE DELETE ON idempotency
BEGIN SELECT raise (ABORT, 'idempotency only grows'); END;
CREATE TRIGGER lot_count_no_update BEFORE UPDATE ON lot_count
BEGIN SELECT raise (ABORT, 'lot_count only grows'); END;
CREATE TRIGGER lot_count_no_delete BEFORE DELETE ON lot_count
BEGIN SELECT raise (ABORT, 'lot_count only grows'); END;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading
BEGIN SELECT raise (ABORT, 'reading only grows'); END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading
BEGIN SELECT raise (ABORT, 'reading only grows'); END;
CREATE TRIGGER usage_decision_no_update BEFORE UPDATE ON usage_decision
BEGIN SELECT raise (ABORT, 'usage_decision only grows'); END;
CREATE TRIGGER usage_decision_no_delete BEFORE DELETE ON usage_decision
BEGIN SELECT raise (ABORT, 'usage_decision only grows'); END;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
BEGIN SELECT raise (ABORT, 'signature only grows'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
BEGIN SELECT raise (ABORT, 'signature only grows'); END;
CREATE TRIGGER sample_unit_no_update BEFORE UPDATE ON sample_unit
BEGIN SELECT raise (ABORT, 'sample_unit only grows'); END;
CREATE TRIGGER sample_unit_no_delete BEFORE DELETE ON sample_unit
BEGIN SELECT raise (ABORT, 'sample_unit only grows'); END;

CREATE TRIGGER inspection_plan_is_fixed BEFORE UPDATE ON inspection_plan
WHEN old.state <> 'draft' AND (new.product_id, new.type, new.version, new.standard, new.level, new.aql,
                               new.counts_nonconformities, new.decider_not_inspector, new.author_id)
  IS NOT (old.product_id, old.type, old.version, old.standard, old.level, old.aql,
          old.counts_nonconformities, old.decider_not_inspector, old.author_id)
BEGIN SELECT raise (ABORT, 'an approved plan version never changes'); END;
CREATE TRIGGER inspection_is_frozen BEFORE UPDATE ON inspection
WHEN (new.number, new.lot_id, new.plan_id, new.standard, new.level, new.aql, new.severity, new.lot_size,
      new.sample_size, new.ac, new.re, new.seed)
  IS NOT (old.number, old.lot_id, old.plan_id, old.standard, old.level, old.aql, old.severity, old.lot_size,
          old.sample_size, old.ac, old.re, old.seed)
BEGIN SELECT raise (ABORT, 'n, Ac and Re are frozen at the draw'); END;
CREATE TRIGGER inspection_is_signed BEFORE UPDATE ON inspection
WHEN old.state = 'decided'
BEGIN SELECT raise (ABORT, 'a decided inspection never changes'); END;
CREATE TRIGGER reading_after_decision BEFORE INSERT ON reading
WHEN (SELECT state FROM inspection WHERE id = new.inspection_id) IN ('decided', 'void')
BEGIN SELECT raise (ABORT, 'a decided inspection takes no more readings'); END;
CREATE TRIGGER outbox_line_is_fixed BEFORE UPDATE ON outbox
WHEN (new.epoch, new.seq, new.type, new.lot_id, new.rev, new.body_hash, new.line)
  IS NOT (old.epoch, old.seq, old.type, old.lot_id, old.rev, old.body_hash, old.line)
BEGIN SELECT raise (ABORT, 'a signed publication never changes'); END;
