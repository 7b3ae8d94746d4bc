/** EventSource delivers a named event only to listeners of that very name, so every name is listed. */
export const EVENT_TYPES = [
  'rollout.planned', 'rollout.created', 'rollout.scheduled', 'rollout.started', 'rollout.moved', 'rollout.paused', 'rollout.resumed',
  'rollout.halted', 'rollout.rolling-back', 'rollout.rolled-back', 'rollout.completed', 'rollout.cancelled', 'rollout.superseded', 'rollout.changed',
  'wave.opened', 'wave.soaking', 'wave.passed', 'wave.failed', 'wave.rolled-back', 'wave.skipped', 'wave.changed',
  'host.enrolled', 'host.offered', 'host.claimed', 'host.settled', 'host.failed', 'host.silent', 'host.rolled-back', 'host.changed', 'host.drifted',
  'host.recovered', 'host.held', 'host.released', 'host.deleted',
  'generation.registered', 'generation.quarantined', 'generation.released',
  'stop.engaged', 'stop.released', 'stop.changed',
];
