import {PageHead} from '../parts/PageHead';
import {ApiTokens} from './ApiTokens';
import {EnrollmentTokens} from './EnrollmentTokens';
import {People} from './People';

export function SettingsScreen() {
  return (
    <>
      <PageHead title="Settings" />
      <div className="bw-halves">
        <div><EnrollmentTokens /><ApiTokens /></div>
        <div><People /></div>
      </div>
    </>
  );
}
