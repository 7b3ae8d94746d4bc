import {ToggleGroup, ToggleGroupItem} from '@patternfly/react-core';
import {useQuery} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {profileChoicesQuery} from '../profiles/queries';
import type {Change, Draft, Errors} from './draft';
import {fromWave, SHAPES, type WaveDraft} from './waves';
import {WavesEditor} from './WavesEditor';

/** The waves: by a named profile, by a shape to start from, or one by one. */
export function Shape({draft, errors, onChange}: {draft: Draft; errors: Errors; onChange: Change}) {
  const {data: profiles} = useQuery(profileChoicesQuery);
  const chosen = profiles?.find(({name}) => name === draft.profile);
  const same = (waves: WaveDraft[]) => !draft.profile && JSON.stringify(waves) === JSON.stringify(draft.waves);
  const edit = (waves: WaveDraft[]) => onChange({waves, profile: ''});
  return (
    <>
      <div className="bw-shapes">
        {profiles && profiles.length > 0 && (
          <div><span className="bw-meter-name" aria-hidden="true">Profile</span><ToggleGroup aria-label="Profile" isCompact>
            {profiles.map(({name, waves}) => <ToggleGroupItem key={name} text={name} isSelected={draft.profile === name} onChange={() => onChange({profile: name, waves: (waves ?? []).map(fromWave)})} />)}
          </ToggleGroup></div>
        )}
        <div><span className="bw-meter-name" aria-hidden="true">or start from</span><ToggleGroup aria-label="Start from" isCompact>
          {Object.entries(SHAPES).map(([key, {label, waves}]) => <ToggleGroupItem key={key} text={label} isSelected={same(waves)} onChange={() => edit(waves)} />)}
        </ToggleGroup></div>
      </div>
      {chosen && <p className="bw-note">Profile <Link to="/profiles/$name" params={{name: chosen.name}}>{chosen.name}</Link>{chosen.description && <>: {chosen.description}</>} <span className="bw-dim">Changing a wave makes these waves this rollout’s own.</span></p>}
      {errors['/profile'] && <p className="bw-bad bw-row-error">{errors['/profile']}</p>}
      <WavesEditor waves={draft.waves} errors={errors} onChange={edit} />
    </>
  );
}
