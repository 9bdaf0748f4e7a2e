-- Which entry of the audit covers an act's answer; the answers of earlier programs are covered by none.
ALTER TABLE idempotency ADD COLUMN seq INTEGER;
CREATE INDEX idempotency_by_seq ON idempotency (seq) WHERE seq IS NOT NULL;
