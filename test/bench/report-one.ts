/** One check with its reports in a process of its own, as the command does it: `report-one.ts FOLDER html|workbook`. */
import { statSync } from 'node:fs';
import { reportTerm } from '../../src/flows/reports.ts';
import { benchServices } from './home.ts';
import { tell } from './measure.ts';
import { SCHOOL, TERM } from './school-term.ts';

const [folder, what] = process.argv.slice(2) as [string, 'html' | 'workbook'];
const services = await benchServices(folder);
const store = await services.home.school(SCHOOL);
const started = performance.now();
const { check, files } = await reportTerm(services, store, TERM, { severities: { 'roster/school-known': 'off' } }, what === 'workbook' ? 'zh-TW' : null);
const seconds = (performance.now() - started) / 1000;
const { errors, warnings, infos } = check.report.summary;
await store.close();
await services.home.close();
tell({
  findings: errors + warnings + infos, seconds, html: statSync(files.html).size, json: statSync(files.json).size,
  workbook: what === 'workbook' ? statSync(files.workbook).size : 0,
});
