export const restoreGuide = ''
