-- Trusted: whoever may create in this database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- Typing errors: the words nearest to one that nobody wrote.
CREATE INDEX "search_vocabulary_trigrams" ON "search_vocabulary" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
-- Names as readers order them, in either language, whatever the database's own collation.
CREATE INDEX "product_search_name_en" ON "product_search" (("name_en" COLLATE "und-x-icu"), "product_id");--> statement-breakpoint
CREATE INDEX "product_search_name_ru" ON "product_search" (("name_ru" COLLATE "und-x-icu"), "product_id");--> statement-breakpoint
CREATE INDEX "product_search_lightest" ON "product_search" ((coalesce("weight_gsm", 'Infinity'::real)), "product_id");--> statement-breakpoint
CREATE INDEX "product_search_heaviest" ON "product_search" ((coalesce("weight_gsm", 0::real)), "product_id");
