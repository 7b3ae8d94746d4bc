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

export type GateType = 'HEALTH' | 'PROMETHEUS' | 'WEBHOOK' | 'ALERTMANAGER';
export type GateConfig = {
  url?: string | null; query?: string | null; success?: string | null; failure?: string | null; reduce?: 'MAX' | 'MIN' | 'AVG' | null; minSamples?: number | null; samplesQuery?: string | null;
  filters?: string[] | null; onFiring?: 'PAUSE' | 'FAIL' | null; maxUnhealthy?: string | null;
};
export type GateFields = {
  name: string; type: GateType; config: GateConfig; dryRun?: boolean; onNoData?: 'WAIT' | 'PAUSE' | 'FAIL' | 'PASS'; interval?: string; timeout?: string; consecutiveErrors?: number;
  /** Write-only: never answered back. */
  secret?: string | null;
};
export type Gate = Required<Omit<GateFields, 'secret'>> & Kept & {secretSet: boolean};
export type GateVerdict = 'PASS' | 'FAIL' | 'INCONCLUSIVE' | 'NO_DATA' | 'ERROR';
/** A gate of a wave: how it counts and what it said last; null where it has not been asked. */
export type WaveGate = {
  wave: string; gate: string; type: GateType; config: GateConfig; dryRun: boolean; verdict?: GateVerdict | null; pauses: boolean;
  why?: string | null; at?: string | null; nextAt?: string | null; value?: number | null; query?: string | null; link?: string | null;
};
export type GateEvaluation = {seq: number; id: string; wave: string; gate: string; at: string; verdict: GateVerdict; why: string; value?: number | null; query?: string | null; link?: string | null; raw?: string | null};

export type ProfileFields = {
  name: string; description: string; waves: Schemas['WaveRequest'][]; maxUnavailable?: string | null; spreadBy?: string[] | null; cover?: string[] | null; maxUnavailablePerDomain?: string | null;
  startRate?: string | null; minHealthy?: number | null; finalSoak?: string | null;
};
/** One that is built in cannot be deleted, but reset to what it was. */
export type Profile = ProfileFields & Kept & {version: number; builtIn: boolean; changedAt: string; changedBy: string};

export type Simulation = {
  hostsHit: {mean: number; p05: number; p50: number; p95: number};
  detected: number; completes: number;
  stoppedAt: {wave: string; share: number}[];
  assumptions: string[];
};

/** What the first wave cannot cover, and, where a plan is too long to list, how many hosts a wave has. */
export type PlanMore = {misses?: {label: string; value?: string | null; why: string}[]; excludedCount?: number; waves: (Schemas['PlannedWave'] & {count?: number | null})[]};

/** A generation that must not be offered to the hosts of a selector. */
export type QuarantineRow = {
  id: string; generationId: string; generation: string; platform?: string; selector: string; reason: string; rolloutId?: string | null; at: string; actor?: string | null;
  releasedAt?: string | null; releasedBy?: string | null; releaseReason?: string | null; revision?: number;
};

export type ApprovalGiven = {wave: string; actor: string; at: string; expiresAt: string; reason: string; void?: string | null};
/** `given` of `required` count; `objection`: why the caller's own would not, null where it would. */
export type PendingApproval = {
  rolloutId: string; name: string; wave: string; required: number; given: number; from: string[]; approvals: ApprovalGiven[]; objection?: string | null;
  generationId: string; planHash?: string | null; createdBy: string; revision: number;
};

/** Whether hosts may be taken back from a generation. */
export type GoingBack = 'ALLOWED' | 'APPROVAL' | 'FORBIDDEN';

/** A host that has seen orders this database, restored to an earlier state, has never given. */
export type HostMore = {state: Schemas['Host']['state'] | 'CONFLICT'; conflict?: {epoch: number; given: number; since: string} | null};

export type RolloutMore = {
  approvals?: ApprovalGiven[] | null;
  calendarOverride?: {reason: string; actor: string; at: string} | null;
  dependencies?: {rolloutId: string; name: string; phase: Schemas['Rollout']['phase']; soak: string; metAt?: string | null}[];
  supersededBy?: string | null;
};

/** `more`: one call resolves only so many. */
export type Resolved = {hosts: number; more: boolean};

export type ComingPaths = {
  '/api/v1/quarantines': {get: Read<PageOf<QuarantineRow>, {query?: {limit?: number; cursor?: string; generationId?: string; released?: boolean}}>};
  '/api/v1/approvals': {get: Read<PageOf<PendingApproval>, {query?: {state?: string; limit?: number; cursor?: string}}>};
  '/api/v1/gates': {get: Read<PageOf<Gate>, Paged>; post: Write<GateFields, Gate>};
  '/api/v1/gates/{id}': {get: Read<Gate, Id>; patch: Write<Partial<GateFields>, Gate, Id>; delete: Bare<undefined, Id>};
  '/api/v1/rollouts/simulate': {post: Write<Schemas['RolloutRequest'] & {defectRate: number; runs?: number; seed?: number}, Simulation>};
  '/api/v1/profiles': {get: Read<PageOf<Profile>, Paged>; post: Write<ProfileFields, Profile>};
  '/api/v1/profiles/{name}': {get: Read<Profile, Name>; put: Write<ProfileFields, Profile, Name>; delete: Bare<undefined, Name>};
  '/api/v1/rollouts/{id}/schedule': {post: Write<{reason: string; notBefore: string}, Schemas['Rollout'], Id>};
  '/api/v1/rollouts/{id}/skip-host': {post: Write<{reason: string; hostId: string}, Schemas['Rollout'], Id>};
  '/api/v1/rollouts/{id}/override-calendars': {post: Write<{reason: string}, Schemas['Rollout'], Id>; delete: Write<{reason: string}, Schemas['Rollout'], Id>};
  '/api/v1/hosts/{id}/resolve-conflict': {post: Write<{decision: 'ADOPT' | 'KEEP'; reason: string}, Resolved, Id>};
  '/api/v1/hosts/resolve-conflicts': {post: Write<{selector: string; decision: 'ADOPT' | 'KEEP'; reason: string}, Resolved>};
  '/api/v1/profiles/{name}/versions': {get: Read<PageOf<Profile>, Name & {query?: {limit?: number; cursor?: string}}>};
  '/api/v1/profiles/{name}/reset': {post: Bare<Profile, Name>};
  '/api/v1/rollouts/{id}/gates': {get: Read<PageOf<WaveGate>, Id>};
  '/api/v1/rollouts/{id}/gates/evaluations': {get: Read<PageOf<GateEvaluation>, Id & {query?: {wave?: string; gate?: string; limit?: number; cursor?: string}}>};
};
