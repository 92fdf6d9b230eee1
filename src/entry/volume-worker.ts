import { parentPort } from 'node:worker_threads'
import { serveTasks } from '../pipeline/worker-loop.ts'

if (parentPort) serveTasks(parentPort)
