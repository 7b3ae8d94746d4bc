import {expect, test} from 'vitest';
import {labelKeys} from './matches';

test('label keys come with their number of values, those that tell no host from another last', () => {
  const hosts = [{labels: {env: 'prod', site: 'ams', rack: 'a1'}}, {labels: {env: 'prod', site: 'fra', rack: 'a2'}}, {labels: {env: 'prod', site: 'fra', rack: 'a3'}}];
  expect(labelKeys(hosts)).toEqual([{key: 'site', values: 2}, {key: 'rack', values: 3}, {key: 'env', values: 1}]);
});
