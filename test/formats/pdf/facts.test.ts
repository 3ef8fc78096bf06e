/** What is found in PDFs: links, addresses, locks, and those made to harm who looks. */
import { PDF } from '@libpdf/core';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/bytes.ts';
import { addressesIn } from '../../../src/formats/pdf/addresses.ts';
import { unpacksWithin } from '../../../src/formats/pdf/bounds.ts';
import { unreadFacts } from '../../../src/formats/pdf/facts.ts';
import { pdfFacts } from '../../../src/formats/pdf/look-through.ts';
import { LARGEST_PDF, PdfReader } from '../../../src/formats/pdf/reader.ts';
import { document, link, rawPdf } from './raw-pdf.ts';

const CLEAN = { encrypted: false, unread: null, linkActions: [], linkPages: [], addressPages: [] };
const URI = link('<< /S /URI /URI (http://example.org/) >>');

describe.each([{ compressed: false }, { compressed: true }])('with objects compressed: $compressed', (options) => {
  test('a plain document has nothing', async () => {
    expect(await pdfFacts(document([{ text: 'A report, 3.5/5' }, {}], options))).toEqual(CLEAN);
  });

  test.each([
    ['URI', '<< /S /URI /URI (mailto:a@example.org) >>'], ['Launch', '<< /S /Launch /F (a.exe) >>'], ['GoToR', '<< /S /GoToR /F (b.pdf) /D [0 /Fit] >>'],
    ['SubmitForm', '<< /S /SubmitForm /F (http://example.org/) >>'], ['GoToE', '<< /S /GoToE /T << /R /C /N (x) >> /D [0 /Fit] >>'],
  ])('%s leads out of the document', async (action, text) => {
    expect(await pdfFacts(document([{}, { annotations: [link(text)] }], options))).toEqual({ ...CLEAN, linkActions: [action], linkPages: [2] });
  });

  test('an action behind another, or of the document as a whole', async () => {
    const goTo = link('<< /S /GoTo /D [4 0 R /Fit] /Next [<< /S /URI /URI (http://example.org/) >>] >>');
    expect(await pdfFacts(document([{ annotations: [goTo] }], options))).toEqual({ ...CLEAN, linkActions: ['URI'], linkPages: [1] });
    const outlines = ' /OpenAction << /S /Launch /F (a.exe) >> /Outlines << /First << /Title (x) /A << /S /URI /URI (http://example.org/) >> >> >>';
    expect(await pdfFacts(document([{}], { ...options, catalogue: outlines }))).toEqual({ ...CLEAN, linkActions: ['Launch', 'URI'] });
  });

  test('links inside the document are none', async () => {
    expect(await pdfFacts(document([{ annotations: [link('<< /S /GoTo /D [4 0 R /Fit] >>')] }], options))).toEqual(CLEAN);
  });

  test('an address that is only shown', async () => {
    expect(await pdfFacts(document([{}, { text: 'see https://example.org/a' }, { text: 'www.example.org' }], options))).toEqual({ ...CLEAN, addressPages: [2, 3] });
  });
});

describe('what cannot be looked through', () => {
  const locked = async (passwords: { userPassword?: string; ownerPassword: string }): Promise<Uint8Array> => {
    const pdf = await PDF.load(document([{ text: 'see https://example.org/a', annotations: [URI] }]));
    pdf.setProtection(passwords);
    return pdf.save();
  };

  test('a document that asks for a password', async () => {
    expect(await pdfFacts(await locked({ userPassword: 'secret', ownerPassword: 'other' }))).toEqual(unreadFacts('locked', true));
  });

  test('one that only forbids is encrypted, and is looked through', async () => {
    expect(await pdfFacts(await locked({ ownerPassword: 'other' }))).toEqual({ encrypted: true, unread: null, linkActions: ['URI'], linkPages: [1], addressPages: [1] });
  });

  test.each([['nothing', ''], ['a head only', '%PDF-1.7\n'], ['text', 'no document at all'], ['a loop of pages', rawPdf([{ text: '<< /Type /Catalog /Pages 2 0 R >>' }, { text: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' }]).toString('latin1')]])('%s', async (_what, text) => {
    const facts = await pdfFacts(Buffer.from(text, 'latin1'));
    expect(facts.linkActions).toEqual([]);
  });

  test('a document cut off in the middle is looked through as far as it goes, and never throws', async () => {
    const whole = document([{ text: 'x', annotations: [URI] }], { compressed: true });
    for (let length = 0; length < whole.length; length += 37) expect(Object.keys(await pdfFacts(whole.subarray(0, length)))).toEqual(Object.keys(CLEAN));
  });
});

describe('a bomb', () => {
  const blanks = deflateSync(Buffer.alloc(3_000_000));
  const bomb = (stream: Uint8Array): Buffer => rawPdf([{ text: '<< /Type /Catalog >>' }, { text: '<< /Filter /FlateDecode >>', stream }, { text: '<< /Filter /FlateDecode >>', stream }]);

  test('is counted over all streams, and through packings in packings', () => {
    expect(unpacksWithin(bomb(blanks), 6_000_100)).toBe(true);
    expect(unpacksWithin(bomb(blanks), 5_999_999)).toBe(false);
    expect(unpacksWithin(bomb(deflateSync(blanks)), 6_000_000)).toBe(false);
    expect(unpacksWithin(document([{ text: 'x' }]), 1000)).toBe(true);
  });

  test('is not opened', async () => {
    expect(await pdfFacts(bomb(deflateSync(Buffer.alloc(300_000_000))))).toEqual(unreadFacts('bomb'));
  });
});

describe('on a thread of its own', () => {
  test('documents are read one after another, whatever became of the last', async () => {
    await using reader = new PdfReader();
    for (let round = 0; round < 2; round += 1) {
      expect(await reader.facts(memorySource(document([{ annotations: [URI] }])))).toEqual({ ...CLEAN, linkActions: ['URI'], linkPages: [1] });
      expect(await reader.facts(memorySource(Buffer.from('%PDF-')))).toEqual(unreadFacts('damaged'));
    }
  });

  test('one that takes too long is given up, and the next is read', async () => {
    await using reader = new PdfReader({ patience: 0 });
    expect(await reader.facts(memorySource(document([{}])))).toEqual(unreadFacts('stuck'));
    await using patient = new PdfReader();
    expect(await patient.facts(memorySource(document([{}])))).toEqual(CLEAN);
  });

  test('one that is far too large is not looked into', async () => {
    await using reader = new PdfReader();
    expect(await reader.facts({ ...memorySource(new Uint8Array(0)), size: LARGEST_PDF + 1 })).toEqual(unreadFacts('large'));
  });
});

test.each<[string, number]>([
  ['https://example.org', 1], ['HTTP://EXAMPLE.ORG/a?b=c', 1], ['（https://a.example）與www.b.example.tw', 2], ['ｈｔｔｐｓ：／／ａ．example', 1],
  ['http 協定', 0], ['me@www.example.org', 0], ['www', 0], ['第1章 https 是什麼', 0],
])('addresses in %s: %i', (text, count) => {
  expect(addressesIn(text)).toHaveLength(count);
});
