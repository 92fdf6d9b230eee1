/** The stream of a hot copy. */
export const copyStream = 'copy'
export const copyMediaType = 'application/x-xbstream'
