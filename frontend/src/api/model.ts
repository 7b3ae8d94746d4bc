import type {components} from './schema';

export type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Host = Schemas['Host'];
export type Running = Schemas['RunningRef'];
export type Generation = Schemas['Generation'];
export type Artifact = Schemas['Artifact'];
export type NewGeneration = Schemas['NewGeneration'];
export type RolloutSpec = Schemas['RolloutSpec'];
export type Rollout = Schemas['Rollout'];
export type Evidence = Schemas['EvidenceMeter'];
export type RolloutRequest = Schemas['RolloutRequest'];
export type Wave = Schemas['Wave'];
/** Hosts by state, each state by its camel-case name. */
export type Counts = Wave['counts'];
export type Calendar = Schemas['Calendar'];
export type CalendarEntry = Schemas['CalendarEntry'];
export type CalendarFields = Schemas['CalendarRequest'];
export type Gate = Schemas['Gate'];
export type GateConfig = Schemas['GateConfig'];
export type GateFields = Schemas['GateRequest'];
export type GateType = Gate['type'];
export type GateTrial = Schemas['GateTrial'];
export type GateEvaluation = Schemas['GateEvaluation'];
export type GateVerdict = GateEvaluation['verdict'];
export type WaveGate = Schemas['WaveGate'];
export type Profile = Schemas['Profile'];
export type ProfileFields = Schemas['ProfileRequest'];
export type Simulation = Schemas['Simulation'];
export type QuarantineRow = Schemas['QuarantineRow'];
export type PendingApproval = Schemas['PendingApproval'];
export type ApprovalGiven = Schemas['Approval'];
export type Opening = Schemas['Opening'];
export type Plan = Schemas['Plan'];
export type RolloutHost = Schemas['RolloutHost'];
export type RolloutEvent = Schemas['RolloutEvent'];
export type Explanation = Schemas['Explanation'];
export type Drift = Schemas['Drift'];
export type AuditEntry = Schemas['AuditEntry'];
export type HostPatch = Schemas['HostPatch'];
export type NewEnrollmentToken = Schemas['NewEnrollmentToken'];
export type NewApiToken = Schemas['NewApiToken'];
export type User = Schemas['User'];
export type NewUser = Schemas['NewUser'];
export type GlobalStop = Schemas['GlobalStop'];

export type Platform = Host['platform'];
export type Role = Session['role'];
export type Phase = Rollout['phase'];
export type Page<T> = {items: T[]; next?: string | null};

export const PLATFORMS: Platform[] = ['nixos', 'home-manager', 'ostree', 'rpm-ostree', 'bootc'];
export const ROLES: Role[] = ['VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN'];
