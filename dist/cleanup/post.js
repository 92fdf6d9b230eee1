import { post } from '../main/index.js'

await post('cleanup')
