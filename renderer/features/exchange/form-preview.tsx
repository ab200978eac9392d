import { App, Button, Modal, Table } from 'antd'
import { useMemo, useState } from 'react'
import { fieldLabel } from '../../../shared/notice/choose.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { taskDraft } from '../../../shared/project/document.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import { useProject, useSession, useVerdict } from '../../app/session-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { changesEdit, countKinds, type FormChange, formChanges } from './form-changes.ts'
import type { FormRead } from './use-exchange.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: Task
  readonly read: FormRead
  readonly onClose: () => void
}

/** What a filled-in form would change, to be looked over and applied. */
export function FormPreview({ task, read, onClose }: Props) {
  const { project } = useSession()
  const { items } = taskDraft(
    useProject(({ document }) => document),
    task.id,
  )
  const verdict = useVerdict(task.id)
  const { message } = App.useApp()
  const changes = useMemo(
    () => formChanges({ items, fields: task.fields, rows: read.rows }),
    [items, task, read],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(changes.filter(({ kind }) => kind !== 'cleared').map(({ key }) => key)),
  )
  const names = useMemo(() => new Map(items.map(({ id, relative }) => [id, relative])), [items])
  const picked = changes.filter(({ key }) => chosen.has(key))
  const { added, changed, cleared } = countKinds(changes)
  // What stays out of the package needs no row.
  const missing = read.missing.filter((id) => verdict?.items.get(id)?.name !== undefined)
  const apply = () => {
    project.edit([changesEdit(task.id, picked)])
    void message.success(words.applied(picked.length), 5)
    onClose()
  }
  return (
    <Modal
      open
      centered
      width={changes.length === 0 ? 560 : 1040}
      onCancel={onClose}
      title={changes.length === 0 ? words.nothingTitle : words.previewTitle}
      mask={{ closable: false }}
      className="exchange-dialog"
      footer={
        changes.length === 0 ? (
          <Button type="primary" size="large" autoFocus onClick={onClose}>
            {words.close}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="primary" size="large" autoFocus disabled={picked.length === 0} onClick={apply}>
              {words.apply(picked.length)}
            </Button>
          </>
        )
      }
    >
      {changes.length > 0 && <p className="exchange-counts">{words.counts(added, changed, cleared)}</p>}
      {cleared > 0 && <Banner tone="warn" title={words.clearedAdvice(cleared)} />}
      {read.unknown.length > 0 && (
        <Banner
          tone="warn"
          title={words.unknown(
            read.unknown.length,
            read.unknown.slice(0, 3).map(({ cell, file }) => `${baseName(file)}（${cell}）`),
          )}
        />
      )}
      {missing.length > 0 && (
        <Banner
          tone="info"
          title={words.missing(
            missing.length,
            missing.slice(0, 3).map((id) => baseName(names.get(id) ?? '')),
          )}
        />
      )}
      {changes.length > 0 && (
        <Table<FormChange>
          size="small"
          sticky
          rowKey="key"
          dataSource={changes}
          pagination={changes.length > 200 ? { pageSize: 100, showSizeChanger: false } : false}
          rowSelection={{
            selectedRowKeys: [...chosen],
            onChange: (keys) => setChosen(new Set(keys.map(String))),
            preserveSelectedRowKeys: true,
            getCheckboxProps: ({ item, field }) => ({
              'aria-label': `${baseName(names.get(item) ?? '')} ${fieldLabel(task, field)}`,
            }),
          }}
          columns={[
            {
              title: words.file,
              dataIndex: 'item',
              width: '24%',
              render: (id: string) => <FileName relative={names.get(id) ?? ''} />,
            },
            {
              title: words.field,
              dataIndex: 'field',
              width: 116,
              render: (key: string) => fieldLabel(task, key),
            },
            {
              title: words.change,
              dataIndex: 'kind',
              width: 76,
              render: (kind: FormChange['kind']) => (
                <span className={`exchange-kind exchange-kind-${kind}`}>{words.kinds[kind]}</span>
              ),
            },
            {
              title: words.before,
              dataIndex: 'before',
              render: (text: string, { kind }) => (
                <Cell text={text} look={kind === 'added' ? '' : 'exchange-old'} />
              ),
            },
            {
              title: words.after,
              dataIndex: 'after',
              render: (text: string) => <Cell text={text} look="exchange-new" />,
            },
          ]}
        />
      )}
    </Modal>
  )
}

const FileName = ({ relative }: { readonly relative: string }) => (
  <span className="exchange-file" title={relative}>
    {baseName(relative)}
    <small>{relative.slice(0, -baseName(relative).length - 1)}</small>
  </span>
)

const Cell = ({ text, look }: { readonly text: string; readonly look: string }) =>
  text.trim() === '' ? (
    <span className="exchange-blank">{words.blank}</span>
  ) : (
    <span className={`exchange-text ${look}`}>{text}</span>
  )
