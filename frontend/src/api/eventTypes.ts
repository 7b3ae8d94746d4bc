/** EventSource delivers a named event only to listeners of that very name, so every name is listed. */
export const EVENT_TYPES = [
  'rollout.drafted', 'rollout.scheduled', 'rollout.started', 'rollout.paused', 'rollout.resumed', 'rollout.retried', 'rollout.halted',
  'rollout.rolling_back', 'rollout.rolled_back', 'rollout.completed', 'rollout.cancelled', 'rollout.superseded',
  'rollout.calendars.overridden', 'rollout.calendars.restored',
  'wave.opened', 'wave.enlisting', 'wave.enlisted', 'wave.soaking', 'wave.awaiting_approval', 'wave.approved',
  'host.enrolled', 'host.reenrolled', 'host.deleted', 'host.labelled', 'host.held', 'host.released',
  'host.unhealthy', 'host.recovered', 'host.drifted', 'host.healed',
  'host.offered', 'host.claimed', 'host.settled', 'host.failed', 'host.silent', 'host.reopened', 'host.rolling_back', 'host.rolled_back', 'host.skipped', 'host.conflict', 'host.conflict_resolved',
  'generation.registered', 'generation.quarantined', 'generation.released',
  'calendar.created', 'calendar.changed', 'calendar.imported', 'calendar.deleted', 'gate.created', 'gate.changed', 'gate.deleted', 'gate.tried', 'gate.turned',
  'profile.created', 'profile.changed', 'profile.reset', 'profile.deleted',
  'stop.engaged', 'stop.released',
];
