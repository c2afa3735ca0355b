CREATE TABLE "live_session_entry" (
	"session_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"id" uuid NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"by_lanyard" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"entry" jsonb NOT NULL,
	CONSTRAINT "live_session_entry_session_id_seq_pk" PRIMARY KEY("session_id","seq"),
	CONSTRAINT "live_session_entry_once" UNIQUE("session_id","id")
);
--> statement-breakpoint
CREATE TABLE "live_session" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"phase" text DEFAULT 'scheduled' NOT NULL,
	"staff_ids" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "live_session_entry" ADD CONSTRAINT "live_session_entry_session_id_live_session_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_session"("session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_session_id_programme_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."programme_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "live_session_phase" ON "live_session" USING btree ("phase");