CREATE TABLE "live_restriction" (
	"room" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"restriction" text NOT NULL,
	"restricted_by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "live_restriction_room_person_id_pk" PRIMARY KEY("room","person_id")
);
