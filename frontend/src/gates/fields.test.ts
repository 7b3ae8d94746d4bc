import {expect, test} from 'vitest';
import {missing, tidy} from './fields';

test('only what belongs to the type and says something is sent', () => {
  expect(tidy('PROMETHEUS', {url: ' http://p ', query: 'up', success: '', onFiring: 'FAIL'})).toEqual({url: 'http://p', query: 'up'});
});

test('each missing field is named by its pointer', () => {
  expect(Object.keys(missing('ALERTMANAGER', {url: 'http://a'}))).toEqual(['/config/filter']);
  expect(missing('HEALTH', {})).toEqual({});
});
