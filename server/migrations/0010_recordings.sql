CREATE TABLE "recording_captions" (
	"recording_id" uuid NOT NULL,
	"language" text NOT NULL,
	"vtt" text NOT NULL,
	CONSTRAINT "recording_captions_recording_id_language_pk" PRIMARY KEY("recording_id","language")
);
--> statement-breakpoint
CREATE TABLE "session_recording" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'recording' NOT NULL,
	"duration_ms" integer,
	"sha256" text,
	"bytes" bigint,
	"keep_days" integer DEFAULT 90 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recording_captions" ADD CONSTRAINT "recording_captions_recording_id_session_recording_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."session_recording"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_recording" ADD CONSTRAINT "session_recording_session_id_live_session_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_session"("session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_recording_session" ON "session_recording" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "session_recording_state" ON "session_recording" USING btree ("state");