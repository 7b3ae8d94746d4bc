/** Labels as `key=value` chips; at most `show` of them, the rest counted. */
export function Tags({labels, show = Infinity}: {labels: Record<string, string> | null | undefined; show?: number}) {
  const entries = Object.entries(labels ?? {}).sort(([a], [b]) => a.localeCompare(b));
  const more = entries.slice(show);
  return (
    <span className={show === Infinity ? 'bw-tags' : 'bw-tags bw-nowrap'}>
      {entries.slice(0, show).map(([key, value]) => <span key={key} className="bw-tag">{key}={value}</span>)}
      {more.length > 0 && <span className="bw-dim" title={more.map(entry => entry.join('=')).join('\n')}>+{more.length}</span>}
    </span>
  );
}
