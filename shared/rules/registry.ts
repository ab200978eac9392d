import type { RequirementKind } from '../notice/requirement.ts'
import { checkAlikeRows } from './alike-rows.ts'
import { checkBelongs } from './belongs.ts'
import { checkBytes } from './bytes.ts'
import { checkCaptureWindow } from './capture-window.ts'
import type { Check } from './context.ts'
import { checkDeclaration } from './declaration.ts'
import { checkAspect, checkEdge, checkPixels } from './dimensions.ts'
import { checkDistinct } from './distinct.ts'
import { checkFileName } from './file-name.ts'
import { checkFormat } from './format.ts'
import { checkIntact } from './intact.ts'
import { checkMilestone } from './milestone.ts'
import { checkOriginal } from './original.ts'
import { checkPhone } from './phone.ts'
import { checkQuota } from './quota.ts'
import { checkDistinctRows } from './rows.ts'
import { checkChoice, checkPhrase, checkTextLimit, checkTextRequired } from './text.ts'
import { checkActivityTime } from './activity-time.ts'
import { checkCodec, checkDuration } from './video.ts'

/** Every kind of requirement with its check: a new kind without one does not compile. */
export const registry = {
  belongs: checkBelongs,
  intact: checkIntact,
  format: checkFormat,
  bytes: checkBytes,
  pixels: checkPixels,
  edge: checkEdge,
  aspect: checkAspect,
  duration: checkDuration,
  codec: checkCodec,
  original: checkOriginal,
  distinct: checkDistinct,
  'capture-window': checkCaptureWindow,
  'text-required': checkTextRequired,
  'text-limit': checkTextLimit,
  choice: checkChoice,
  phone: checkPhone,
  'activity-time': checkActivityTime,
  phrase: checkPhrase,
  'distinct-rows': checkDistinctRows,
  'alike-rows': checkAlikeRows,
  'file-name': checkFileName,
  quota: checkQuota,
  milestone: checkMilestone,
  declaration: checkDeclaration,
} satisfies { readonly [K in RequirementKind]: Check<K> }
