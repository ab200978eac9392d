import { Button, Modal } from 'antd'
import { unreadables } from '../../../../shared/wording/file-sentences.ts'
import { tableProblemSentence } from '../../../../shared/wording/table-problem-sentence.ts'
import type { TablesRead } from '../../../state/list-reading.ts'
import { Banner } from '../../../ui/banner.tsx'
import { words } from './wording.ts'

/** By its name a file that somebody filled in. */
const tabular = /\.(?:xls[xmb]?|et|csv|docx?|wps|ods|rtf|pdf|zip|rar|7z)$/i

const namesOf = ({ files }: TablesRead): string[] =>
  files.filter(({ problem }) => problem?.problem === 'not-a-table-file').map(({ name }) => name)

/** Files that are no tables, and places that could not be looked into: each in one line. */
export function NotRead({ read }: { readonly read: TablesRead }) {
  const strangers = namesOf(read)
  return (
    <>
      {strangers.length > 0 && (
        <Banner
          tone={strangers.some((name) => tabular.test(name)) ? 'warn' : 'info'}
          title={words.notTables(strangers)}
        />
      )}
      {read.troubles.length > 0 && (
        <Banner
          tone="warn"
          title={words.notLookedInto(read.troubles.map(({ path }) => path))}
          detail={read.troubles[0] && unreadables[read.troubles[0].reason]}
        />
      )}
    </>
  )
}

/** Said in place of the choice where no file has a table in it. */
export function NothingRead({ read, onClose }: { readonly read: TablesRead; readonly onClose: () => void }) {
  const others = read.files.filter(({ problem }) => problem && problem.problem !== 'not-a-table-file')
  return (
    <Modal
      open
      centered
      width={620}
      title={words.nothingTitle}
      onCancel={onClose}
      className="import-dialog"
      footer={
        <Button type="primary" size="large" autoFocus onClick={onClose}>
          {words.understood}
        </Button>
      }
    >
      <NotRead read={read} />
      {others.length > 0 && (
        <ul className="import-problems">
          {others.map(({ name, problem }) => (
            <li key={name}>
              <strong>{name}</strong>
              {problem && <span>{tableProblemSentence(problem)}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>{words.nothingWhy}</p>
    </Modal>
  )
}
