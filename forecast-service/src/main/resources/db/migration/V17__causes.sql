-- Why a model was chosen, how a level came about and why a value was corrected are data: a code, its figures and its
-- names. What an older build kept as a sentence stays one, under the code TOLD.
alter table trained_model alter column reason type jsonb
    using jsonb_build_object('code', 'TOLD', 'names', jsonb_build_object('words', reason));
alter table forecast_series alter column reason type jsonb
    using jsonb_build_object('code', 'TOLD', 'names', jsonb_build_object('words', reason));
alter table forecast_series alter column explanation type jsonb
    using jsonb_build_object('causes', jsonb_build_array(
        jsonb_build_object('code', 'TOLD', 'names', jsonb_build_object('words', explanation))));
alter table forecast_group alter column reason type jsonb
    using jsonb_build_object('code', 'TOLD', 'names', jsonb_build_object('words', reason));

drop view correction_now;
alter table correction alter column reason type jsonb
    using jsonb_build_object('code', 'TOLD', 'names', jsonb_build_object('words', reason, 'method', method));
create view correction_now as
    select c.*, coalesce(d.standing, 'PROPOSED') as standing,
        coalesce(d.decided_by, '') as decided_by, d.known_since as decided_at, coalesce(d.note, '') as note
    from correction c
    left join lateral (
        select * from correction_decision d where d.correction_id = c.id order by d.number desc limit 1) d on true;

-- A feed is a list of what happened; what is measured are kinds of facts.
update quality_card set scope = 'KIND' where scope = 'FEED';
update quality_alarm set scope = 'KIND' where scope = 'FEED';
