ALTER TABLE thing ADD COLUMN colour TEXT;
UPDATE thing SET colour = 'red';
