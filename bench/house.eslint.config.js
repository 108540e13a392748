// What a newsroom writes into its own config, seen from the built package.
import fineprint from '../dist/lib/adapters/eslint/index.js'

export default fineprint.configs.house
