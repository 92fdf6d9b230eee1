import { describe, expect, it } from 'vitest'
import { secretForms } from '../../src/domain/secret-forms.ts'

describe('the forms of a secret', () => {
  it('are the text, its lines and both percent-encoded', () => {
    expect(secretForms('first+line\nsecond/line')).toEqual([
      'first+line\nsecond/line',
      'first%2Bline%0Asecond%2Fline',
      'first+line',
      'first%2Bline',
      'second/line',
      'second%2Fline',
    ])
  })

  it('of a URL are the whole and its password, raw and decoded; never user, host or database', () => {
    const forms = secretForms(
      'postgres://backup-user:p%40ss-w0rd@db.example.org:5432/accounts?sslmode=require',
    )
    expect(forms).toEqual(expect.arrayContaining(['p%40ss-w0rd', 'p@ss-w0rd']))
    for (const open of ['backup-user', 'db.example.org', 'accounts', 'require'])
      expect(forms).not.toContain(open)
  })

  it('of a URL with a token in its query are the token too', () => {
    const forms = secretForms('https://acme.blob.core.windows.net/backup?sv=2024-11-04&sig=abc%2Fdef%3D')
    expect(forms).toContain('abc/def=')
    expect(forms).not.toContain('2024-11-04')
  })

  it('of a connection string are its key', () => {
    const forms = secretForms(
      'DefaultEndpointsProtocol=https;AccountName=acmebackup;AccountKey=c2VjcmV0==;EndpointSuffix=x',
    )
    expect(forms).toContain('c2VjcmV0==')
    expect(forms).not.toContain('acmebackup')
  })

  it.each(['', 'short', ' abc \n', 'postgres://u:pw@h/d'])('leave out what is too short: %j', (text) => {
    expect(secretForms(text).filter((form) => form.length < 6)).toEqual([])
  })

  it('of a URL that is none are the text alone', () => {
    expect(secretForms('postgres://[broken')).toEqual(['postgres://[broken', 'postgres%3A%2F%2F%5Bbroken'])
  })
})
