DROP VIEW v_flow;
--> statement-breakpoint
-- The participant flow in CONSORT's terms, one row a study and pool. `GET /v1/studies/{study}/flow` has the same names.
-- `left_before` is the sum of `withdrawn_before` and `expired_before`. `full_after`: randomised, but the place lapsed before the
-- first message, and there was none any more.
CREATE VIEW v_flow AS
SELECT
	studies.slug AS study,
	sessions.pool,
	count(*) AS assessed,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'declined') AS declined,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'screened_out') AS screened_out,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'failed_checks') AS failed_checks_before,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'full') AS full,
	sum(sessions.randomised_at IS NULL AND sessions.status IN ('withdrawn', 'expired')) AS left_before,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'active') AS not_yet_randomised,
	sum(sessions.randomised_at IS NOT NULL) AS randomised,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'active') AS in_progress,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'completed') AS completed,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'withdrawn') AS withdrawn,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'expired') AS expired,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'failed_checks') AS failed_checks,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'withdrawn') AS withdrawn_before,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'expired') AS expired_before,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'full') AS full_after
FROM sessions
JOIN studies ON studies.id = sessions.study_id
GROUP BY studies.slug, sessions.pool;
