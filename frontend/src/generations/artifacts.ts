import type {Artifact, NewGeneration, Platform} from '../api/model';

export type ArtifactRow = {scope: 'everyone' | 'host' | 'selector'; whose: string; ref: string};

export type Draft = {name: string; platform: Platform; revision: string; url: string; notes: string; rollback: NonNullable<NewGeneration['rollback']>; way: 'rows' | 'json'; rows: ArtifactRow[]; json: string};

export const EMPTY: Draft = {name: '', platform: 'nixos', revision: '', url: '', notes: '', rollback: 'ALLOWED', way: 'json', rows: [{scope: 'everyone', whose: '', ref: ''}], json: ''};

const artifact = ({scope, whose, ref}: ArtifactRow): Artifact => ({...(scope === 'everyone' ? {} : {[scope]: whose.trim()}), ref: ref.trim()});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{"agents":{"web-01":"/nix/store/…"}}`, the bare map inside it, or a list of artifacts; else the reason why it is none. */
export function fromJson(json: string): Pick<NewGeneration, 'agents' | 'artifacts'> | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'This is not JSON.';
  }
  if (Array.isArray(value)) return {artifacts: value as Artifact[]};
  if (!isRecord(value)) return 'Expected an object or a list.';
  if (Array.isArray(value.artifacts)) return {artifacts: value.artifacts as Artifact[]};
  const agents = value.agents ?? value;
  if (!isRecord(agents) || Object.values(agents).some(ref => typeof ref !== 'string')) return 'Expected {"agents": {"host name": "ref", …}}.';
  return {agents: agents as Record<string, string>};
}

/** The request, or the sentence that says what is missing. */
export function toRequest(draft: Draft): NewGeneration | string {
  if (!draft.name.trim()) return 'A generation needs a name.';
  const parts = draft.way === 'json' ? fromJson(draft.json) : {artifacts: draft.rows.map(artifact)};
  if (typeof parts === 'string') return parts;
  const source = {...(draft.revision.trim() ? {revision: draft.revision.trim()} : {}), ...(draft.url.trim() ? {url: draft.url.trim()} : {})};
  return {
    name: draft.name.trim(),
    platform: draft.platform,
    ...(Object.keys(source).length > 0 ? {source} : {}),
    ...(draft.notes.trim() ? {notes: draft.notes.trim()} : {}),
    ...(draft.rollback === 'ALLOWED' ? {} : {rollback: draft.rollback}),
    ...parts,
  };
}
