import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderComparisonHtml } from '../../src/report/comparison.ts';
import { renderDistrictHtml } from '../../src/report/district.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMigrationHtml } from '../../src/report/migration.ts';
import { renderReceiptHtml } from '../../src/report/receipt.ts';
import { renderClassSheets, renderStudentSheet } from '../../src/report/sheet.ts';
import { ALL_DIFFERENCES } from '../../src/report/texts/differences.ts';
import { audit } from '../axe.ts';
import type { Browser, Page } from '../browser.ts';
import { chromiumPath, openBrowser } from '../browser.ts';
import { difference, sampleComparison } from './comparison-sample.ts';
import { BARRIERS, FAINT, OPEN_ALL, WIDTH } from './in-page.ts';
import { sampleMigration } from './migration-sample.ts';
import { ABOUT, sampleReceiptReport, sampleSheet } from './receipt-sample.ts';
import { sampleDistrict, sampleReport } from './sample.ts';

const PAGES = ['school', 'english', 'attacked', 'district', 'receipt', 'sheet', 'class', 'comparison', 'migration'];

describe.skipIf(chromiumPath === null)('pages in Chromium', () => {
  let browser: Browser;
  let folder: string;
  const files = new Map<string, string>();

  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'licheng-pages-'));
    const attack = '<img src="https://example.org/x" onerror="document.title=1"><script>document.title=2</script>';
    const sample = sampleReport();
    const attacked = { ...sample, schoolName: attack, findings: sample.findings.map((finding) => ({ ...finding, value: attack, file: attack })) };
    for (const [name, html] of Object.entries({ school: renderHtml(sample, 'zh-TW'), english: renderHtml(sample, 'en'), attacked: renderHtml(attacked, 'zh-TW'), district: renderDistrictHtml(sampleDistrict(), 'zh-TW'),
      receipt: renderReceiptHtml(sampleReceiptReport(), 'zh-TW'), sheet: renderStudentSheet(sampleSheet(), ABOUT, 'zh-TW'), class: renderClassSheets('一年1班', [sampleSheet(), sampleSheet()], ABOUT, 'en'),
      comparison: renderComparisonHtml(sampleComparison(ALL_DIFFERENCES.map(([kind, reason]) => difference({ kind, reason }))), 'zh-TW'), migration: renderMigrationHtml(sampleMigration, 'zh-TW') })) {
      const path = join(folder, `${name}.html`);
      writeFileSync(path, html);
      files.set(name, pathToFileURL(path).href);
    }
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page from disk; whatever it complains about or asks the network for is collected. */
  async function open(name: string, options: { readonly scripts?: boolean; readonly width?: number; readonly dark?: boolean } = {}): Promise<{ page: Page; heard: string[] }> {
    const context = await browser.newContext({ javaScriptEnabled: options.scripts ?? true, viewport: { width: options.width ?? 1200, height: 900 }, colorScheme: options.dark ? 'dark' : 'light' });
    const page = await context.newPage();
    const heard: string[] = [];
    const own = files.get(name) ?? '';
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    page.on('request', (request) => { if (request.url() !== own && !request.url().startsWith('data:')) heard.push(request.url()); });
    await page.goto(own);
    return { page, heard };
  }

  test.each(PAGES)('%s: no complaint, no request, no barrier', async (name) => {
    const { page, heard } = await open(name);
    expect(await page.evaluate(BARRIERS)).toEqual([]);
    expect(heard).toEqual([]);
    expect(await page.title()).not.toMatch(/^[12]$/);
    await page.context().close();
  });

  test.each(PAGES)('%s: axe-core finds nothing', async (name) => {
    const { page } = await open(name);
    await page.evaluate(OPEN_ALL);
    expect(await audit(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  test.each([[false, 'school'], [true, 'school'], [false, 'district'], [true, 'district'], [false, 'receipt'], [true, 'receipt'], [false, 'sheet'], [true, 'sheet']])('contrast is enough (dark: %s, %s)', async (dark, name) => {
    const { page } = await open(name, { dark });
    await page.evaluate(OPEN_ALL);
    expect(await page.evaluate(FAINT)).toEqual([]);
    await page.context().close();
  });

  test.each([true, false])('the language switch changes every text (scripts: %s)', async (scripts) => {
    const { page } = await open('school', { scripts });
    const shown = async (text: string): Promise<boolean> => page.getByText(text).first().isVisible();
    expect([await shown('先處理什麼'), await shown('What to fix first')]).toEqual([true, false]);
    await page.getByText('English').click();
    expect([await shown('先處理什麼'), await shown('What to fix first')]).toEqual([false, true]);
    if (scripts) {
      expect([await page.locator('html').getAttribute('lang'), await page.title()]).toEqual(['en', '市立示範高中 School year 114, term 1 Learning portfolio check report']);
    }
    await page.getByText('中文').click();
    expect(await shown('先處理什麼')).toBe(true);
    await page.context().close();
  });

  test('filters by severity and words, folds, and follows a link to the rows', async () => {
    const { page } = await open('school');
    const rules = page.locator('#rules > tbody:visible');
    expect(await rules.count()).toBe(8);
    await page.getByRole('checkbox', { name: '錯誤' }).uncheck();
    expect(await rules.count()).toBe(3);
    await page.getByRole('searchbox').fill('造字');
    expect([await rules.count(), await page.locator('.tools output').textContent()]).toEqual([1, '1']);
    await page.getByRole('link', { name: '看是哪幾列' }).first().click();
    await page.locator('#rule-2 table').waitFor({ state: 'visible' });
    await page.getByRole('button', { name: '全部展開' }).click();
    expect(await page.locator('#rules details:not([open])').count()).toBe(0);
    await page.context().close();
  });

  test('sorts schools by a column and back, blanks last', async () => {
    const { page } = await open('district');
    const schools = (): Promise<string[]> => page.locator('#schools tbody th > span.fine').allTextContents();
    const worst = await schools();
    const head = page.getByRole('button', { name: '錯誤', exact: true });
    await head.click();
    expect([await page.locator('th[aria-sort]').getAttribute('aria-sort'), (await schools()).slice(0, 3)]).toEqual(['descending', ['193301', '193306', '19330A']]);
    await page.keyboard.press('Enter');
    expect([await page.locator('th[aria-sort]').getAttribute('aria-sort'), (await schools()).at(-1)]).toEqual(['ascending', '193307']);
    await head.click();
    expect([await page.locator('th[aria-sort]').count(), await schools()]).toEqual([0, worst]);
    await page.context().close();
  });

  test('folds open by keyboard', async () => {
    const { page } = await open('school', { scripts: false });
    const summary = page.locator('#rule-4 summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#rule-4 table').isVisible()).toBe(true);
    await page.context().close();
  });

  test.each(['school', 'district', 'receipt', 'sheet', 'class'])('%s fits a phone', async (name) => {
    const { page } = await open(name, { width: 360 });
    await page.evaluate(OPEN_ALL);
    expect(await page.evaluate(WIDTH)).toBeLessThanOrEqual(360);
    await page.context().close();
  });
});
