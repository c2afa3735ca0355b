-- A hall's plan holds its areas (stage, lounge, trend forum); halls of before have none.
UPDATE "hall" SET "plan" = "plan" || '{"areas": []}'::jsonb WHERE NOT "plan" ? 'areas';
