/** Every problem code of the program, in one namespace with the rules. */
import type { ProblemDefinition } from '../problem.ts';
import { attachmentProblems } from './attachment.ts';
import { coinedProblems } from './coined.ts';
import { csvProblems } from './csv.ts';
import { fileProblems } from './file.ts';
import { intakeProblems } from './intake.ts';
import { jsonProblems } from './json.ts';
import { mappingProblems } from './mapping.ts';
import { migrateProblems } from './migrate.ts';
import { policyProblems } from './policy.ts';
import { portfolioProblems } from './portfolio.ts';
import { textProblems } from './text.ts';
import { xlsxProblems } from './xlsx.ts';
import { xmlProblems } from './xml.ts';
import { zipProblems } from './zip.ts';

export const PROBLEMS: Readonly<Record<string, ProblemDefinition>> = {
  ...fileProblems, ...textProblems, ...csvProblems, ...xlsxProblems, ...zipProblems, ...jsonProblems, ...xmlProblems, ...mappingProblems, ...migrateProblems, ...intakeProblems, ...policyProblems, ...portfolioProblems, ...coinedProblems, ...attachmentProblems,
};
