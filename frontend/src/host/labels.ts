/** `env=prod` a line → labels; else the first line that is none. */
export function parseLabels(text: string): Record<string, string> | string {
  const labels: Record<string, string> = {};
  for (const line of text.split('\n').map(part => part.trim()).filter(Boolean)) {
    const equals = line.indexOf('=');
    if (equals < 1) return `“${line}” is not key=value.`;
    labels[line.slice(0, equals).trim()] = line.slice(equals + 1).trim();
  }
  return labels;
}

export const writeLabels = (labels: Record<string, string> | null | undefined) =>
  Object.entries(labels ?? {}).sort(([a], [b]) => a.localeCompare(b)).map(entry => entry.join('=')).join('\n');

/** The patch from one set of labels to another; null takes a label away. */
export function labelPatch(from: Record<string, string>, to: Record<string, string>): Record<string, string | null> {
  const gone = Object.keys(from).filter(key => !(key in to)).map(key => [key, null] as const);
  const set = Object.entries(to).filter(([key, value]) => from[key] !== value);
  return Object.fromEntries([...gone, ...set]);
}
