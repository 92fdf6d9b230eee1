export const id = 7758;
export const ids = [7758];
export const modules = {

/***/ 7758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   completionScript: () => (/* binding */ completionScript)
/* harmony export */ });
/* harmony import */ var _errors_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54992);

const global = [
    '--config',
    '--env-file',
    '--identity',
    '--destination',
    '--json',
    '--events',
    '--quiet',
    '--verbose',
    '--no-progress',
    '--yes',
    '--help',
];
function longOptions({ options }) {
    return [...options.flatMap(({ flags }) => flags.match(/--[a-z-]+/)?.[0] ?? []), ...global];
}
function bash(commands) {
    const cases = commands.map((command) => `    ${command.name}) words="${longOptions(command).join(' ')}" ;;`);
    return `# holdfast completion for bash: source <(holdfast completion bash)
_holdfast() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')}"
  else
    case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _holdfast holdfast
`;
}
function zsh(commands) {
    return `# holdfast completion for zsh: source <(holdfast completion zsh)
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}`;
}
function fish(commands) {
    const quoted = (text) => `'${text.replaceAll("'", "\\'")}'`;
    const lines = commands.flatMap((command) => [
        `complete -c holdfast -f -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.description)}`,
        ...longOptions(command).map((option) => `complete -c holdfast -n '__fish_seen_subcommand_from ${command.name}' -l ${option.slice(2)}`),
    ]);
    return `# holdfast completion for fish: holdfast completion fish | source\n${lines.join('\n')}\n`;
}
/** The completion script of a shell. Errors: `usage` for a shell that there is none for. */
function completionScript(shell, commands) {
    const scripts = { bash, zsh, fish };
    if (!Object.hasOwn(scripts, shell)) {
        throw new _errors_error_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('usage', `there is no completion for ${shell}`, {
            hint: 'Use bash, zsh or fish.',
        });
    }
    return scripts[shell](commands);
}


/***/ })

};
