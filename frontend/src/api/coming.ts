/**
 * What the server's description does not hold yet, in the form that `openapi-typescript` would give it.
 * Each part goes when the generated types have it.
 */
import type {components} from './schema';

type Schemas = components['schemas'];
type Json<T> = {content: {'application/json': T}};
type Params = {query?: object; path?: object; header?: {'If-Match'?: string}};
type Read<A, P extends Params = Params> = {parameters: P; requestBody?: never; responses: {200: Json<A>}};
type Write<B, A, P extends Params = Params> = {parameters: P; requestBody: Json<B>; responses: {200: Json<A>}};
type Bare<A, P extends Params = Params> = {parameters: P; requestBody?: never; responses: {200: Json<A>}};
type Id = {path: {id: string}; header?: {'If-Match'?: string}};
type Name = {path: {name: string}; header?: {'If-Match'?: string}};
type PageOf<T> = {items: T[]; next?: string | null};
type Paged = {query?: {limit?: number; cursor?: string}};

type Kept = {id: string; revision: number; createdAt: string; createdBy: string};

export type CalendarEntry = {summary: string; start: string; duration?: string | null; end?: string | null; rrule?: string | null; exdates?: string[] | null; rdates?: string[] | null; zone?: string | null};
export type CalendarFields = {name: string; kind: 'WINDOW' | 'FREEZE'; selector?: string | null; zone: string; entries: CalendarEntry[]; overrun?: 'FINISH_HOSTS' | 'FINISH_WAVE' | null};
export type Calendar = CalendarFields & Kept;
/** `until` is null where nothing ends it within the horizon. */
export type Opening = {from: string; until?: string | null};
export type Openings = {calendars: string[]; items: Opening[]; horizon: string; note?: string | null};

export type GateType = 'HEALTH' | 'PROMETHEUS' | 'WEBHOOK' | 'ALERTMANAGER';
export type GateConfig = Record<string, string | number | boolean | null>;
export type GateFields = {
  name: string; type: GateType; config: GateConfig; dryRun?: boolean; onNoData?: 'WAIT' | 'PAUSE' | 'FAIL' | 'PASS'; interval?: string; timeout?: string; consecutiveErrors?: number;
  /** Write-only: never answered back. */
  secret?: string | null;
};
export type Gate = Omit<GateFields, 'secret'> & Kept & {secretSet?: boolean};
export type GateVerdict = 'PASS' | 'FAIL' | 'INCONCLUSIVE' | 'NO_DATA' | 'ERROR';
export type GateEvaluation = {wave: string; gate: string; at: string; verdict: GateVerdict; value?: string | null; threshold?: string | null; query?: string | null; link?: string | null; why?: string | null; dryRun?: boolean};

export type ProfileFields = {name: string; description?: string | null; waves: Schemas['WaveRequest'][]};
export type Profile = ProfileFields & Kept & {version?: number};

export type RolloutRequestMore = {
  profile?: string | null;
  schedule?: {notBefore?: string | null; calendars?: string[] | null; overrun?: 'FINISH_HOSTS' | 'FINISH_WAVE' | null} | null;
  expectedFailureRate?: string | null;
  newcomers?: 'IGNORE' | 'JOIN' | null;
  dependsOn?: {rolloutId?: string | null; soak?: string | null}[] | null;
  approvals?: {required?: number | null; from?: string[] | null; validFor?: string | null} | null;
  rollback?: 'ALLOWED' | 'APPROVAL' | 'FORBIDDEN' | null;
};

export type Simulation = {
  hostsHit: {mean: number; p05: number; p50: number; p95: number};
  detected: number; completes: number;
  stoppedAt: {wave: string; share: number}[];
  assumptions: string[];
};

/** A generation that must not be offered to the hosts of a selector. */
export type QuarantineRow = {
  id: string; generationId: string; generation: string; platform?: string; selector: string; reason: string; rolloutId?: string | null; at: string; actor?: string | null;
  releasedAt?: string | null; releasedBy?: string | null; releaseReason?: string | null; revision?: number;
};

export type ApprovalGiven = {wave: string; actor: string; at: string; expiresAt?: string | null; reason: string; void?: string | null};
export type PendingApproval = {rolloutId: string; name: string; wave: string; generationId: string; planHash: string; createdBy: string; required: number; from?: string[]; given: ApprovalGiven[]; since?: string | null};

export type Evidence = {
  judged: number; failed: number; expectedFailureRate: number; eValue: number; threshold: number;
  missProbability: {defectRate: number; probability: number}[];
  upperBound: number; interval: {low: number; high: number};
};

/** A host that has seen orders this database, restored to an earlier state, has never given. */
export type HostMore = {state: Schemas['Host']['state'] | 'CONFLICT'; conflict?: {epoch: number; given: number; since: string} | null};

export type SpecMore = {
  waves: (Schemas['WaveSpec'] & {gates?: string[]})[];
  profile?: string | null; maxUnavailablePerDomain?: string | null; startRate?: string | null; spreadBy?: string[]; cover?: string[]; expectedFailureRate?: string | null;
  calendars?: string[]; overrun?: 'FINISH_HOSTS' | 'FINISH_WAVE'; newcomers?: 'IGNORE' | 'JOIN'; dependsOn?: {rolloutId: string; soak: string}[];
  approvals?: {required: number; from: string[]; validFor: string}; rollback?: 'ALLOWED' | 'APPROVAL' | 'FORBIDDEN';
};

export type RolloutMore = {
  evidence?: Evidence | null;
  approvals?: ApprovalGiven[] | null;
  calendarOverride?: {reason: string; actor: string; at: string} | null;
};

/** `more`: one call resolves only so many. */
export type Resolved = {hosts: number; more: boolean};

export type ComingPaths = {
  '/api/v1/quarantines': {get: Read<PageOf<QuarantineRow>, {query?: {limit?: number; cursor?: string; generationId?: string; released?: boolean}}>};
  '/api/v1/approvals': {get: Read<PageOf<PendingApproval>, {query?: {state?: string; limit?: number; cursor?: string}}>};
  '/api/v1/calendars': {get: Read<PageOf<Calendar>, Paged>; post: Write<CalendarFields, Calendar>};
  '/api/v1/calendars/{id}': {get: Read<Calendar, Id>; patch: Write<Partial<CalendarFields>, Calendar, Id>; delete: Bare<undefined, Id>};
  '/api/v1/calendars/{id}/openings': {get: Read<Openings, Id & {query?: {count?: number}}>};
  '/api/v1/calendars/openings': {get: Read<Openings, {query?: {selector?: string; calendars?: string; count?: number}}>};
  '/api/v1/gates': {get: Read<PageOf<Gate>, Paged>; post: Write<GateFields, Gate>};
  '/api/v1/gates/{id}': {get: Read<Gate, Id>; patch: Write<Partial<GateFields>, Gate, Id>; delete: Bare<undefined, Id>};
  '/api/v1/rollouts/simulate': {post: Write<Omit<Schemas['RolloutRequest'], 'profile' | 'schedule'> & RolloutRequestMore & {defectRate: number; runs?: number; seed?: number}, Simulation>};
  '/api/v1/profiles': {get: Read<PageOf<Profile>, Paged>; post: Write<ProfileFields, Profile>};
  '/api/v1/profiles/{name}': {get: Read<Profile, Name>; patch: Write<Partial<ProfileFields>, Profile, Name>; delete: Bare<undefined, Name>};
  '/api/v1/rollouts/{id}/schedule': {post: Write<{reason: string; notBefore: string}, Schemas['Rollout'], Id>};
  '/api/v1/rollouts/{id}/skip-host': {post: Write<{reason: string; hostId: string}, Schemas['Rollout'], Id>};
  '/api/v1/rollouts/{id}/override-calendars': {post: Write<{reason: string}, Schemas['Rollout'], Id>; delete: Write<{reason: string}, Schemas['Rollout'], Id>};
  '/api/v1/hosts/{id}/resolve-conflict': {post: Write<{decision: 'ADOPT' | 'KEEP'; reason: string}, Resolved, Id>};
  '/api/v1/hosts/resolve-conflicts': {post: Write<{selector: string; decision: 'ADOPT' | 'KEEP'; reason: string}, Resolved>};
  '/api/v1/rollouts/{id}/gates': {get: Read<PageOf<GateEvaluation>, Id & {query?: {wave?: string; gate?: string; limit?: number; cursor?: string}}>};
};
