import type { ByteString } from '../../domain/index-entry.ts'

/** The bytes of a text as the file system knows them. */
export function toByteString(text: string): ByteString {
  return Buffer.from(text, 'utf8').toString('latin1')
}

/** A byte path for people: UTF-8 where it is that, control characters and other bytes escaped. */
export function displayPath(path: ByteString): string {
  const bytes = Buffer.from(path, 'latin1')
  const text = bytes.toString('utf8')
  const faithful = Buffer.from(text, 'utf8').equals(bytes) ? text : path
  const printable = [...faithful].map((char) => {
    const code = char.codePointAt(0) ?? 0
    const control = code < 0x20 || code === 0x7f || (faithful === path && code > 0x7e)
    return control ? `\\${code.toString(8).padStart(3, '0')}` : char
  })
  return printable.join('') || '.'
}

/** A member's or snapshot's name (`./a/b`, `./`, `.`) as a path of the index. */
export function relativePath(name: ByteString): ByteString {
  let start = 0
  while (name.startsWith('./', start)) start += 2
  let end = name.length
  while (end > start && name.charCodeAt(end - 1) === 47) end -= 1
  const path = name.slice(start, end)
  return path === '.' ? '' : path
}

/** `root` and a path of the index as a file system path; bytes, since names need not be UTF-8. */
export function fileSystemPath(root: string, path: ByteString): Buffer {
  return path === '' ? Buffer.from(root) : Buffer.from(`${toByteString(root)}/${path}`, 'latin1')
}

/** The directory that holds a path; undefined for the root. */
export function parentOf(path: ByteString): ByteString | undefined {
  if (path === '') return undefined
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** `directory` and one name below it. */
export function childPath(directory: ByteString, name: ByteString): ByteString {
  return directory === '' ? name : `${directory}/${name}`
}
