import fineprint from 'fineprint/eslint'

export default fineprint.configs.recommended
