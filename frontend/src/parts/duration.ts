const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const TYPED = /^(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?$/i;

/** `10m`, `1h 30m`, `PT10M` → `PT10M`; null when it is none of these. */
export function toIso(typed: string): string | null {
  const text = typed.trim();
  if (ISO.test(text) && text.length > 2 && !text.endsWith('T')) return text;
  const match = TYPED.exec(text);
  if (!text || !match) return null;
  const [d, h, m, s] = match.slice(1).map(part => Number(part ?? 0));
  const time = `${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s ? `${s}S` : ''}`;
  const iso = `P${d ? `${d}D` : ''}${time ? `T${time}` : ''}`;
  return iso === 'P' ? 'PT0S' : iso;
}

/** `PT1H30M` → `1h 30m`; what is no duration comes back as it is. */
export function toTyped(iso: string | null | undefined): string {
  const match = ISO.exec(iso ?? '');
  if (!match) return iso ?? '';
  const [d, h, m, s] = match.slice(1);
  const parts = [d && `${d}d`, h && `${h}h`, m && `${m}m`, s && `${s}s`].filter(part => part && !part.startsWith('0'));
  return parts.join(' ') || '0s';
}

/** Milliseconds of an ISO duration; 0 for none. */
export function milliseconds(iso: string | null | undefined): number {
  const match = ISO.exec(iso ?? '');
  if (!match) return 0;
  const [d, h, m, s] = match.slice(1).map(part => Number(part ?? 0));
  return (((d ?? 0) * 24 + (h ?? 0)) * 60 + (m ?? 0)) * 60_000 + (s ?? 0) * 1_000;
}
