import {expect, test} from 'vitest';
import {readRule, sayRule, writeRule} from './recurrence';

test('a weekly rule is read as its days and written back the same', () => {
  const repeat = readRule('FREQ=WEEKLY;BYDAY=TU,WE');
  expect(repeat.days).toEqual(['TU', 'WE']);
  expect(writeRule(repeat)).toBe('FREQ=WEEKLY;BYDAY=TU,WE');
});

test('a rule that says more than a form can is kept word for word', () => {
  const rule = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1';
  expect(writeRule(readRule(rule))).toBe(rule);
  expect(sayRule(rule)).toBe(rule);
});

test('days are written in the order of the week, whatever order they were chosen in', () => {
  expect(writeRule({every: 'WEEKLY', days: ['FR', 'MO'], rule: ''})).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
});

test('an entry without a rule comes once', () => {
  expect(writeRule(readRule(null))).toBeNull();
  expect(sayRule(undefined)).toBe('once');
});

test('a pasted RRULE: prefix is dropped', () => {
  expect(writeRule({every: 'RULE', days: [], rule: 'RRULE:FREQ=DAILY;COUNT=3'})).toBe('FREQ=DAILY;COUNT=3');
});
