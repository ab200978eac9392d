import { Button, Modal } from 'antd'
import type { FormProblem } from '../../../shared/faults.ts'
import { formProblemSentence } from '../../../shared/wording/form-problem-sentence.ts'
import { words } from './wording.ts'

interface Props {
  readonly problems: readonly FormProblem[]
  readonly onClose: () => void
}

/** What is wrong with a form, each with its place in the sheet and what to do. */
export const FormProblems = ({ problems, onClose }: Props) => (
  <Modal
    open
    centered
    width={720}
    onCancel={onClose}
    title={words.formInvalid(problems.length)}
    className="exchange-dialog"
    footer={
      <Button type="primary" size="large" autoFocus onClick={onClose}>
        {words.understood}
      </Button>
    }
  >
    <p>{words.formInvalidAdvice}</p>
    <ol className="exchange-problems">
      {problems.map(formProblemSentence).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  </Modal>
)
