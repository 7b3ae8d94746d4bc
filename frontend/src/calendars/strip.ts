import type {Opening} from '../api/model';

const DAY = 86_400_000;

/** One opening on the strip, in percent of its width. */
export type Bar = {left: number; width: number; opening: Opening};

/** The local midnight at or before a moment. */
export function midnight(now: number): number {
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  return date.getTime();
}

/** The openings that fall into so many days from `from`, cut at its ends; none too thin to see. */
export function bars(openings: Opening[], from: number, days: number, thinnest = 0.4): Bar[] {
  const length = days * DAY;
  return openings.flatMap(opening => {
    const start = Math.max(0, new Date(opening.from).getTime() - from);
    const end = opening.until ? Math.min(length, new Date(opening.until).getTime() - from) : length;
    if (end <= start) return [];
    const left = (start / length) * 100;
    return [{left, width: Math.max(thinnest, Math.min(100 - left, ((end - start) / length) * 100)), opening}];
  });
}

/** The first day of every week on the strip, as a share of its width and a date. */
export function weeks(from: number, days: number): {left: number; label: string}[] {
  const starts = [];
  for (let day = 0; day < days; day++) {
    const date = new Date(from);
    date.setDate(date.getDate() + day);
    if (date.getDay() === 1 || day === 0) starts.push({left: (day / days) * 100, label: date.toLocaleDateString(undefined, {day: 'numeric', month: 'short'})});
  }
  const [first, second] = starts;
  return first && second && second.left - first.left < 8 ? starts.slice(1) : starts;
}

/** Where the strip ends to be known, in percent, because only so many openings were told; null where it is known to its end. */
export function unread(openings: Opening[], from: number, days: number): number | null {
  const last = openings.at(-1)?.until;
  const share = last ? ((new Date(last).getTime() - from) / (days * DAY)) * 100 : 100;
  return share < 100 ? Math.max(0, share) : null;
}
