import { appendFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const words = 'the quick brown fox keeps a copy of every file and proves each night that it comes back'.split(
  ' ',
)

/** Text that looks like something people keep; the same for the same number. */
function letter(number: number): string {
  let state = number + 1
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state
  }
  return Array.from({ length: 200 + (next() % 800) }, () => words[next() % words.length]).join(' ')
}

/** A small home directory: folders, letters, a link. Returns how many files. */
export async function makeHome(home: string): Promise<number> {
  let files = 0
  for (const folder of ['letters', 'photos', 'projects/holdfast', 'projects/old']) {
    await mkdir(join(home, folder), { recursive: true })
    for (let number = 0; number < 75; number += 1) {
      await writeFile(join(home, folder, `${folder.split('/').at(-1)}-${number}.txt`), letter(files))
      files += 1
    }
  }
  await symlink('letters/letters-0.txt', join(home, 'first-letter.txt'))
  return files + 1
}

/** What a day does to it: some files change, some go, some come. */
export async function changeHome(home: string): Promise<void> {
  for (let number = 0; number < 5; number += 1) {
    await appendFile(join(home, 'letters', `letters-${number}.txt`), ' and one more thing')
  }
  await rm(join(home, 'projects', 'old'), { recursive: true })
  await writeFile(join(home, 'photos', 'new.txt'), letter(1000))
}
