/** The tests that mutants of the rules are held against: those of the rules themselves, without the generated page. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { testTimeout: 20_000, include: ['test/rules/**/*.test.ts'], exclude: ['test/rules/readme.test.ts'] } });
