-- How many paced replies were late, over all arms, one row a study and pool. Published in steps of many replies.
CREATE VIEW v_late_replies AS
SELECT
	studies.slug AS study,
	reply_pace.pool,
	reply_pace.replies,
	reply_pace.late,
	reply_pace.share,
	reply_pace.published_at
FROM reply_pace
JOIN studies ON studies.id = reply_pace.study_id;
