const STORE = /^\/nix\/store\/([0-9a-z]{32})-(?:nixos-system-)?(.+)$/;
const DIGEST = /^(.+)@sha256:([0-9a-f]{64})$/;

/** The part of a ref that tells two apart at a glance. */
export function shortRef(ref: string): string {
  const store = STORE.exec(ref);
  if (store) return `${store[1]?.slice(0, 7)}…-${store[2]}`;
  const digest = DIGEST.exec(ref);
  if (digest) return `${digest[1]?.split('/').at(-1)}@${digest[2]?.slice(0, 12)}`;
  return /^[0-9a-f]{64}$/.test(ref) ? ref.slice(0, 12) : ref;
}

export function Ref({of, none = 'none'}: {of: string | null | undefined; none?: string}) {
  return of ? <code className="bw-ref" title={of}>{shortRef(of)}</code> : <span className="bw-dim">{none}</span>;
}
