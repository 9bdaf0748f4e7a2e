-- What a product's page asks for: its lots by status, the newest first; and which publication a lot's record came in,
-- so that it can be handed out as it was signed.
ALTER TABLE lot ADD COLUMN gtin TEXT;
ALTER TABLE lot ADD COLUMN status INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 4);
ALTER TABLE lot ADD COLUMN released_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lot ADD COLUMN record_seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX lot_gtin ON lot (gtin, status, released_at) WHERE gtin IS NOT NULL;
