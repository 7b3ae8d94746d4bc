import {expect, test} from 'vitest';
import {asks, missing, tidy, typed} from './fields';

test('only what belongs to the type and says something is sent', () => {
  expect(tidy('PROMETHEUS', {url: ' http://p ', query: 'up', success: '', onFiring: 'FAIL', minSamples: '20'})).toEqual({url: 'http://p', query: 'up', minSamples: 20});
});

test('each missing field is named by its pointer', () => {
  expect(Object.keys(missing('ALERTMANAGER', {url: 'http://a'}))).toEqual(['/config/filters']);
  expect(missing('HEALTH', {})).toEqual({});
});

test('matchers are typed one a line, since a matcher may hold a comma', () => {
  const config = {url: 'http://a', filters: ['severity="page"', 'team=~"web|api,x"'], onFiring: 'FAIL' as const};
  expect(tidy('ALERTMANAGER', typed(config))).toEqual(config);
  expect(asks('ALERTMANAGER', config)).toBe('severity="page", team=~"web|api,x"');
});

test('a duration is typed as people write it', () => {
  expect(typed({url: 'http://a', callbackTimeout: 'PT1H30M'}).callbackTimeout).toBe('1h 30m');
  expect(tidy('WEBHOOK', {url: 'http://a', callbackTimeout: '90m'}).callbackTimeout).toBe('PT90M');
});

test('a choice that was not made is its first', () => expect(tidy('ALERTMANAGER', {url: 'http://a', filters: 'x="y"'}).onFiring).toBe('PAUSE'));
