/** Values for `{tokens}`; absent and empty mean the same. */
export type Tokens = Readonly<Record<string, string | undefined>>

const token = /\{([A-Za-z][A-Za-z0-9]*)\}/g

/** The template with its tokens replaced; an unknown token becomes empty. */
export function fillTemplate(template: string, tokens: Tokens): string {
  return template.replace(token, (_, key: string) => tokens[key] ?? '')
}

/** Lines with their tokens replaced. A line that has tokens, all of them empty, is left out. */
export function fillLines(lines: readonly string[], tokens: Tokens): string[] {
  return lines.flatMap((line) => {
    const keys = [...line.matchAll(token)].map((match) => match[1] ?? '')
    const silent = keys.length > 0 && keys.every((key) => (tokens[key] ?? '') === '')
    return silent ? [] : [fillTemplate(line, tokens)]
  })
}
