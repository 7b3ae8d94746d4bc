-- The wave of newcomers is in no plan: its hosts are listed when the planned waves have passed. Null until then, and in every planned wave.
alter table waves add column enlisted_at timestamptz;
