import type { Contract } from '../../shared/contract.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Client } from '../../shared/operation.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Host } from '../host/host.ts'
import { createFactsFeed, type FactsFeed } from './facts-feed.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { createJudge, type Judge } from './judge.ts'
import { leaveListDialogs } from './list-dialog.ts'
import { createProjectMirror, type ProjectMirror } from './project-mirror.ts'
import { suggestValues } from './suggest-values.ts'
import { createTaskViews, taskViewOf, type TaskViews } from './task-view.ts'
import { watchFiles } from './watch-files.ts'
import { createThumbnails, type Thumbnails } from './thumbnails.ts'

/** An open project, and everything that a window holds of it. It dies with the window; the engine keeps the work. */
export interface Session {
  readonly host: Host
  readonly client: Client<Contract>
  readonly notice: Notice
  readonly project: ProjectMirror
  readonly facts: FactsFeed
  readonly judge: Judge
  readonly thumbnails: Thumbnails
  readonly views: TaskViews
  readonly jobs: Jobs
  close(): void
}

interface Opening {
  readonly host: Host
  readonly client: Client<Contract>
  readonly notice: Notice
  readonly document: ProjectDocument
}

export function openSession({ host, client, notice, document }: Opening): Session {
  const project = createProjectMirror(client, document)
  const facts = createFactsFeed(client, project.recover)
  const judge = createJudge(notice, project, facts, () => new Date())
  const thumbnails = createThumbnails(client)
  const measureAll = (whole: ProjectDocument) =>
    facts.want(Object.values(whole.tasks).flatMap(({ items }) => items.map(({ id }) => id)))
  const views = createTaskViews()
  const isWriting = (task: string, item: string, field: string): boolean => {
    const view = taskViewOf(views.store.getState(), task)
    return view.current === item && view.field === field
  }
  const leave = [
    project.follow((change) => {
      // Also what is put back by an edit: it may never have been measured.
      if ('document' in change) measureAll(change.document)
      else if (change.edits.some(({ type }) => type === 'add-items'))
        measureAll(project.store.getState().document)
    }),
    facts.follow((measured) => {
      project.amend(suggestValues(notice, project.store.getState().document, measured, isWriting))
      thumbnails.renew(measured.map(([id, { sha256 }]) => [id, sha256]))
    }),
  ]
  leave.push(watchFiles(client, facts, window))
  measureAll(document)
  const jobs = createJobs()
  return {
    host,
    client,
    notice,
    project,
    facts,
    judge,
    thumbnails,
    views,
    jobs,
    close() {
      jobs.close()
      leaveListDialogs()
      leave.forEach((off) => off())
      judge.close()
      facts.close()
      thumbnails.close()
      project.close()
    },
  }
}
