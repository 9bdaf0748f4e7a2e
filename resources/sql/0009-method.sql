-- How a check is made, in Chinese as in English.
ALTER TABLE characteristic ADD COLUMN "method_zh" TEXT;
