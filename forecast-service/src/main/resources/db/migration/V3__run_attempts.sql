-- How often a run was taken up since it last kept something: one that kills its service must not do so for ever.
alter table training_run add column attempts int not null default 0;
