import js from '@eslint/js'
import markdown from '@eslint/markdown'
import ts from '@typescript-eslint/eslint-plugin'
import parser from '@typescript-eslint/parser'

export default [
  { ignores: ['dist/**', 'coverage/**', 'examples/*/**', 'editors/**', 'integrations/**', 'test/fixtures/**'] },
  {
    name: 'code',
    files: ['**/*.ts'],
    languageOptions: { parser },
    plugins: { '@typescript-eslint': ts },
    rules: {
      ...js.configs.recommended.rules,
      ...ts.configs['recommended'].rules,
      // The compiler knows these better.
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-redeclare': 'off',
      'no-dupe-class-members': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': 'off',
      eqeqeq: 'error',
      'no-control-regex': 'off',
    },
  },
  // Scripts read labelled data whose shape the scorers define.
  { name: 'loose data', files: ['scripts/**', 'test/**', 'bench/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { name: 'pages', files: ['*.md', 'docs/**/*.md'], plugins: { markdown }, language: 'markdown/gfm', rules: { 'markdown/no-missing-label-refs': 'error', 'markdown/no-multiple-h1': 'error' } },
]
