import {PageHead} from '../parts/PageHead';
import {ApiTokens} from './ApiTokens';
import {EnrollmentTokens} from './EnrollmentTokens';

export function SettingsScreen() {
  return (
    <>
      <PageHead title="Settings" />
      <div className="bw-halves">
        <div><EnrollmentTokens /></div>
        <div><ApiTokens /></div>
      </div>
    </>
  );
}
