import {expect, test} from 'vitest';
import {check, EMPTY, toRequest} from './draft';
import {fromWave, SHAPES, toWave} from './waves';

const draft = {...EMPTY, name: 'november', generationId: 'g1', selector: ' env=prod '};

test('a complete draft has nothing against it', () => expect(check(draft)).toEqual({}));

test('what is missing is named by the pointer of its field', () =>
  expect(Object.keys(check({...EMPTY, waves: [{name: 'a', size: '', soak: 'soon', maxFailed: '0', deadline: '30m', approval: false, gates: []}]}))).toEqual(['/name', '/generationId', '/waves/0/size', '/waves/0/soak']));

test('durations go out as ISO', () => expect(toRequest(draft).waves?.[0]).toEqual({name: 'canary', size: '1', soak: 'PT10M', maxFailed: '0', deadline: 'PT30M'}));

test('what is empty is not sent', () => {
  const request = toRequest({...draft, maxUnavailable: ' ', notBefore: ''});
  expect(request).not.toHaveProperty('maxUnavailable');
  expect(request).not.toHaveProperty('schedule');
  expect(request.selector).toBe('env=prod');
});

test('a start later is sent in UTC', () => expect(toRequest({...draft, notBefore: '2026-11-24T22:00'}).schedule?.notBefore).toMatch(/Z$/));

test('no shape lets its first wave fail', () => expect(Object.values(SHAPES).map(({waves}) => waves[0]?.maxFailed)).toEqual(['0', '0', '0']));

test('a profile goes out by its name, without the waves it shows', () => {
  const request = toRequest({...draft, profile: 'slow'});
  expect(request.profile).toBe('slow');
  expect(request).not.toHaveProperty('waves');
});

test('what is as the server has it anyway is not sent', () => {
  const request = toRequest(draft);
  for (const key of ['overlap', 'newcomers', 'rollback', 'approvals', 'dependsOn', 'spreadBy', 'cover', 'finalSoak']) expect(request).not.toHaveProperty(key);
});

test('everything that can be asked for goes out in the words of the contract', () => {
  const all = {...draft, spreadBy: 'site, rack', cover: 'role', startRate: '100/min', approvers: '2', approverNames: 'mara,eve', approvalFor: '8h', calendars: ['prod-night'], overrun: 'FINISH_WAVE' as const, dependsOn: [{rolloutId: 'r1', soak: '1h'}], newcomers: 'JOIN' as const, rollback: 'APPROVAL' as const};
  expect(toRequest(all)).toMatchObject({
    spreadBy: ['site', 'rack'], cover: ['role'], startRate: '100/min', approvals: {required: 2, from: ['mara', 'eve'], validFor: 'PT8H'},
    schedule: {calendars: ['prod-night'], overrun: 'FINISH_WAVE'}, dependsOn: [{rolloutId: 'r1', soak: 'PT1H'}], newcomers: 'JOIN', rollback: 'APPROVAL',
  });
});

test('a wave read from a profile and sent back stays what it was', () => {
  const wave = {name: 'canary', size: '2', soak: 'PT10M', maxFailed: '0', deadline: 'PT30M', approval: true, gates: ['errors']};
  expect(toWave(fromWave(wave))).toEqual(wave);
});
