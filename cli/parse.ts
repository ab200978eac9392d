import { parseArgs } from 'node:util'
import { type Arguments, type Command, UsageError } from './command.ts'

/**
 * The words after the command's name, by the command's own table of options.
 *
 * @throws UsageError with one sentence
 */
export function parse(command: Command, words: readonly string[]): Arguments {
  const options = Object.fromEntries(
    command.options.map(({ name, value, repeated }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: repeated === true },
    ]),
  )
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string[]>()
  const paths: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value)
    // `kepuri check "$FOLDER"` with the variable unset would check the folder the script happens to be in.
    if (token.kind === 'positional' && token.value === '')
      throw new UsageError(`${command.paths.label} 是空的。`)
    if (token.kind !== 'option') continue
    const option = command.options.find(({ name }) => name === token.name)
    if (!option)
      throw new UsageError(`不认识的选项 ${token.rawName}。用 kepuri ${command.name} --help 查看可用的选项。`)
    if (option.value === undefined && token.value !== undefined)
      throw new UsageError(`选项 --${option.name} 后面不要写内容。`)
    if (option.value !== undefined && (token.value === undefined || token.value === ''))
      throw new UsageError(`选项 --${option.name} 后面要写 ${option.value}。`)
    // `--out --json` is a forgotten value, not a folder of that name.
    if (option.value !== undefined && token.inlineValue === false && token.value?.startsWith('--'))
      throw new UsageError(`选项 --${option.name} 后面要写 ${option.value}，写的却是 ${token.value}。`)
    const known = values.get(option.name) ?? []
    if (known.length > 0 && !option.repeated) throw new UsageError(`选项 --${option.name} 只能写一次。`)
    values.set(option.name, [...known, token.value ?? ''])
  }
  for (const { name, required, value } of command.options)
    if (required && !values.has(name)) throw new UsageError(`缺少选项 --${name} ${value ?? ''}。`)
  const { least, most, label } = command.paths
  if (paths.length < least) throw new UsageError(`缺少 ${label}。`)
  if (paths.length > most) throw new UsageError(`多余的参数：${paths.slice(most).join(' ')}`)
  return {
    paths,
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
  }
}
