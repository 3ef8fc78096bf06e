/**
 * The reports of a term with 100,000 findings: their sizes, and the most memory a whole process held that checked the term
 * and wrote them, without and with the workbook of the school's own rows. `node test/bench/report.ts`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchServices } from './home.ts';
import { measure } from './measure.ts';
import { importTerm } from './school-term.ts';

/** A score out of range that is not passed, an unknown way of counting, and a code of a category that has no credits. */
const spoil: NonNullable<Parameters<typeof importTerm>[2]['spoil']> = (record) => ({
  ...record, score: 160, passed: false, counted: '7', courseCode: `${String(record['courseCode']).slice(0, 16)}8${String(record['courseCode']).slice(17)}`,
});

const script = join(import.meta.dirname, 'report-one.ts');
const folder = mkdtempSync(join(tmpdir(), 'licheng-bench-report-'));
const mb = (bytes: unknown): string => `${(Number(bytes) / 1e6).toFixed(1)} MB`;

try {
  const services = await benchServices(folder);
  await importTerm(services, folder, { students: 1500, courseRecords: 27_000, spoil });
  await services.home.close();
  process.stdout.write('| | findings | HTML | JSON | workbook | check and reports | memory |\n|---|---|---|---|---|---|---|\n');
  for (const what of ['html', 'workbook'] as const) {
    const { said, mb: memory } = await measure(script, [folder, what]);
    if (Number(said['findings']) < 100_000) throw new Error(`only ${String(said['findings'])} findings`);
    process.stdout.write(`| ${what === 'html' ? 'HTML and JSON' : 'and the workbook'} | ${Number(said['findings']).toLocaleString('en')} | ${mb(said['html'])} | ${mb(said['json'])} | ${what === 'html' ? '–' : mb(said['workbook'])} | ${Number(said['seconds']).toFixed(1)} s | ${memory} MB |\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
