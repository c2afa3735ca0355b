ALTER TABLE "session_recording" ADD COLUMN "recorded_by" text DEFAULT 'browser' NOT NULL;--> statement-breakpoint
ALTER TABLE "session_recording" ADD COLUMN "recorder_id" text;