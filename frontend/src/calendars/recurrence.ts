export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Day = (typeof DAYS)[number];

export const DAY_NAMES: Record<Day, string> = {MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun'};

/** How often an entry comes again; `RULE` is any recurrence rule of RFC 5545, word for word. */
export type Repeat = {every: 'NEVER' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | 'RULE'; days: Day[]; rule: string};

const SIMPLE = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)$/;
const WEEKLY = /^FREQ=WEEKLY;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/;

export function readRule(rrule: string | null | undefined): Repeat {
  const rule = (rrule ?? '').trim().replace(/^RRULE:/i, '');
  if (!rule) return {every: 'NEVER', days: [], rule: ''};
  const weekly = WEEKLY.exec(rule);
  if (weekly) return {every: 'WEEKLY', days: (weekly[1] ?? '').split(',') as Day[], rule};
  const simple = SIMPLE.exec(rule);
  return {every: simple ? (simple[1] as Repeat['every']) : 'RULE', days: [], rule};
}

/** Null for an entry that comes once. */
export function writeRule({every, days, rule}: Repeat): string | null {
  if (every === 'NEVER') return null;
  if (every === 'RULE') return rule.trim().replace(/^RRULE:/i, '') || null;
  const chosen = DAYS.filter(day => days.includes(day));
  return every === 'WEEKLY' && chosen.length > 0 ? `FREQ=WEEKLY;BYDAY=${chosen.join(',')}` : `FREQ=${every}`;
}

/** The rule as people say it, or itself where it says more than that. */
export function sayRule(rrule: string | null | undefined): string {
  const {every, days, rule} = readRule(rrule);
  switch (every) {
    case 'NEVER':
      return 'once';
    case 'DAILY':
      return 'every day';
    case 'WEEKLY':
      return days.length > 0 ? `every ${days.map(day => DAY_NAMES[day]).join(', ')}` : 'every week';
    case 'MONTHLY':
      return 'every month';
    case 'YEARLY':
      return 'every year';
    case 'RULE':
      return rule;
  }
}
