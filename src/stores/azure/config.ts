import { z } from 'zod'
import { destinationFields, prefixField, secretField } from '../destination-fields.ts'

/** `type: azure`: Azure Blob Storage. */
export const azureConfig = z
  .strictObject({
    type: z.literal('azure').meta({ description: 'Azure Blob Storage.' }),
    container: z
      .string()
      .regex(/^[a-z0-9](?:-?[a-z0-9]){2,62}$/, '3 to 63 lower-case letters, digits and single hyphens')
      .meta({ description: 'Name of the container; made when it is not there.' }),
    prefix: prefixField.optional(),
    'connection-string': secretField
      .meta({ description: 'Connection string of the storage account; or account.' })
      .optional(),
    account: z
      .string()
      .regex(/^[a-z0-9]{3,24}$/, '3 to 24 lower-case letters and digits')
      .meta({ description: 'Name of the storage account; or connection-string.' })
      .optional(),
    sas: secretField.meta({ description: 'Shared access signature for the account.' }).optional(),
    endpoint: z
      .url({ protocol: /^https?$/ })
      .meta({ description: 'Address of the account; absent: https://ACCOUNT.blob.core.windows.net.' })
      .optional(),
    'tenant-id': z
      .string()
      .min(1)
      .meta({ description: "Directory of the application that GitHub's OIDC token stands for." })
      .optional(),
    'client-id': z
      .string()
      .min(1)
      .meta({ description: 'The application, or a user-assigned managed identity.' })
      .optional(),
    'access-tier': z
      .enum(['Hot', 'Cool', 'Cold', 'Archive'])
      .meta({ description: 'Of data/ only; what is in Archive must be thawed before a restore.' })
      .optional(),
    ...destinationFields,
  })
  .superRefine((config, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const { account, sas } = config
    const connection = config['connection-string']
    if (!connection && account === undefined) complain('connection-string', 'needed, or account')
    if (connection && account !== undefined) complain('account', 'either this or connection-string, not both')
    if (config.endpoint !== undefined && account === undefined) {
      complain('endpoint', 'goes with account; a connection-string has its own')
    }
    if (sas && account === undefined) complain('account', 'needed beside sas')
    if (config['tenant-id'] !== undefined && config['client-id'] === undefined) {
      complain('client-id', 'needed beside tenant-id')
    }
  })

export type AzureSettings = z.output<typeof azureConfig>
