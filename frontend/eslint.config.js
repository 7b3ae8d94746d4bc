import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {ignores: ['target/', 'node_modules/', 'src/api/schema.d.ts', 'public/', 'browser/']},
  js.configs.recommended,
  tseslint.configs.strict,
  jsxA11y.flatConfigs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: {'react-hooks': reactHooks},
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', {max: 110, skipBlankLines: true}],
      complexity: ['error', 15],
      'jsx-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['build/**/*.mjs'],
    languageOptions: {globals: {process: 'readonly', console: 'readonly', URL: 'readonly'}},
  },
);
