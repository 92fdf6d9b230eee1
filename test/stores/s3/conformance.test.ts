import { storeConformance } from '../../conformance/store-conformance.ts'
import { startVersitygw } from '../../services/s3.ts'
import { storesOn } from './factory.ts'

storeConformance('s3', storesOn(startVersitygw, {}, { contenders: true, needs: ['versitygw'] }))
