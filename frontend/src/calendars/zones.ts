/** The time zone of this browser, to begin with. */
export const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const ZONES: string[] = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];

/** `Tue 24 Nov, 22:00` as the clocks of a zone show it; in UTC where the browser does not know the zone. */
export function inZone(at: string, zone: string): string {
  const parts: Intl.DateTimeFormatOptions = {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false};
  try {
    return new Intl.DateTimeFormat('en-GB', {...parts, timeZone: zone}).format(new Date(at));
  } catch {
    return `${new Intl.DateTimeFormat('en-GB', {...parts, timeZone: 'UTC'}).format(new Date(at))} UTC`;
  }
}
