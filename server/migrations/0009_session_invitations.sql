CREATE TABLE "session_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"channel" text,
	"language" text NOT NULL,
	"invited_by" text,
	"used_by" text,
	"invited_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"reminded_for" timestamp with time zone,
	CONSTRAINT "session_invitation_once" UNIQUE("session_id","email")
);
--> statement-breakpoint
ALTER TABLE "session_invitation" ADD CONSTRAINT "session_invitation_session_id_programme_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."programme_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_invitation_email" ON "session_invitation" USING btree ("email") WHERE withdrawn_at is null;