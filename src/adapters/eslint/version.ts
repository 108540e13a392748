/** The version in `package.json`, kept the same by a test: part of the keys of ESLint's cache. */
export const VERSION = '0.1.0'
