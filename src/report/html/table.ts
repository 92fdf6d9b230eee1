import { html, type Markup, type Part } from './markup.ts'

export interface HtmlColumn {
  readonly title: string
  /** Right-aligned. */
  readonly number?: boolean
}

/** A table; on a narrow screen each row is a block, and each cell says what it is. */
export function table(columns: readonly HtmlColumn[], rows: readonly (readonly Part[])[]): Markup {
  const kind = ({ number }: HtmlColumn) => (number ? 'number' : 'text')
  const head = columns.map((column) => html`<th scope="col" class="${kind(column)}">${column.title}</th>`)
  const body = rows.map((row) => {
    const cells = columns.map(
      (column, index) =>
        html`<td class="${kind(column)}" data-title="${column.title}"><div>${row[index]}</div></td>`,
    )
    return html`<tr>${cells}</tr>
`
  })
  return html`<div class="table"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`
}
