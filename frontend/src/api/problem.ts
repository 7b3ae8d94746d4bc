/** What the server says when it says no: an RFC 9457 problem, or as much of one as the connection let through. */
export type ProblemBody = {
  title?: string;
  detail?: string;
  code?: string;
  errors?: {pointer: string; message: string}[];
};

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: {pointer: string; message: string}[];

  constructor(status: number, body: ProblemBody = {}) {
    super(words(status, body));
    this.status = status;
    this.code = body.code ?? '';
    this.errors = body.errors ?? [];
  }
}

/** Turns anything thrown into a problem; a refused connection has no status. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem(0);
}

/** `/waves/0/size` → its message, for forms that show each message at its field. */
export function messagesByField(problem: Problem | null): Record<string, string> {
  return Object.fromEntries((problem?.errors ?? []).map(({pointer, message}) => [pointer.replace(/^#/, ''), message]));
}

/** The messages of a problem whose pointers no field of the form claims. */
export function unclaimed(problem: Problem | null, claimed: string[]): string[] {
  return Object.entries(messagesByField(problem))
    .filter(([pointer]) => !claimed.includes(pointer))
    .map(([pointer, message]) => (pointer ? `${pointer.slice(1).replaceAll('/', '.')}: ${message}` : message));
}

function words(status: number, {title, detail}: ProblemBody): string {
  const said = detail ?? title;
  switch (status) {
    case 0:
      return 'The server cannot be reached. Your input is kept; try again.';
    case 401:
      return said ?? 'You are signed out. Sign in again.';
    case 403:
      return said ?? 'Your role does not allow this.';
    case 412:
      return 'It changed while you were looking. The page shows its state as it is now: look again, then repeat.';
    default:
      return said ?? `The server answered ${status} without saying why.`;
  }
}
