import { post } from '../main/index.js'

await post('restore-verify')
