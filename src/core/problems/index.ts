/** Every problem code of the program, in one namespace with the rules. */
import type { ProblemDefinition } from '../problem.ts';
import { attachmentProblems } from './attachment.ts';
import { coinedProblems } from './coined.ts';
import { confirmationProblems } from './confirmation.ts';
import { csvProblems } from './csv.ts';
import { fileProblems } from './file.ts';
import { intakeProblems } from './intake.ts';
import { jsonProblems } from './json.ts';
import { mappingProblems } from './mapping.ts';
import { migrateProblems } from './migrate.ts';
import { movedFileProblems } from './moved-file.ts';
import { movedProblems } from './moved.ts';
import { policyProblems } from './policy.ts';
import { portfolioProblems } from './portfolio.ts';
import { receiptProblems } from './receipt.ts';
import { reconcileProblems } from './reconcile.ts';
import { replyProblems } from './reply.ts';
import { sealedProblems } from './sealed.ts';
import { submitProblems } from './submit.ts';
import { textProblems } from './text.ts';
import { xlsxProblems } from './xlsx.ts';
import { xmlProblems } from './xml.ts';
import { zipProblems } from './zip.ts';

export const PROBLEMS: Readonly<Record<string, ProblemDefinition>> = {
  ...attachmentProblems,
  ...coinedProblems,
  ...confirmationProblems,
  ...csvProblems,
  ...fileProblems,
  ...intakeProblems,
  ...jsonProblems,
  ...mappingProblems,
  ...migrateProblems,
  ...movedFileProblems,
  ...movedProblems,
  ...policyProblems,
  ...portfolioProblems,
  ...receiptProblems,
  ...reconcileProblems,
  ...replyProblems,
  ...sealedProblems,
  ...submitProblems,
  ...textProblems,
  ...xlsxProblems,
  ...xmlProblems,
  ...zipProblems,
};
