import type {components} from './schema';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Host = Schemas['Host'];
export type Running = Schemas['Running'];
export type Generation = Schemas['Generation'];
export type Artifact = Schemas['Artifact'];
export type GenerationRequest = Schemas['GenerationRequest'];
export type Rollout = Schemas['Rollout'];
export type RolloutRequest = Schemas['RolloutRequest'];
export type Wave = Schemas['Wave'];
export type Counts = Schemas['Counts'];
export type Plan = Schemas['Plan'];
export type HostInRollout = Schemas['HostInRollout'];
export type RolloutEvent = Schemas['RolloutEvent'];
export type Explanation = Schemas['Explanation'];
export type Drift = Schemas['Drift'];
export type AuditEntry = Schemas['AuditEntry'];
export type EnrollmentToken = Schemas['EnrollmentToken'];
export type ApiToken = Schemas['ApiToken'];
export type Stop = Schemas['Stop'];

export type Platform = Host['platform'];
export type Role = Session['role'];
export type Phase = Rollout['phase'];
export type Page<T> = {items: T[]; next: string | null};

export const PLATFORMS: Platform[] = ['nixos', 'home-manager', 'ostree', 'rpm-ostree', 'bootc'];
export const ROLES: Role[] = ['VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN'];
