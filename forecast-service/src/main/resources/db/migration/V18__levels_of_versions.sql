-- Which quantiles a version tells is its own: those of builds before are at 0.1 to 0.9.
alter table forecast_version add column levels double precision[] not null
    default '{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}';
alter table forecast_version alter column levels drop default;
