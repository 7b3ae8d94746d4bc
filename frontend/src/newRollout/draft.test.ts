import {expect, test} from 'vitest';
import {check, EMPTY, SHAPES, toRequest} from './draft';

const draft = {...EMPTY, name: 'november', generationId: 'g1', selector: ' env=prod '};

test('a complete draft has nothing against it', () => expect(check(draft)).toEqual({}));

test('what is missing is named by the pointer of its field', () =>
  expect(Object.keys(check({...EMPTY, waves: [{name: 'a', size: '', soak: 'soon', maxFailed: '0', deadline: '30m', approval: false}]}))).toEqual(['/name', '/generationId', '/waves/0/size', '/waves/0/soak']));

test('durations go out as ISO', () => expect(toRequest(draft).waves?.[0]).toEqual({name: 'canary', size: '1', soak: 'PT10M', maxFailed: '0', deadline: 'PT30M'}));

test('what is empty is not sent', () => {
  const request = toRequest({...draft, maxUnavailable: ' ', notBefore: ''});
  expect(request).not.toHaveProperty('maxUnavailable');
  expect(request).not.toHaveProperty('schedule');
  expect(request.selector).toBe('env=prod');
});

test('a start later is sent in UTC', () => expect(toRequest({...draft, notBefore: '2026-11-24T22:00'}).schedule?.notBefore).toMatch(/Z$/));

test('no shape lets its first wave fail', () => expect(Object.values(SHAPES).map(({waves}) => waves[0]?.maxFailed)).toEqual(['0', '0', '0']));
