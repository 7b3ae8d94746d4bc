import type {GateVerdict, Host, RolloutHost, Phase, Wave} from '../api/model';

/** How a state looks: never colour alone, always a glyph and a word with it. */
export type Tone = 'good' | 'busy' | 'watch' | 'bad' | 'undone' | 'calm';
export type Look = {word: string; tone: Tone; glyph: string};

const look = (word: string, tone: Tone, glyph: string): Look => ({word, tone, glyph});

export const PHASES: Record<Phase, Look> = {
  DRAFT: look('Draft', 'calm', '◌'),
  SCHEDULED: look('Scheduled', 'calm', '◷'),
  ROLLING: look('Rolling', 'busy', '▶'),
  SOAKING: look('Soaking', 'busy', '≈'),
  AWAITING_APPROVAL: look('Awaiting approval', 'watch', '⚑'),
  PAUSED: look('Paused', 'watch', '‖'),
  ROLLING_BACK: look('Rolling back', 'undone', '↩'),
  ROLLED_BACK: look('Rolled back', 'undone', '↩'),
  HALTED: look('Halted', 'bad', '■'),
  COMPLETED: look('Completed', 'good', '✓'),
  CANCELLED: look('Cancelled', 'calm', '⊘'),
  SUPERSEDED: look('Superseded', 'calm', '»'),
};

export const WAVES: Record<Wave['state'], Look> = {
  PENDING: look('Pending', 'calm', '◌'),
  OPEN: look('Open', 'busy', '▶'),
  SOAKING: look('Soaking', 'busy', '≈'),
  PASSED: look('Passed', 'good', '✓'),
  FAILED: look('Failed', 'bad', '✕'),
  ROLLED_BACK: look('Rolled back', 'undone', '↩'),
  SKIPPED: look('Skipped', 'calm', '⊘'),
};

export const HOSTS: Record<Host['state'], Look> = {
  CURRENT: look('Current', 'good', '✓'),
  UPDATING: look('Updating', 'busy', '▶'),
  DRIFTED: look('Drifted', 'watch', '≠'),
  UNHEALTHY: look('Unhealthy', 'bad', '✕'),
  SILENT: look('Silent', 'bad', '?'),
  HELD: look('Held', 'watch', '‖'),
  CONFLICT: look('Conflict', 'bad', '⇄'),
  UNMANAGED: look('Unmanaged', 'calm', '◌'),
};

export type HostTurn = RolloutHost['state'];

export const TURNS: Record<HostTurn, Look> = {
  SETTLED: look('Settled', 'good', '✓'),
  CLAIMED: look('Claimed', 'busy', '▶'),
  OFFERED: look('Offered', 'busy', '▷'),
  PENDING: look('Pending', 'calm', '◌'),
  DEFERRED: look('Deferred', 'calm', '◷'),
  HELD: look('Held', 'watch', '‖'),
  SKIPPED: look('Skipped', 'calm', '⊘'),
  SILENT: look('Silent', 'bad', '?'),
  FAILED: look('Failed', 'bad', '✕'),
  ROLLING_BACK: look('Rolling back', 'undone', '↶'),
  ROLLED_BACK: look('Rolled back', 'undone', '↩'),
};

export const VERDICTS: Record<GateVerdict, Look> = {
  PASS: look('Pass', 'good', '✓'),
  FAIL: look('Fail', 'bad', '✕'),
  INCONCLUSIVE: look('Inconclusive', 'watch', '?'),
  NO_DATA: look('No data', 'calm', '◌'),
  ERROR: look('Error', 'watch', '!'),
};

/** What each drift kind means, for people who meet it the first time. */
export const DRIFT_KINDS: Record<string, string> = {
  NOT_DESIRED: 'runs another generation than it should',
  UNKNOWN_REF: 'runs something no registered generation names',
  SELF_REVERTED: 'went back by itself after it had settled',
  PENDING_BOOT: 'has the generation, waits for a boot',
  UNCOMMITTED: 'runs a generation that is not its boot default',
  REBOOT_REQUIRED: 'needs a reboot to run what it has',
  LOCAL_CHANGES: 'has changes made on the host itself',
  LOCAL_PACKAGES: 'has packages layered on the host itself',
  CONFIG_CHANGED: 'has edited configuration files',
  FAILED_UNITS: 'has failed systemd units',
  UNVERIFIED: 'runs content whose signature was not checked',
  ROLLBACK_AT_RISK: 'may not be able to go back',
  CONFLICTING_UPDATER: 'has another updater at work',
  SILENT: 'has not been heard of',
  CONFLICT: 'has seen orders that this restored database never gave',
};

/** `FAILED_UNITS` as people write it. */
export const kindWords = (kind: string) => {
  const words = kind.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const UNKNOWN: Look = look('Unknown', 'calm', '·');

/** A newer server may know a state that this page does not; it is shown by its own name. */
export const lookOf = <K extends string>(looks: Record<K, Look>, state: K): Look => looks[state] ?? {...UNKNOWN, word: state};

export const TERMINAL: Phase[] = ['ROLLED_BACK', 'COMPLETED', 'CANCELLED', 'SUPERSEDED'];
export const NEEDS_A_PERSON: Phase[] = ['HALTED', 'PAUSED', 'AWAITING_APPROVAL'];
export const isOver = (phase: Phase) => TERMINAL.includes(phase);
