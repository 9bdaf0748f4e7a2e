ALTER TABLE thing ADD COLUMN colour TEXT;
UPDATE thing SET name = 'changed';
INSERT INTO nowhere (id) VALUES (1);
