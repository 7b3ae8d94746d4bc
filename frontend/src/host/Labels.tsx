import {Button, TextArea} from '@patternfly/react-core';
import {useMutation} from '@tanstack/react-query';
import {useState} from 'react';
import type {Host} from '../api/model';
import {useRole} from '../api/session';
import {Field, validated} from '../parts/Field';
import {whyNot} from '../parts/may';
import {Panel} from '../parts/Panel';
import {ProblemAlert} from '../parts/ProblemAlert';
import {Tags} from '../parts/Tags';
import {VerbButton} from '../parts/VerbButton';
import {labelPatch, parseLabels, writeLabels} from './labels';
import {patch} from './queries';

function Editor({host, onClose}: {host: Host; onClose: () => void}) {
  const [text, setText] = useState(writeLabels(host.labels));
  const labels = parseLabels(text);
  const error = typeof labels === 'string' ? labels : null;
  const saving = useMutation({mutationFn: (to: Record<string, string>) => patch(host, {labels: labelPatch(host.labels, to)}), onSuccess: onClose});
  return (
    <>
      <Field id="labels" label="Labels" hint="One key=value a line." error={error}>
        <TextArea id="labels" className="bw-code" value={text} onChange={(_, value) => setText(value)} rows={6} validated={validated(error)} spellCheck={false} />
      </Field>
      <ProblemAlert thrown={saving.error} title="Not saved" />
      <div className="bw-line-actions">
        <Button size="sm" isDisabled={error !== null} isLoading={saving.isPending} onClick={() => typeof labels !== 'string' && saving.mutate(labels)}>Save</Button>
        <Button size="sm" variant="link" onClick={onClose}>Cancel</Button>
      </div>
    </>
  );
}

export function Labels({host}: {host: Host}) {
  const [editing, setEditing] = useState(false);
  const refusal = whyNot(useRole(), 'OPERATOR');
  const none = Object.keys(host.labels ?? {}).length === 0;
  return (
    <Panel title="Labels" beside={!editing && <VerbButton size="sm" variant="secondary" whyNot={refusal} onClick={() => setEditing(true)}>Edit</VerbButton>}>
      {editing ? <Editor host={host} onClose={() => setEditing(false)} /> : none ? <p className="bw-dim">No labels: selectors cannot tell this host from others.</p> : <Tags labels={host.labels} />}
    </Panel>
  );
}
