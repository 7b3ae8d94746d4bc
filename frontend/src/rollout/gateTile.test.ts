import {expect, test} from 'vitest';
import {figure, isWeb, threshold} from './gateTile';

test('a gate says what it is held against', () => {
  expect(threshold({success: '< 0.01', failure: '>= 0.05'})).toBe('passes when < 0.01, fails when >= 0.05');
  expect(threshold({filters: ['severity="page"'], onFiring: 'FAIL'})).toBe('no alert severity="page" may fire; one that does fails the wave');
  expect(threshold({url: 'http://x'})).toBe('');
});

test('values are no finer than they help', () => expect([0.00423456, 17, 1.2549, 12_000].map(figure)).toEqual(['0.00423', '17', '1.25', '12,000']));

test('only a web address is a link', () => expect(['https://p/graph', 'javascript:alert(1)', null].map(isWeb)).toEqual([true, false, false]));
