-- How satisfied a customer is with how a case ended, asked once; and since when a case is closed, so that it can go.
ALTER TABLE problem ADD COLUMN score BIGINT CHECK (score BETWEEN 1 AND 5);
ALTER TABLE problem ADD COLUMN closed_at BIGINT;
UPDATE problem SET closed_at = coalesce (answered_at, created_at) WHERE status = 'closed';
