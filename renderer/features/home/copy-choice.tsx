import { Button, Modal, Tag } from 'antd'
import { useId } from 'react'
import type { ProjectSummary } from '../../../shared/contract/projects.ts'
import type { Notice } from '../../../shared/notice/notice.ts'
import { contentsTexts } from './contents-text.ts'
import { momentText } from './moment-text.ts'
import { words } from './wording.ts'
import './home.css'

/** A project file whose project is on this machine and says something else. */
export interface CopyQuestion {
  readonly claim: string
  readonly notice: Notice
  readonly here: ProjectSummary
  readonly copy: ProjectSummary
}

interface Props {
  readonly question: CopyQuestion
  readonly onHere: () => void
  readonly onAnew: () => void
  readonly onCancel: () => void
}

/** Which of the two to work on: nothing is written over, whatever the clerk chooses. */
export function CopyChoice({ question: { notice, here, copy }, onHere, onAnew, onCancel }: Props) {
  const isNewer = (one: ProjectSummary, other: ProjectSummary) =>
    Date.parse(one.changedAt) > Date.parse(other.changedAt)
  return (
    <Modal
      open
      centered
      width={720}
      title={words.differsTitle}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{words.differsCancel}</Button>
          <Button onClick={onAnew}>{words.differsAnew}</Button>
          <Button type="primary" autoFocus onClick={onHere}>
            {words.differsHere}
          </Button>
        </>
      }
    >
      <p>{words.differsAdvice}</p>
      <div className="home-two">
        <Side title={words.sideHere} project={here} notice={notice} newer={isNewer(here, copy)} />
        <Side title={words.sideCopy} project={copy} notice={notice} newer={isNewer(copy, here)} />
      </div>
      <p className="tone-quiet">{words.differsCare}</p>
    </Modal>
  )
}

interface SideProps {
  readonly title: string
  readonly project: ProjectSummary
  readonly notice: Notice
  readonly newer: boolean
}
function Side({ title, project, notice, newer }: SideProps) {
  const id = useId()
  return (
    <section className="home-side" aria-labelledby={id}>
      <h3 id={id}>
        {title} {newer && <Tag color="green">{words.newer}</Tag>}
      </h3>
      <strong>{project.unit || words.unnamed}</strong>
      <p>{words.changedAt(momentText(project.changedAt, notice.utcOffset))}</p>
      <ul>
        {contentsTexts(project, notice).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
