/** The hosts a rollout is for. */
export function On({selector}: {selector: string}) {
  return selector ? <code className="bw-selector" title={selector}>{selector}</code> : <>every host</>;
}
