import { describe, expect, test } from 'vitest';
import { importsOf, linesOf, scan } from './scan.ts';

describe('scan', () => {
  test('keeps every character at its place', () => {
    const text = "const a = 'x//y'; // said\nconst b = `t${a ? `n${1}` : '}'}u`; /* c */ const r = /['\"/]/g; a / b / 2;";
    const { code, noComments } = scan(text);
    expect(code).toHaveLength(text.length);
    expect(noComments).toHaveLength(text.length);
    expect(code).toBe("const a = '    ';        \nconst b = ` ${a ? ` ${1}` : ' '} `;         const r = /     /g; a / b / 2;");
    expect(noComments).toContain("'x//y'");
    expect(noComments).not.toContain('said');
  });

  test('a banned word in a comment or a string is not code', () => {
    const { code } = scan("// Date.now()\nconst why = 'no Date.now here';\nDate.now();\n");
    expect(linesOf(code, /\bDate\.now\b/g)).toEqual([{ line: 3, match: 'Date.now' }]);
  });

  test('finds every kind of import', () => {
    const source = scan([
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n  d,\n} from './c.ts';",
      "export * from './e.ts';",
      "import './f.ts';",
      "const g = await import('./g.ts');",
      "let h: import('./h.ts').H;",
      "// import i from './i.ts';",
      "const j = \"import j from './j.ts'\";",
      "const k = Array.from('k');",
      "import type from './l.ts';",
    ].join('\n'));
    expect(importsOf(source).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
      ['./a.ts', false], ['./b.ts', true], ['./c.ts', false], ['./e.ts', false], ['./f.ts', false], ['./g.ts', false], ['./h.ts', false], ['./l.ts', false],
    ]);
    expect(importsOf(source)[3]?.line).toBe(7);
  });
});
