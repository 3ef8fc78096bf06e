import { describe, expect, test } from 'vitest';
import { MAX_KEPT, MAX_RECORD } from '../../../src/formats/csv/limits.ts';
import { brief, read } from './source.ts';

describe('a broken quote costs its own record only', () => {
  test.each([
    ['unclosed, nothing quoted after it', 'a,b\n1,"開頭\n2,x\n3,y\n', ['2!csv/broken-quote', '3:2|x', '4:3|y']],
    ['unclosed, the next record is quoted', 'a,b\n1,"開頭\n"2","x"\n3,y\n', ['2!csv/broken-quote', '3:2|x', '4:3|y']],
    ['unclosed, empty quotes follow', 'a,b\n1,"開頭\n2,""\n3,""\n', ['2!csv/broken-quote', '3:2|', '4:3|']],
    ['unclosed, the next record has line breaks in quotes', 'a,b\n1,"開頭\n2,"x\ny"\n3,z\n', ['2!csv/broken-quote', '3:2|x\ny', '4:3|z']],
    ['unclosed in the last line', 'a,b\n1,x\n2,"開頭', ['2:1|x', '3!csv/broken-quote']],
    ['text after the closing quote', 'a,b\n"他"說,x\n2,y\n', ['2!csv/broken-quote', '3:2|y']],
    ['a blank after the closing quote', 'a,b\n"1" ,x\n2,y\n', ['2!csv/broken-quote', '3:2|y']],
    ['quotes that were not doubled', 'a,b\n1,"他說 "好" 就走"\n2,y\n', ['2!csv/broken-quote', '3:2|y']],
    ['quotes that were not doubled in a text of several lines', 'a,b\n1,"第一行\n說 "好"\n第三行"\n2,y\n', ['2!csv/broken-quote', '3:2|y']],
    ['a quoted comma closes it by chance', 'a,b,c\n1,x,"開頭\n2,y,",z"\n3,4,5\n', ['2!csv/broken-quote', '3:2|y|,z', '4:3|4|5']],
    ['every record broken', 'a,b\n"1"x,2\n"3"x,4\n"5"x,6\n', ['2!csv/broken-quote']],
    ['with CR line ends', 'a,b\r1,"開頭\r2,x\r', ['2!csv/broken-quote', '3:2|x']],
  ])('%s', async (_, text, expected) => {
    expect(brief((await read(text)).rows)).toEqual(expected);
  });

  test('the rejected row says where, and keeps what stands in the file', async () => {
    const { rows } = await read('a,b,c\n"x\ny",1,2\n1,"他"說,好\n尾巴\n5,6,7\n');
    expect(rows.map(({ cells }) => cells)).toEqual([['x\ny', '1', '2'], ['1', '"他"說,好\n尾巴'], ['5', '6', '7']]);
    expect(rows[1]!.problem).toEqual({
      code: 'csv/broken-quote', params: { line: 4, lines: 2, limit: MAX_RECORD }, file: 'test.csv', sheet: 'test', row: 3, column: 'b',
    });
    expect(rows[2]!.row).toBe(4);
  });

  test('a record with line breaks and too few cells stays one record when nothing in it passes for another', async () => {
    const { rows } = await read('a,b,c\n"甲\n乙",1\n2,3,4\n');
    expect(brief(rows)).toEqual(['2!csv/too-few-cells', '3:2|3|4']);
    expect(rows[0]!.cells).toEqual(['甲\n乙', '1']);
  });

  test('a stray quote after a quoted line break is kept when nothing in it passes for another record', async () => {
    expect(brief((await read('a,b\n"甲\n乙",5"\n2,3\n')).rows)).toEqual(['2:甲\n乙|5"', '3:2|3']);
  });
});

describe('records out of all proportion', () => {
  test('a line without end is one rejected row, of which a part is kept', async () => {
    const { rows } = await read(`a,b\n1,2\n3,${'x'.repeat(3 * MAX_RECORD)}\n5,6\n`);
    expect(brief(rows)).toEqual(['2:1|2', '3!csv/record-too-long', '4:5|6']);
    expect(rows[1]!.cells.join('').length).toBe(MAX_KEPT);
  });

  test('an unclosed quote far from the next one', async () => {
    const lines = Array.from({ length: 150_000 }, (_, i) => `${i},x`).join('\n');
    const { rows } = await read(`a,b\n0,"開頭\n${lines}\n"z","z"\n`);
    expect(rows).toHaveLength(150_002);
    expect(brief(rows.slice(0, 2))).toEqual(['2!csv/broken-quote', '3:0|x']);
    expect(rows.filter(({ problem }) => problem !== undefined)).toHaveLength(1);
  });

  test('quotes made to be in step only when read from the wrong place do not cost more than a pass or two', async () => {
    const { rows } = await read(`a,b\n${'x","\n1,2\n'.repeat(40_000)}`);
    expect(rows).toHaveLength(80_000);
    expect(rows.filter(({ problem }) => problem === undefined)).toHaveLength(40_000);
  });
});
